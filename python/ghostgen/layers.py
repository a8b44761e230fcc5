"""From an ordered list of PyTorch modules to the layers of a model file."""

import re
from dataclasses import dataclass, field
from typing import Dict, List, Optional, Sequence, Tuple, Union

import numpy
from torch import nn

from .ghost_gru import GhostGRU
from .tensors import single_precision

LayerModule = Union[nn.Module, Tuple[str, nn.Module]]
"""A module, or a name for its layer and the module."""

_ACTIVATIONS = {nn.ReLU: "relu", nn.Sigmoid: "sigmoid", nn.Tanh: "tanh", nn.Softmax: "softmax"}
_KINDS = "nn.GRU, GhostGRU and nn.Linear, and nn.ReLU, nn.Sigmoid, nn.Tanh or nn.Softmax behind an nn.Linear"
_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]{0,63}")


@dataclass
class Layer:
    """One layer of a model file."""

    kind: str
    name: str
    source: str
    """The layer's prefix in a state dictionary: ``rnn``, and ``rnn_l0``, ``rnn_l1`` where a module has several layers."""
    inputs: int
    outputs: int
    options: Dict[str, Union[bool, float, int, str]]
    """The members of the model file's layer between its name and its end, in their order."""
    tensors: Dict[str, numpy.ndarray]
    """All tensors that the model file needs, by its names and in its order; single precision."""
    stored: Dict[str, numpy.ndarray] = field(default_factory=dict)
    """Those that the module has, by their names in a state dictionary."""


def layers_of(modules: Sequence[LayerModule], model: Optional[nn.Module] = None) -> List[Layer]:
    """The layers that modules are, with their weights.

    :param modules: first to last.
    :param model: the module that holds them; where given, layers are called what its attributes are called, ``rnn_l0`` and so on
        where a module has several layers. Otherwise, and where that is no name, they are called by kind and position: ``gru0``.
    :raises ValueError: a module cannot be part of a model file, with its place in the list and what to do.
    """
    layers: List[Layer] = []
    open_linear = False
    for position, entry in enumerate(modules):
        given, module = entry if isinstance(entry, tuple) else (None, entry)
        prefix = _prefix(model, module) if model is not None else None
        where = f"layer {position} of the list ({given or prefix or type(module).__name__})"
        activation = next((word for kind, word in _ACTIVATIONS.items() if isinstance(module, kind)), None)
        if activation is not None:
            _activate(layers, activation, module, open_linear, where)
            open_linear = False
            continue
        if model is not None and prefix is None:
            raise ValueError(f"{where} is not part of the model; list the modules that the model itself holds.")
        for layer in _layers_of_module(module, prefix or "", where):
            layer.name = _name(layer, given, prefix, len(layers), where)
            if layers and layers[-1].outputs != layer.inputs:
                raise ValueError(
                    f"{where} reads {layer.inputs} values, but layer '{layers[-1].name}' before it writes {layers[-1].outputs}; the two have to be equal.")
            if any(layer.name == other.name for other in layers):
                raise ValueError(f"{where} is the second layer called '{layer.name}'; give one of them a name of its own: ('name', module).")
            layers.append(layer)
        open_linear = isinstance(module, nn.Linear)
    if not layers:
        raise ValueError("The list has no layers; a model has at least one.")
    return layers


def _prefix(model: nn.Module, module: nn.Module) -> Optional[str]:
    return next((name for name, other in model.named_modules() if other is module), None)


def _activate(layers: List[Layer], activation: str, module: nn.Module, open_linear: bool, where: str) -> None:
    if not open_linear:
        raise ValueError(f"{where} is an activation without an nn.Linear right before it; only those of nn.Linear can be chosen.")
    if isinstance(module, nn.Softmax) and module.dim != -1:
        raise ValueError(f"{where} goes over dimension {module.dim}; a step's softmax goes over its outputs: give it dim=-1.")
    layers[-1].options["activation"] = activation


