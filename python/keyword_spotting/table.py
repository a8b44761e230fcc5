"""The table of the README and the plot beside it, made from the results alone."""

import json
import re
import statistics
from pathlib import Path
from typing import List, Optional

from ghostgen.files import replace_file

from . import plot, results
from .clips import DataError
from .configurations import CONFIGURATIONS

README = Path(__file__).resolve().parents[2] / "README.md"
BEGIN, END = "<!-- spotters: made by python3 -m keyword_spotting table -->\n", "<!-- spotters end -->\n"
HEAD = ["network", "runs", "accuracy", "without silence", "parameters", "weights", "multiply-adds", "step", "step, bytes"]


def write() -> None:
    """Replaces the README's table, and draws the plot."""
    text = README.read_text("utf-8")
    if BEGIN not in text or END not in text:
        raise DataError(f"{README}: the lines that the table stands between, {BEGIN.strip()} and {END.strip()}, are not there")
    replace_file(README, replaced(text, markdown(results.RESULTS)).encode())
    plot.draw(results.RESULTS)


def replaced(text: str, table: str) -> str:
    """A text with another table."""
    return re.sub(re.escape(BEGIN) + ".*?" + re.escape(END), lambda _: BEGIN + table + END, text, flags=re.DOTALL)


def markdown(folder: Path) -> str:
    """The table in Markdown."""
    runs = results.load_results(folder)
    times_file = folder / results.STEP_TIMES
    times = json.loads(times_file.read_text("utf-8"))["networks"] if times_file.exists() else {}
    rows = [HEAD, ["---"] + ["--:"] * (len(HEAD) - 1)]
    rows += (_row(name, runs[name], times.get(name)) for name in CONFIGURATIONS if name in runs)
    others_file = folder / results.OTHERS
    rows += map(_other, json.loads(others_file.read_text("utf-8")) if others_file.exists() else [])
    return "".join(f"| {' | '.join(row)} |\n" for row in rows)


def _row(name: str, runs: List[dict], times: Optional[dict]) -> List[str]:
    parameters = runs[0]["parameters"]
    step = [f"{times['multiply_adds']:,}", _time(times["Float32"]), _time(times["Int8Wide"])] if times else ["", "", ""]
    accuracies = spread([results.accuracy(run["test"]) for run in runs])
    spoken = spread([run["test"]["accuracy_without_silence"] for run in runs])
    return [CONFIGURATIONS[name].title, str(len(runs)), accuracies, spoken, f"{parameters:,}", _bytes(parameters), *step]


def _other(network: dict) -> List[str]:
    return [network["name"], "", f"{results.accuracy(network):.1%}", f"{network['accuracy_without_silence']:.1%}", f"{network['parameters']:,}",
            _bytes(network["parameters"]), "", "", ""]


def spread(values: List[float]) -> str:
    """Mean and standard deviation, in percent."""
    mean = f"{statistics.mean(values):.1%}"
    return mean if len(values) < 2 else f"{mean} ± {100 * statistics.stdev(values):.1f}"


def _bytes(parameters: int) -> str:
    return f"{parameters * 4 / 1024:,.0f} KiB"


def _time(nanoseconds: float) -> str:
    return f"{nanoseconds / 1000:.2f} µs"
