"""What a model is beside its weights: checked once, for both kinds of files."""

import math
from dataclasses import dataclass, field
from typing import Dict, List, Mapping, Optional, Sequence

from torch import nn

from .layers import Layer, LayerModule, layers_of


@dataclass
class Description:
    """A model with its name, layers, labels and the normalization of its input."""

    name: str
    layers: List[Layer]
    labels: List[str] = field(default_factory=list)
    mean: Optional[List[float]] = None
    scale: Optional[List[float]] = None
    metadata: Dict[str, str] = field(default_factory=dict)


def describe(
    modules: Sequence[LayerModule],
    model: Optional[nn.Module],
    name: str,
    labels: Sequence[str],
    mean: Optional[Sequence[float]],
    scale: Optional[Sequence[float]],
    metadata: Optional[Mapping[str, str]],
) -> Description:
    """Checks everything that files say of a model.

    :raises ValueError: counts do not fit, a number is not finite, or a module cannot be part of a model file.
    """
    layers = layers_of(modules, model)
    if len(labels) not in (0, layers[-1].outputs):
        raise ValueError(f"There are {len(labels)} labels and {layers[-1].outputs} outputs; give a label to each output, or to none.")
    entries = dict(metadata or {})
    for text in [name, *labels, *entries.keys(), *entries.values()]:
        if not isinstance(text, str):
            raise ValueError(f"{text!r} is no string; name, labels and metadata are.")
    inputs = layers[0].inputs
    return Description(name, layers, list(labels), _numbers("mean", mean, inputs), _numbers("scale", scale, inputs), entries)


def _numbers(name: str, values: Optional[Sequence[float]], inputs: int) -> Optional[List[float]]:
    if values is None:
        return None
    numbers = [float(value) for value in values]
    if len(numbers) != inputs:
        raise ValueError(f"There are {len(numbers)} numbers as {name}; the model reads {inputs} values a step, and each has one.")
    for index, value in enumerate(numbers):
        if not math.isfinite(value):
            raise ValueError(f"The {name} has {value} at index {index}; it has to be finite.")
    return numbers