def _name(layer: Layer, given: Optional[str], prefix: Optional[str], position: int, where: str) -> str:
    suffix = layer.name
    if given is not None:
        name = given + suffix
        if not _NAME.fullmatch(name):
            raise ValueError(
                f"{where} is called {name!r}; a layer's name is an ASCII letter or underscore and then up to 63 letters, digits or underscores.")
        return name
    name = re.sub("[^A-Za-z0-9_]", "_", layer.source)
    return name if prefix and _NAME.fullmatch(name) else f"{layer.kind}{position}"


def _layers_of_module(module: nn.Module, prefix: str, where: str) -> List[Layer]:
    if isinstance(module, nn.Linear):
        return [_dense(module, prefix, where)]
    if isinstance(module, nn.GRU):
        if module.bidirectional:
            raise ValueError(f"{where} is bidirectional; a model that runs step by step cannot wait for the end: train it with bidirectional=False.")
        return [_gru(module, index, prefix, where) for index in range(module.num_layers)]
    if isinstance(module, GhostGRU):
        return [_ghost_gru(module, index, prefix, where) for index in range(module.num_layers)]
    if isinstance(module, (nn.Dropout, nn.Identity)):
        raise ValueError(f"{where} does nothing outside of training; leave it out of the list.")
    if isinstance(module, nn.LogSoftmax):
        raise ValueError(f"{where} is an nn.LogSoftmax; list nn.Softmax(dim=-1) in its place, or neither and let the caller take logits.")
    raise ValueError(f"{where} is of a kind that a model file does not have ({type(module).__name__}); it has {_KINDS}.")


def _dense(module: nn.Linear, prefix: str, where: str) -> Layer:
    names = ["weight"] if module.bias is None else ["weight", "bias"]
    tensors = {name: single_precision(getattr(module, name), f"{where}: {name}") for name in names}
    options = {"units": module.out_features, "activation": "none", "bias": module.bias is not None}
    stored = {_join(prefix, name): tensor for name, tensor in tensors.items()}
    return Layer("dense", "", prefix, module.in_features, module.out_features, options, tensors, stored)


def _gru(module: nn.GRU, index: int, prefix: str, where: str) -> Layer:
    """Dropout between layers is left out: it acts in training only. nn.GRU itself refuses projections."""
    inputs = module.input_size if index == 0 else module.hidden_size
    names = ["weight_ih", "weight_hh"] + (["bias_ih", "bias_hh"] if module.bias else [])
    options = {"hidden": module.hidden_size, "reset": "after_product", "activation": "tanh"}
    layer = _recurrent("gru", module, index, module.num_layers, names, inputs, options, prefix, where)
    for bias in ("bias_ih", "bias_hh"):
        layer.tensors.setdefault(bias, numpy.zeros(3 * module.hidden_size, numpy.float32))
    return layer


def _ghost_gru(module: GhostGRU, index: int, prefix: str, where: str) -> Layer:
    inputs = module.input_size if index == 0 else module.hidden_size
    options = {
        "hidden": module.hidden_size,
        "ratio": int(module.ratio) if module.ratio == int(module.ratio) else module.ratio,
        "cheap": module.cheap,
        "groups": module.groups,
        "cheap_activation": module.cheap_activation,
        "cheap_bias": module.cheap_bias,
        "reset": module.reset,
    }
    return _recurrent("ghost_gru", module, index, module.num_layers, list(module.options.tensor_shapes(inputs)), inputs, options, prefix, where)


def _recurrent(
    kind: str,
    module: Union[nn.GRU, GhostGRU],
    index: int,
    count: int,
    names: List[str],
    inputs: int,
    options: Dict[str, Union[bool, float, int, str]],
    prefix: str,
    where: str,
) -> Layer:
    own_names = {name: f"{name}_l{index}" for name in names}
    tensors = {name: single_precision(getattr(module, own), f"{where}: {own}") for name, own in own_names.items()}
    stored = {_join(prefix, own): tensors[name] for name, own in own_names.items()}
    suffix = f"_l{index}" if count > 1 else ""
    source = prefix + suffix if prefix else suffix.lstrip("_")
    return Layer(kind, suffix, source, inputs, module.hidden_size, options, tensors, stored)


def _join(prefix: str, name: str) -> str:
    return f"{prefix}.{name}" if prefix else name
