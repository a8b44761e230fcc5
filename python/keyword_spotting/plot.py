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

# Where names stand that would cover each other to the right of their points: an offset, and the side of the text that it leads to.
LABELS_AT = {
    "ghost-154": ((-9, 4), "right"),
    "ghost-154-grouped": ((-9, 5), "right"),
    "ghost-154-diagonal": ((3, -20), "left"),
    "ghost-154-ratio-4": ((0, -11), "center"),
    "ghost-250": ((-9, 0), "right"),
}


def draw(folder: Path) -> None:
    """Draws all runs, the means of networks, and others' networks; the same file each time."""
    # Only the plot needs matplotlib.
    import matplotlib

    matplotlib.use("Agg")
    matplotlib.rcParams["svg.hashsalt"] = "ghostgen"
    from matplotlib import pyplot

    figure, axes = pyplot.subplots(figsize=(9, 6))
    runs = results.load_results(folder)
    for name, configuration in CONFIGURATIONS.items():
        if name not in runs:
            continue
        kind = "GRU" if configuration.ratio == 1 else "GhostGRU"
        size = runs[name][0]["parameters"] * 4 / 1024
        accuracies = [100 * results.accuracy(run["test"]) for run in runs[name]]
        mean = statistics.mean(accuracies)
        axes.scatter([size], [mean], s=70, color=COLORS[kind], marker=MARKERS[kind], alpha=0.8, linewidths=0)
        axes.scatter([size] * len(accuracies), accuracies, s=7, color="black", linewidths=0, zorder=3)
        offset, side = LABELS_AT.get(name, ((9, 0), "left"))
        axes.annotate(configuration.title, (size, mean), offset, textcoords="offset points", fontsize=8, ha=side, va="center")
    others = folder / results.OTHERS
    for network in json.loads(others.read_text("utf-8")) if others.exists() else []:
        point = network["parameters"] * 4 / 1024, 100 * results.accuracy(network)
        axes.scatter(*point, s=70, color=COLORS["others' networks"], marker=MARKERS["others' networks"])
        axes.annotate(network["name"], point, (9, 0), textcoords="offset points", fontsize=8, va="center")
    for kind, color in COLORS.items():
        axes.scatter([], [], s=70, color=color, marker=MARKERS[kind], label=kind)
    axes.scatter([], [], s=7, color="black", linewidths=0, label="single runs, around their mean")
    axes.legend(loc="lower right")
    axes.set_xscale("log", base=2)
    axes.set_xlim(48, 4_096)
    axes.xaxis.set_major_formatter(lambda value, _: f"{value:g}")
    axes.set_xlabel("weights as singles, KiB")
    axes.set_ylabel("accuracy on the test clips, %")
    axes.grid(alpha=0.3)
    figure.tight_layout()
    text = io.StringIO()
    figure.savefig(text, format="svg", metadata={"Date": None})
    pyplot.close(figure)
    replace_file(folder / FILE, text.getvalue().encode())
