"""Which units of a trained GRU stay intrinsic, and which of them each ghost is made of."""

from dataclasses import dataclass
from typing import List

import numpy

from .options import GhostOptions

_LEAST_SHARE = 1e-10
"""Of the sum of squares of a fit's sources: keeps the fit determined where sources repeat each other, far below what singles can tell."""


@dataclass
class Run:
    """Ghosts that are made of the same intrinsic states: all of them in a dense cheap map, the blocks of a grouped one, the
    ghosts of one intrinsic state in a diagonal one."""

    sources: List[int]
    """Places among the intrinsic states."""
    slots: List[int]
    """Places among the ghosts."""


def runs_of(options: GhostOptions) -> List[Run]:
    """The runs of a cheap map."""
    intrinsic, ghosts = options.intrinsic, options.ghosts
    if options.cheap == "diagonal":
        return [Run([source], list(range(source, ghosts, intrinsic))) for source in range(intrinsic)]
    width, height = intrinsic // options.groups, ghosts // options.groups
    return [
        Run(list(range(group * width, (group + 1) * width)), list(range(group * height, (group + 1) * height)))
        for group in range(options.groups)]


def choose_intrinsic(evidence: numpy.ndarray, count: int) -> List[int]:
    """The columns of a matrix that the others are best made of: QR with column pivoting, which takes, again and again, the column of
    which the columns taken so far leave most unexplained.

    :param evidence: ``[samples, units]``.
    :return: ``count`` units, ascending.
    """
    residual = numpy.linalg.qr(evidence, mode="r")
    taken: List[int] = []
    for _ in range(count):
        squares = (residual * residual).sum(0)
        squares[taken] = -1
        unit = int(squares.argmax())
        taken.append(unit)
        if squares[unit] > 0:
            direction = residual[:, unit] / numpy.sqrt(squares[unit])
            residual = residual - numpy.outer(direction, direction @ residual)
    return sorted(taken)


def assign_ghosts(evidence: numpy.ndarray, intrinsic: List[int], runs: List[Run]) -> List[int]:
    """Gives each other unit a place among the ghosts: the best pair of a unit and a run first, while the run has places.

    How well a run suits a unit is the sum of squared cosines between the unit's column and those of the run's sources.

    :param evidence: ``[samples, units]``.
    :return: the unit at each place.
    """
    others = [unit for unit in range(evidence.shape[1]) if unit not in set(intrinsic)]
    if len(runs) == 1 or not others:
        return others
    norms = numpy.sqrt((evidence * evidence).sum(0))
    directions = evidence / numpy.where(norms > 0, norms, 1)
    cosines = (directions[:, others].T @ directions[:, intrinsic]) ** 2
    affinity = numpy.stack([cosines[:, run.sources].sum(1) for run in runs], 1)
    free = [list(run.slots) for run in runs]
    units = [-1] * len(others)
    placed = set()
    for pair in numpy.argsort(-affinity, axis=None, kind="stable"):
        other, run = divmod(int(pair), len(runs))
        if other not in placed and free[run]:
            units[free[run].pop(0)] = others[other]
            placed.add(other)
    return units


def least_squares(sources: numpy.ndarray, target: numpy.ndarray, weights: numpy.ndarray, bias: bool) -> numpy.ndarray:
    """The coefficients with the least sum of ``weights ** 2 * (sources @ coefficients - target) ** 2``.

    :param sources: ``[samples, k]``.
    :param target: ``[samples]``.
    :param weights: ``[samples]``.
    :param bias: whether a constant is added to the sources.
    :return: k coefficients, and the constant's, which is zero without one.
    """
    columns = numpy.concatenate([sources, numpy.ones((len(sources), 1))], 1) if bias else sources
    weighted = columns * weights[:, None]
    normal = weighted.T @ weighted
    normal[numpy.diag_indices_from(normal)] += _LEAST_SHARE * (normal.trace() or 1.0)
    coefficients = numpy.linalg.solve(normal, weighted.T @ (target * weights))
    return coefficients if bias else numpy.append(coefficients, 0.0)
