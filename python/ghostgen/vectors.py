"""Golden vectors: what a model answers to inputs, to compare other implementations with."""

from typing import Dict, Optional

import numpy
import torch

from .files import FilePath, replace_file
from .safetensors import encode
from .tensors import single_precision


def save_vectors(path: FilePath, inputs: torch.Tensor, outputs: torch.Tensor, initial_state: Optional[torch.Tensor] = None) -> None:
    """Writes inputs and every step's outputs, from a state of zero for each sequence or from the one that is given.

    :param path: the file, ``NAME.vectors.safetensors``.
    :param inputs: ``[T, d]``, or ``[sequences, T, d]``.
    :param outputs: the same with the model's outputs in place of its inputs.
    :param initial_state: ``[states]`` or ``[sequences, states]``: the states of all recurrent layers, first to last.
    :raises ValueError: shapes do not fit, or a value is not finite.
    """
    if inputs.dim() not in (2, 3) or outputs.shape[:-1] != inputs.shape[:-1]:
        raise ValueError(
            f"The inputs have the shape {list(inputs.shape)} and the outputs {list(outputs.shape)}; both are [T, values] or [sequences, T, values].")
    if initial_state is not None and initial_state.shape[:-1] != inputs.shape[:-2]:
        raise ValueError(
            f"The initial state has the shape {list(initial_state.shape)} for inputs of {list(inputs.shape)}; it is [states], or [sequences, states].")
    arrays: Dict[str, numpy.ndarray] = {"input": single_precision(inputs, "input"), "output": single_precision(outputs, "output")}
    if initial_state is not None:
        arrays["initial_state"] = single_precision(initial_state, "initial_state")
    replace_file(path, encode(arrays, {}))
