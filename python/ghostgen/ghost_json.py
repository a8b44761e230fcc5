"""Writes model files (``*.ghost.json``), in exactly the form that the C# library writes."""

import base64
from typing import Iterable, List, Mapping, Optional, Sequence, Union

import numpy
from torch import nn

from .description import Description, describe
from .files import FilePath, replace_file
from .json_text import number, quoted
from .layers import Layer, LayerModule


def save_ghost_json(
    path: FilePath,
    layers: Sequence[LayerModule],
    *,
    name: str,
    labels: Sequence[str] = (),
    mean: Optional[Sequence[float]] = None,
    scale: Optional[Sequence[float]] = None,
    metadata: Optional[Mapping[str, str]] = None,
    model: Optional[nn.Module] = None,
) -> None:
    """Writes a model file, which a ``[GhostModel]`` class is compiled from.

    The file is written beside its place and moved there.

    :param path: the file, ``NAME.ghost.json``.
    :param layers: first to last: nn.GRU, GhostGRU, nn.Linear, and an activation behind an nn.Linear; each a module, or a name and a module.
    :param name: the model's name, for people.
    :param labels: a name for each output, or none.
    :param mean: with ``scale``: the first layer reads ``(x - mean) * scale``; a number for each input.
    :param scale: see ``mean``; one over what features are usually divided by.
    :param metadata: strings to keep with the model.
    :param model: the module that holds the layers; where given, they are named after its attributes instead of kind and position.
    :raises ValueError: the model cannot be written; the message names the layer and says what to do.
    """
    replace_file(path, ghost_json(describe(layers, model, name, labels, mean, scale, metadata)).encode())


def ghost_json(model: Description) -> str:
    """The text of a model file."""
    members = ['"format": "ghostgen/1"', f'"name": {quoted(model.name)}', f'"input": {model.layers[0].inputs}']
    normalization = [
        f'"{member}": [{", ".join(map(number, values))}]' for member, values in (("mean", model.mean), ("scale", model.scale)) if values is not None]
    if normalization:
        members.append(f'"normalization": {{ {", ".join(normalization)} }}')
    members.append(f'"layers": [\n    {_lines(map(_layer, model.layers))}\n  ]')
    if model.labels:
        members.append(f'"labels": [{", ".join(map(quoted, model.labels))}]')
    if model.metadata:
        entries = (f"{quoted(key)}: {quoted(model.metadata[key])}" for key in sorted(model.metadata, key=_utf16_order))
        members.append(f'"metadata": {{\n    {_lines(entries)}\n  }}')
    tensors: List[str] = []
    for layer in model.layers:
        tensors += (_tensor(f"{layer.name}.{name}", values) for name, values in layer.tensors.items())
    members.append(f'"tensors": {{\n    {_lines(tensors)}\n  }}')
    return "{\n  " + ",\n  ".join(members) + "\n}\n"


def _lines(texts: Iterable[str]) -> str:
    return ",\n    ".join(texts)


def _layer(layer: Layer) -> str:
    members = [f'"kind": {quoted(layer.kind)}', f'"name": {quoted(layer.name)}']
    members += (f'"{option}": {_value(value)}' for option, value in layer.options.items())
    return "{ " + ", ".join(members) + " }"


def _value(value: Union[bool, float, int, str]) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return quoted(value) if isinstance(value, str) else number(value)


def _tensor(name: str, values: numpy.ndarray) -> str:
    shape = ", ".join(map(str, values.shape))
    data = base64.b64encode(values.tobytes()).decode()
    return f'"{name}": {{ "dtype": "F32", "shape": [{shape}], "data": "{data}" }}'


def _utf16_order(text: str) -> bytes:
    """Characters beyond the basic plane stand before U+E000 and those behind it, as where strings are of 16-bit units."""
    return text.encode("utf-16-be", "surrogatepass")
