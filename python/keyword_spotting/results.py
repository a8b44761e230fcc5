"""What runs reached, a small JSON file a run; the table and the plot are made from these files alone."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import Dict, List

import numpy

from ghostgen.files import replace_file

from .clips import SILENCE
from .configurations import Configuration
from .recipe import Recipe

RESULTS = Path(__file__).parent / "results"
STEP_TIMES = "step_times.json"
OTHERS = "others.json"


def run_name(name: str, seed: int) -> str:
    """The name of a run's files."""
    return f"{name}-seed-{seed}"


def scores(labels: numpy.ndarray, decisions: numpy.ndarray) -> dict:
    """How many clips are decided rightly, among all and among those that are not silence."""
    right = labels == decisions
    spoken = labels != SILENCE
    return {
        "clips": int(right.size), "correct": int(right.sum()), "accuracy": round(float(right.mean()), 5),
        "accuracy_without_silence": round(float(right[spoken].mean()), 5)}


def accuracy(counted: dict) -> float:
    """The share of clips that are decided rightly, from the counts: what files say of it is rounded, and must not be rounded again."""
    return counted["correct"] / counted["clips"]


def save_result(folder: Path, name: str, seed: int, configuration: Configuration, recipe: Recipe, validation: float, seconds: float, test: dict) -> None:
    """Writes the result of a run."""
    content = {
        "name": name, "seed": seed, "configuration": asdict(configuration), "parameters": configuration.parameters, "recipe": asdict(recipe),
        "validation": round(validation, 5), "test": test, "seconds": round(seconds)}
    replace_file(folder / f"{run_name(name, seed)}.json", (json.dumps(content, indent=2) + "\n").encode())


def load_results(folder: Path = RESULTS) -> Dict[str, List[dict]]:
    """The runs of each configuration, by name, in the order of seeds."""
    runs: Dict[str, List[dict]] = {}
    for file in sorted(folder.glob("*-seed-*.json")):
        content = json.loads(file.read_text("utf-8"))
        runs.setdefault(content["name"], []).append(content)
    return {name: sorted(of_name, key=lambda run: run["seed"]) for name, of_name in runs.items()}
