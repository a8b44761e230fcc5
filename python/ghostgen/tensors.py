"""Weights on their way into a file."""

import numpy
import torch


def single_precision(tensor: torch.Tensor, what: str) -> numpy.ndarray:
    """The values of a tensor in single precision, which is what model files hold; a double is rounded, a half is not changed.

    :param what: what messages call the tensor.
    :return: of the tensor's shape, row-major, little-endian.
    :raises ValueError: a value is no finite number of single precision, with its index.
    """
    if not tensor.is_floating_point():
        raise ValueError(f"{what} has elements of type {tensor.dtype}; weights are floating-point numbers, so convert it: .float().")
    values = tensor.detach().to("cpu", torch.float32).contiguous().numpy().astype("<f4", copy=False)
    others = numpy.argwhere(~numpy.isfinite(values))
    if len(others) > 0:
        index = tuple(others[0])
        place = ", ".join(map(str, index))
        found = tensor.detach()[index].item()
        raise ValueError(f"{what} has {found} at index [{place}]; weights are finite numbers of single precision.")
    return values
