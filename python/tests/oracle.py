"""The equations of a GhostGRU in numpy, one unit at a time, written without looking at how the module computes them."""

from typing import Dict

import numpy

ACTIVATIONS = {
    "none": lambda value: value,
    "relu": lambda value: max(value, 0.0),
    "sigmoid": lambda value: 1 / (1 + numpy.exp(-value)),
    "tanh": numpy.tanh,
}


def step(tensors: Dict[str, numpy.ndarray], x: numpy.ndarray, state: numpy.ndarray, options) -> numpy.ndarray:
    """The next state ``[h; g]`` of one layer.

    :param tensors: by the names of the model file, without the layer's index.
    :param x: ``[d]``.
    :param state: ``[n]``.
    """
    s, m = options.intrinsic, options.ghosts
    h, g = state[:s], state[s:]
    sigmoid = ACTIVATIONS["sigmoid"]
    w, u, b = tensors["weight_ih"], tensors["weight_hh"], tensors["bias_ih"]
    c = tensors.get("bias_hh", numpy.zeros(3 * s))
    r = numpy.array([sigmoid(w[i] @ x + b[i] + u[i] @ state + c[i]) for i in range(s)])
    z = numpy.array([sigmoid(w[s + i] @ x + b[s + i] + u[s + i] @ state + c[s + i]) for i in range(s)])
    new = numpy.empty(s)
    for i in range(s):
        row = 2 * s + i
        inner, outer = u[row, :s], u[row, s:]
        if options.reset == "after_product":
            ghost_bias = tensors["bias_gc"][i] if m > 0 else 0.0
            candidate = w[row] @ x + b[row] + r[i] * (inner @ h + c[row]) + outer @ g + ghost_bias
        elif options.reset == "after_whole_product":
            candidate = w[row] @ x + b[row] + r[i] * (inner @ h + outer @ g + c[row])
        else:
            candidate = w[row] @ x + b[row] + inner @ (r * h) + outer @ g
        new[i] = (1 - z[i]) * numpy.tanh(candidate) + z[i] * h[i]
    ghosts = numpy.empty(m)
    for i in range(m):
        weight = tensors["weight_cheap"]
        if options.cheap == "dense":
            value = weight[i] @ new
        elif options.cheap == "grouped":
            group = i // (m // options.groups)
            width = s // options.groups
            value = sum(weight[i, k] * new[group * width + k] for k in range(width))
        else:
            value = weight[i] * new[i % s]
        if options.cheap_bias:
            value = value + tensors["bias_cheap"][i]
        ghosts[i] = ACTIVATIONS[options.cheap_activation](value)
    return numpy.concatenate([new, ghosts])
