"""The GhostGRU as a PyTorch module."""

import math
from typing import List, Optional, Tuple

import torch
from torch import Tensor, nn

from .options import GhostOptions, check_size
from .recurrence import run_layer


class GhostGRU(nn.Module):
    """A GRU that computes s = ceil(n / ratio) intrinsic states and derives the other n - s with a cheap operation.

    Zhou et al., "GhostRNN: Reducing State Redundancy in RNN with Cheap Operations", Interspeech 2023 (arXiv 2411.14489).
    It is called like :class:`torch.nn.GRU`; with ``ratio=1`` it is one, as long as the reset gate stands after the product.

    With x the layer's input, h its intrinsic states, g its ghosts and o the element-wise product::

        r  = sigmoid(W_ir x + b_ir + W_hr [h; g] + b_hr)
        z  = sigmoid(W_iz x + b_iz + W_hz [h; g] + b_hz)

        after_product        k = tanh(W_in x + b_in + r o (W_hn h + b_hn) + W_gn g + b_gc)
        after_whole_product  k = tanh(W_in x + b_in + r o (W_hn [h; g] + b_hn))
        before_product       k = tanh(W_in x + b_in + W_hn (r o h) + W_gn g)            and no b_h anywhere

        h' = (1 - z) o k + z o h
        g' = cheap_activation(weight_cheap h' + bias_cheap)

    The state and the output are ``[h; g]``, n values.

    Parameters of layer k, beside those of nn.GRU: ``weight_ih_l{k} [3 s, d]``, ``weight_hh_l{k} [3 s, n]``, ``bias_ih_l{k} [3 s]``,
    ``bias_hh_l{k} [3 s]`` (not with before_product), and where there are ghosts ``bias_gc_l{k} [s]`` (after_product only),
    ``weight_cheap_l{k}`` (``[m, s]``, ``[m, s / groups]`` or ``[m]``) and ``bias_cheap_l{k} [m]``. Gates stand in the order r, z, k.

    :param input_size: d, the number of values that a step reads.
    :param hidden_size: n, intrinsic states and ghosts together.
    :param ratio: n / s, any number from 1.
    :param num_layers: layers on top of each other; each reads all n outputs of the one below.
    :param batch_first: whether inputs and outputs are ``[B, T, ...]`` instead of ``[T, B, ...]``.
    :param cheap: ``dense``, ``grouped`` (block-diagonal, ``groups`` blocks) or ``diagonal`` (ghost i from ``h[i mod s]``).
    :param cheap_activation: ``tanh``, ``relu``, ``sigmoid`` or ``none``; ``identity`` is another word for ``none``.
    :param cheap_bias: whether the cheap operation has a bias.
    :param reset: ``after_product`` (the paper's form), ``after_whole_product`` or ``before_product``.
    :raises ValueError: an option is none of these, or ``groups`` does not divide s and m.
    """

    __jit_unused_properties__ = ["options"]

    def __init__(
        self,
        input_size: int,
        hidden_size: int,
        ratio: float = 2,
        num_layers: int = 1,
        batch_first: bool = False,
        *,
        cheap: str = "dense",
        groups: int = 1,
        cheap_activation: str = "tanh",
        cheap_bias: bool = True,
        reset: str = "after_product",
        device: Optional[torch.device] = None,
        dtype: Optional[torch.dtype] = None,
    ) -> None:
        super().__init__()
        check_size("input_size", input_size)
        check_size("num_layers", num_layers)
        if cheap_activation == "identity":
            cheap_activation = "none"
        options = GhostOptions(hidden_size, ratio, cheap, groups, cheap_activation, cheap_bias, reset)
        self.input_size = input_size
        self.hidden_size = hidden_size
        self.ratio = float(ratio)
        self.num_layers = num_layers
        self.batch_first = batch_first
        self.cheap = cheap
        self.groups = groups
        self.cheap_activation = cheap_activation
        self.cheap_bias = cheap_bias
        self.reset = reset
        self.intrinsic_size = options.intrinsic
        self.ghost_size = options.ghosts
        for layer in range(num_layers):
            shapes = options.tensor_shapes(input_size if layer == 0 else hidden_size)
            for name, shape in shapes.items():
                setattr(self, f"{name}_l{layer}", nn.Parameter(torch.empty(shape, device=device, dtype=dtype)))
        self.reset_parameters()

    @property
    def options(self) -> GhostOptions:
        """The options, as every layer has them."""
        return GhostOptions(self.hidden_size, self.ratio, self.cheap, self.groups, self.cheap_activation, self.cheap_bias, self.reset)

    def reset_parameters(self) -> None:
        """Draws weights and biases as nn.GRU does, uniformly up to 1 / sqrt(n), and those of the cheap operation as nn.Linear does,
        up to one over the root of the number of states that a ghost is made of: else a diagonal one would begin with no ghosts to speak of.
        """
        fan_in = {"dense": self.intrinsic_size, "grouped": self.intrinsic_size // self.groups, "diagonal": 1}[self.cheap]
        for name, parameter in self.named_parameters():
            bound = 1 / math.sqrt(fan_in if "cheap" in name else self.hidden_size)
            nn.init.uniform_(parameter, -bound, bound)

    def extra_repr(self) -> str:
        text = f"{self.input_size}, {self.hidden_size}, ratio={self.ratio}, cheap={self.cheap!r}, cheap_activation={self.cheap_activation!r}"
        if self.groups != 1:
            text += f", groups={self.groups}"
        if not self.cheap_bias:
            text += ", cheap_bias=False"
        text += f", reset={self.reset!r}"
        if self.num_layers != 1:
            text += f", num_layers={self.num_layers}"
        if self.batch_first:
            text += ", batch_first=True"
        return text

    def forward(self, input: Tensor, hx: Optional[Tensor] = None) -> Tuple[Tensor, Tensor]:
        """Runs a batch of sequences, or one sequence.

        :param input: ``[T, B, d]``, ``[B, T, d]`` with ``batch_first``, or ``[T, d]``.
        :param hx: the initial state ``[num_layers, B, n]``, or ``[num_layers, n]`` for one sequence; zeros where it is None.
        :return: ``output``, every step's state of the last layer, of the input's layout with n values, and ``h_n``, the last state
            of each layer, of ``hx``'s shape.
        :raises RuntimeError: shapes do not fit.
        """
        batched = input.dim() == 3
        if not batched and input.dim() != 2:
            raise RuntimeError("The input has {} dimensions; it has to have 3, or 2 for one sequence.".format(input.dim()))
        if input.size(-1) != self.input_size:
            raise RuntimeError("The input has {} values a step; input_size is {}.".format(input.size(-1), self.input_size))
        sequence = input
        if not batched:
            sequence = input.unsqueeze(1)
        elif self.batch_first:
            sequence = input.transpose(0, 1)
        if sequence.size(0) == 0:
            raise RuntimeError("The input has no steps; give one at least.")

        batch = sequence.size(1)
        if hx is None:
            initial = torch.zeros(self.num_layers, batch, self.hidden_size, dtype=input.dtype, device=input.device)
        else:
            initial = hx if batched else hx.unsqueeze(1)
            if initial.dim() != 3 or initial.size(0) != self.num_layers or initial.size(1) != batch or initial.size(2) != self.hidden_size:
                raise RuntimeError(
                    "The initial state has the shape {}; [{}, {}, {}] is needed, without the second for one sequence.".format(
                        hx.size(), self.num_layers, batch, self.hidden_size))

        # Compiled code cannot look parameters up by a name that it makes.
        if torch.jit.is_scripting():
            weights = self._flat_weights
        else:
            weights = self._weights()
        has_ghosts = self.ghost_size > 0
        last: List[Tensor] = []
        position = 0
        for layer in range(self.num_layers):
            weight_ih, weight_hh, bias_ih = weights[position], weights[position + 1], weights[position + 2]
            position += 3
            bias_hh: Optional[Tensor] = None
            bias_gc: Optional[Tensor] = None
            weight_cheap: Optional[Tensor] = None
            bias_cheap: Optional[Tensor] = None
            if self.reset != "before_product":
                bias_hh = weights[position]
                position += 1
            if has_ghosts and self.reset == "after_product":
                bias_gc = weights[position]
                position += 1
            if has_ghosts:
                weight_cheap = weights[position]
                position += 1
            if has_ghosts and self.cheap_bias:
                bias_cheap = weights[position]
                position += 1
            sequence = run_layer(
                sequence, initial[layer], weight_ih, weight_hh, bias_ih, bias_hh, bias_gc, weight_cheap, bias_cheap,
                self.reset, self.cheap, self.groups, self.cheap_activation)
            last.append(sequence[-1])

        final = torch.stack(last)
        if not batched:
            return sequence.squeeze(1), final.squeeze(1)
        return sequence.transpose(0, 1) if self.batch_first else sequence, final

    @torch.jit.unused
    def _weights(self) -> List[Tensor]:
        return [parameter for _, parameter in self.named_parameters()]

    def __prepare_scriptable__(self) -> "GhostGRU":
        """Called by torch.jit.script: the compiled module sees its parameters, the same tensors, as a list too."""
        self._flat_weights = self._weights()
        return self
