"""How networks are trained: the same for all."""

import math
from dataclasses import dataclass


@dataclass(frozen=True)
class Recipe:
    """The schedule: Adam, a rate that rises, then falls along half a cosine, and weights that are averaged over the last few hundred steps.

    :param steps: updates.
    :param batch: clips of one.
    :param rate: Adam's highest rate.
    :param warmup: steps until then.
    :param decay: of Adam's weight decay.
    :param smoothing: what of a label's probability is spread over all labels.
    :param averaging: what the average keeps of itself at each step.
    :param check_every: steps from one validation to the next.
    """

    steps: int = 3_000
    batch: int = 200
    rate: float = 3e-3
    warmup: int = 200
    decay: float = 1e-3
    smoothing: float = 0.1
    clip_norm: float = 1.0
    averaging: float = 0.998
    check_every: int = 250

    def rate_at(self, step: int) -> float:
        """Adam's rate of a step, counted from 0."""
        if step < self.warmup:
            return self.rate * (step + 1) / self.warmup
        progress = (step - self.warmup) / max(1, self.steps - self.warmup)
        return self.rate * 0.5 * (1 + math.cos(math.pi * progress))

    def averaging_at(self, step: int) -> float:
        """Less at first, so that the average does not remember where training began."""
        return min(self.averaging, (1 + step) / (10 + step))
