"""Trained networks as model files, and what PyTorch decides with them, for others to be compared with."""

import csv
import io
from pathlib import Path
from typing import Sequence

from torch import Tensor, nn

from ghostgen import save_ghost_json, save_vectors
from ghostgen.files import replace_file

from .clips import LABELS
from .network import Spotter

ATTRIBUTION = "Speech Commands v0.02, Pete Warden, 2018, CC BY 4.0"


def save_model(path: Path, spotter: Spotter, name: str, metadata: dict) -> None:
    """Writes the model file, with the features' normalization and a softmax at its end."""
    save_ghost_json(
        path, [("rnn", spotter.rnn), ("fc", spotter.fc), nn.Softmax(dim=-1)], name=name, labels=LABELS,
        mean=spotter.mean.tolist(), scale=spotter.scale.tolist(), metadata={"trained on": ATTRIBUTION, **metadata})


def save_decisions(path: Path, names: Sequence[str], probabilities: Tensor) -> None:
    """Writes PyTorch's decision about each clip, with its probability and by how much it is ahead of the next label's."""
    ordered = probabilities.sort(-1, descending=True)
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(["clip", "label", "probability", "ahead"])
    for name, label, values in zip(names, ordered.indices[:, 0].tolist(), ordered.values.double()):
        writer.writerow([name, LABELS[label], f"{values[0]:.6f}", f"{values[0] - values[1]:.6f}"])
    replace_file(path, text.getvalue().encode())


def save_sequences(path: Path, features: Tensor, probabilities: Tensor) -> None:
    """Writes features ``[T, clips, 10]`` and what PyTorch makes of them at every step, ``[T, clips, 12]``."""
    save_vectors(path, features.transpose(0, 1), probabilities.transpose(0, 1))
