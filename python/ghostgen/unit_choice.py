"""Which units of a trained GRU stay intrinsic, and which of them each ghost is made of."""

from dataclasses import dataclass
from typing import List, Tuple

import numpy
import torch

from .options import GhostOptions

_LEAST_SHARE = 1e-10
"""Of the sum of squares of a fit's sources: keeps the fit determined where sources repeat each other, far below what singles can tell."""

_LARGEST_TARGET = 0.9
"""Of a target of tanh, where the fit begins: the argument grows without bound towards 1, and the state does not."""

_ITERATIONS = 100


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


def fit(sources: numpy.ndarray, targets: numpy.ndarray, activation: str, bias: bool) -> Tuple[numpy.ndarray, numpy.ndarray]:
    """Weights and biases with about the least sum of squares of ``activation(sources @ weights.T + biases) - targets``.

    Without an activation that is linear least squares. With tanh it is what L-BFGS finds from there, with targets of atanh.

    :param sources: ``[samples, k]``.
    :param targets: ``[samples, count]``.
    :param activation: ``none`` or ``tanh``.
    :param bias: whether there are biases; they are zero otherwise.
    :return: ``[count, k]`` and ``[count]``.
    """
    columns = numpy.concatenate([sources, numpy.ones((len(sources), 1))], 1) if bias else sources
    ridge = numpy.sqrt(_LEAST_SHARE * ((columns * columns).sum() or 1.0))
    orthogonal, triangle = numpy.linalg.qr(numpy.concatenate([columns, ridge * numpy.eye(columns.shape[1])]))
    orthogonal = orthogonal[:len(columns)]
    if activation == "tanh":
        coefficients = _fit_tanh(orthogonal, targets, orthogonal.T @ numpy.arctanh(numpy.clip(targets, -_LARGEST_TARGET, _LARGEST_TARGET)))
    else:
        coefficients = orthogonal.T @ targets
    coefficients = numpy.linalg.solve(triangle, coefficients).T
    return (coefficients[:, :-1], coefficients[:, -1]) if bias else (coefficients, numpy.zeros(len(coefficients)))


def _fit_tanh(orthogonal: numpy.ndarray, targets: numpy.ndarray, start: numpy.ndarray) -> numpy.ndarray:
    """Orthogonal columns make all directions alike, so that few iterations are enough."""
    columns, wanted = torch.from_numpy(orthogonal), torch.from_numpy(targets)
    coefficients = torch.from_numpy(start).requires_grad_()
    optimizer = torch.optim.LBFGS([coefficients], max_iter=_ITERATIONS, line_search_fn="strong_wolfe")

    def error() -> torch.Tensor:
        optimizer.zero_grad()
        value = (torch.tanh(columns @ coefficients) - wanted).square().sum()
        value.backward()
        return value

    optimizer.step(error)
    return coefficients.detach().numpy()
