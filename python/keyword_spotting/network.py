"""A keyword spotter: a recurrent layer over frames of features, and a dense layer over its last state."""

from typing import Tuple

import torch
from torch import Tensor, nn

from ghostgen import GhostGRU

from .clips import LABELS
from .configurations import FEATURES, Configuration


class Spotter(nn.Module):
    """The network of a configuration.

    :param mean: what is subtracted from features, ``[10]``.
    :param scale: what that is multiplied by, ``[10]``.
    """

    def __init__(self, configuration: Configuration, mean: Tensor, scale: Tensor) -> None:
        super().__init__()
        self.register_buffer("mean", mean)
        self.register_buffer("scale", scale)
        if configuration.ratio == 1:
            self.rnn: nn.Module = nn.GRU(FEATURES, configuration.hidden)
        else:
            self.rnn = GhostGRU(
                FEATURES, configuration.hidden, configuration.ratio, cheap=configuration.cheap, groups=configuration.groups,
                cheap_activation=configuration.cheap_activation, reset=configuration.reset)
        self.dropout = nn.Dropout(0.2)
        self.fc = nn.Linear(configuration.hidden, len(LABELS))

    def forward(self, features: Tensor) -> Tensor:
        """``[T, B, 10]`` to logits ``[B, 12]``."""
        outputs, _ = self.rnn((features - self.mean) * self.scale)
        return self.fc(self.dropout(outputs[-1]))


def normalization(features: Tensor) -> Tuple[Tensor, Tensor]:
    """Mean and scale of features ``[T, B, 10]``: with them each has the mean 0 and the standard deviation 1."""
    values = features.reshape(-1, features.size(-1)).double()
    return values.mean(0).float(), (1 / values.std(0)).float()
