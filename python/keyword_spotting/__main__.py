"""The commands: ``train``, ``time``, ``table`` and ``ship``; run with --help for what each reads and writes."""

import argparse
import sys
from pathlib import Path

import torch

from . import results, shipping, step_times, table, training
from .clips import DataError, read_clips, read_noises
from .configurations import CONFIGURATIONS
from .exporting import save_model
from .memory import keep_freed_memory
from .recipe import Recipe

SEEDS = (1, 2, 3)


def main() -> int:
    parser = argparse.ArgumentParser("python3 -m keyword_spotting", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)

    train = commands.add_parser("train", help="trains networks; goes on where an earlier call stopped")
    train.add_argument("data", type=Path, help="Speech Commands: folders train, validation, test and _background_noise_")
    train.add_argument("--only", nargs="+", metavar="NAME", choices=list(CONFIGURATIONS), default=["gru-154", "ghost-154"],
                       help="the networks, of: %(choices)s (%(default)s)")
    train.add_argument("--seeds", nargs="+", type=int, default=list(SEEDS), help="%(default)s")
    train.add_argument("--threads", type=int, help="of PyTorch; two calls with one thread each are faster than one with two")
    train.add_argument("--steps", type=int, default=Recipe.steps, help="updates of each run; another number than %(default)s is for trials")
    train.add_argument("--results", type=Path, default=results.RESULTS, help="where results go (%(default)s)")
    train.set_defaults(run=_train)

    time = commands.add_parser("time", help="times the compiled step of trained networks with the ghostgen tool")
    time.set_defaults(run=lambda arguments: step_times.measure(arguments.runs))

    show = commands.add_parser("table", help="writes the README's table and the plot from the results")
    show.set_defaults(run=lambda arguments: table.write())

    ship = commands.add_parser("ship", help="writes the sample's model: the GhostGRU that is best on the validation clips")
    ship.add_argument("data", type=Path, help="Speech Commands, for PyTorch's decisions about the test clips")
    ship.add_argument("--name", choices=[name for name, one in CONFIGURATIONS.items() if one.ratio > 1], default="ghost-250", help="the network (%(default)s)")
    ship.set_defaults(run=lambda arguments: shipping.ship(arguments.data, arguments.runs, arguments.name))

    for command in (train, time, ship):
        command.add_argument("--runs", type=Path, default=Path("runs"), help="where runs are saved (%(default)s)")
    arguments = parser.parse_args()
    try:
        arguments.run(arguments)
    except (DataError, ValueError) as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nStopped; the same command goes on with what was saved last.", file=sys.stderr)
        return 130
    return 0


def _train(arguments: argparse.Namespace) -> None:
    if arguments.threads:
        torch.set_num_threads(arguments.threads)
    keep_freed_memory()
    recipe = Recipe(steps=arguments.steps)
    data = training.Data(*(read_clips(arguments.data / part) for part in ("train", "validation")), read_noises(arguments.data / "_background_noise_"))
    test = read_clips(arguments.data / "test")
    for seed in arguments.seeds:
        for name in arguments.only:
            configuration = CONFIGURATIONS[name]
            file = arguments.runs / results.run_name(name, seed)
            run = training.train(name, configuration, seed, recipe, data, file.with_suffix(".checkpoint"))
            decided = training.probabilities(run.spotter, training.features_of(test, configuration.stride)).argmax(-1).numpy()
            scores = results.scores(test.labels, decided)
            save_model(file.with_suffix(".ghost.json"), run.spotter, name, {"seed": str(seed), "test accuracy": f"{scores['accuracy']:.4f}"})
            results.save_result(arguments.results, name, seed, configuration, recipe, run.validation, run.seconds, scores)
            print(f"{name}, seed {seed}: validation {run.validation:.2%}, test {scores['accuracy']:.2%} "
                  f"({scores['accuracy_without_silence']:.2%} without silence), {run.seconds:.0f} s")


if __name__ == "__main__":
    sys.exit(main())
