"""The plot of accuracy against the bytes of weights."""

import io
import json
import statistics
from pathlib import Path

from ghostgen.files import replace_file

from . import results
from .configurations import CONFIGURATIONS

FILE = "accuracy.svg"
COLORS = {"GRU": "#2166ac", "GhostGRU": "#b2182b", "others' networks": "#7f7f7f"}
MARKERS = {"GRU": "o", "GhostGRU": "D", "others' networks": "s"}


def draw(folder: Path) -> None:
    """Draws all runs, the means of networks, and others' networks; the same file each time."""
    # Only the plot needs matplotlib.
    import matplotlib

    matplotlib.use("Agg")
    matplotlib.rcParams["svg.hashsalt"] = "ghostgen"
    from matplotlib import pyplot

    from .table import described

    figure, axes = pyplot.subplots(figsize=(9, 5))
    runs = results.load_results(folder)
    for name, configuration in CONFIGURATIONS.items():
        if name not in runs:
            continue
        kind = "GRU" if configuration.ratio == 1 else "GhostGRU"
        size = runs[name][0]["parameters"] * 4 / 1024
        accuracies = [100 * run["test"]["accuracy"] for run in runs[name]]
        axes.scatter([size] * len(accuracies), accuracies, s=14, color=COLORS[kind], alpha=0.5, linewidths=0)
        mean = statistics.mean(accuracies)
        axes.scatter([size], [mean], s=70, color=COLORS[kind], marker=MARKERS[kind])
        axes.annotate(described(name), (size, mean), (7, 6), textcoords="offset points", fontsize=8)
    others = folder / results.OTHERS
    for network in json.loads(others.read_text("utf-8")) if others.exists() else []:
        point = network["parameters"] * 4 / 1024, 100 * network["accuracy"]
        axes.scatter(*point, s=70, color=COLORS["others' networks"], marker=MARKERS["others' networks"])
        axes.annotate(network["name"], point, (7, -12), textcoords="offset points", fontsize=8)
    for kind, color in COLORS.items():
        axes.scatter([], [], s=70, color=color, marker=MARKERS[kind], label=kind)
    axes.scatter([], [], s=14, color="black", alpha=0.5, linewidths=0, label="single runs; larger: their mean")
    axes.legend(loc="lower right")
    axes.set_xscale("log", base=2)
    axes.set_xlim(right=4_096)
    axes.xaxis.set_major_formatter(lambda value, _: f"{value:g}")
    axes.set_xlabel("weights as singles, KiB")
    axes.set_ylabel("accuracy on the test clips, %")
    axes.grid(alpha=0.3)
    figure.tight_layout()
    text = io.StringIO()
    figure.savefig(text, format="svg", metadata={"Date": None})
    pyplot.close(figure)
    replace_file(folder / FILE, text.getvalue().encode())
