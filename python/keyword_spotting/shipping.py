"""Chooses the model that the sample ships, and writes what its tests compare the compiled class with."""

from pathlib import Path

import torch

from . import results
from .clips import DataError, read_clips
from .configurations import CONFIGURATIONS
from .exporting import save_decisions, save_model, save_sequences
from .network import Spotter
from .training import features_of

ROOT = Path(__file__).resolve().parents[2]
MODEL = ROOT / "samples" / "Spotting" / "kws.ghost.json"
DECISIONS = ROOT / "tests" / "GhostGen.Spotting.Tests" / "Shipped" / "decisions.csv"


def ship(data: Path, runs: Path, name: str) -> None:
    """Ships the seed that is best on the validation clips; the test clips have no say.

    :param data: Speech Commands, unpacked.
    :param runs: where the runs were saved.
    """
    of_name = results.load_results().get(name)
    if not of_name:
        raise DataError(f"{results.RESULTS}: there is no result of {name}; train it first")
    best = max(of_name, key=lambda run: run["validation"])
    checkpoint = runs / f"{results.run_name(name, best['seed'])}.checkpoint"
    if not checkpoint.exists():
        raise DataError(f"{checkpoint}: the run is not there; name the folder that it was saved to with --runs, or train it again")
    spotter = Spotter(CONFIGURATIONS[name], torch.zeros(10), torch.ones(10))
    spotter.load_state_dict(torch.load(checkpoint)["best_weights"])
    spotter.eval()

    clips = read_clips(data / "test")
    features = features_of(clips, CONFIGURATIONS[name].stride)
    with torch.no_grad():
        outputs, _ = spotter.rnn((features - spotter.mean) * spotter.scale)
        probabilities = spotter.fc(outputs).softmax(-1)
    DECISIONS.parent.mkdir(exist_ok=True)
    save_model(MODEL, spotter, name, {"seed": str(best["seed"]), "test accuracy": f"{best['test']['accuracy']:.4f}"})
    save_decisions(DECISIONS, clips.names, probabilities[-1])
    sequences = runs / f"{name}.vectors.safetensors"
    save_sequences(sequences, features, probabilities)
    print(f"{MODEL}\n{DECISIONS}\n{sequences}: all test clips, for ghostgen verify --against")
