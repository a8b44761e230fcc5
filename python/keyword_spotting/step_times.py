"""Times compiled steps with the ghostgen tool, as the table's last columns."""

import json
import subprocess
from pathlib import Path

from ghostgen.files import replace_file
from tqdm import tqdm

from . import results
from .clips import DataError
from .configurations import CONFIGURATIONS

ROOT = Path(__file__).resolve().parents[2]
TOOL = ["dotnet", "run", "-c", "Release", "--project", str(ROOT / "src" / "GhostGen.Cli"), "--"]


def measure(runs: Path) -> None:
    """Times the first seed of every trained network, with weights as singles and as bytes; all in a row, on one machine.

    :param runs: where ``train`` saved the models.
    """
    trained = results.load_results()
    measured = {}
    machine = None
    for name in tqdm([name for name in CONFIGURATIONS if name in trained], "timing", unit=" networks"):
        seed = trained[name][0]["seed"]
        file = runs / f"{results.run_name(name, seed)}.ghost.json"
        if not file.exists():
            raise DataError(f"{file}: the model is not there; name the folder that it was saved to with --runs, or train it again")
        benches = {precision: _bench(file, precision) for precision in ("Float32", "Int8Wide")}
        machine = benches["Float32"]["machine"]
        measured[name] = {"multiply_adds": benches["Float32"]["multiplyAdds"]}
        # The least time of many rounds, in nanoseconds.
        measured[name].update((precision, round(bench["contenders"][0]["minimum"], 1)) for precision, bench in benches.items())
    content = {"machine": machine, "networks": measured}
    replace_file(results.RESULTS / results.STEP_TIMES, (json.dumps(content, indent=2) + "\n").encode())


def _bench(file: Path, precision: str) -> dict:
    called = subprocess.run([*TOOL, "bench", str(file), "--precision", precision, "--no-plot", "--json"], capture_output=True, text=True)
    if called.returncode:
        raise DataError(f"ghostgen bench {file}: {called.stderr.strip()}")
    return json.loads(called.stdout)
