"""Makes the golden vectors that the C# tests run every form of a model against.

For each case NAME of vector_cases.py: NAME.safetensors and NAME.ghost.json, the same model as the exporters write it, and
NAME.vectors.safetensors, inputs and the outputs of PyTorch. Run again, it writes the same bytes.

    python3 python/make_vectors.py [FOLDER]
"""

import sys
from pathlib import Path

import torch
from torch import nn

from ghostgen import save_ghost_json, save_safetensors, save_vectors
from vector_cases import CASES, VectorCase, state_size

FOLDER = Path(__file__).resolve().parent.parent / "tests" / "GhostGen.Golden.Tests" / "PyTorch" / "Vectors"


def save_model(case: VectorCase, model: nn.Module, folder: Path) -> None:
    """Writes the two files of the model."""
    options = {"name": case.name, "labels": case.labels, "mean": case.mean, "scale": case.scale, "metadata": case.metadata}
    layers = case.layers(model)
    save_safetensors(folder / f"{case.name}.safetensors", model, layers, **options)
    save_ghost_json(folder / f"{case.name}.ghost.json", layers, model=model, **options)


def save_case(case: VectorCase, folder: Path) -> None:
    """Writes all three files."""
    model = case.build().eval()
    case.randomize(model)
    save_model(case, model, folder)
    first = case.layers(model)[0]
    inputs, initial_state = case.draw_inputs(getattr(first, "input_size", None) or first.in_features, state_size(case.layers(model)))
    save_vectors(folder / f"{case.name}.vectors.safetensors", inputs, case.run(model, inputs, initial_state), initial_state)


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(1)
    for case in CASES:
        save_case(case, folder)
    files = [path for path in folder.iterdir() if path.is_file()]
    print(f"{len(CASES)} cases, {len(files)} files, {sum(path.stat().st_size for path in files):,} bytes in {folder}")


if __name__ == "__main__":
    main()
