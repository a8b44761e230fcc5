"""The equations of one GhostGRU layer over a sequence, as functions that torch.jit.script compiles.

Zhou et al., "GhostRNN: Reducing State Redundancy in RNN with Cheap Operations", Interspeech 2023 (arXiv 2411.14489).
Sizes: d inputs, n states, of which s are intrinsic (h) and m = n - s are ghosts (g); T steps of a batch of B.
"""

from typing import List, Optional

import torch
from torch import Tensor
from torch.nn import functional


def activate(values: Tensor, activation: str) -> Tensor:
    """Applies one of ``none``, ``relu``, ``sigmoid``, ``tanh`` to each value."""
    if activation == "tanh":
        return torch.tanh(values)
    if activation == "relu":
        return torch.relu(values)
    if activation == "sigmoid":
        return torch.sigmoid(values)
    return values


def cheap_map(intrinsic: Tensor, weight: Tensor, bias: Optional[Tensor], cheap: str, groups: int) -> Tensor:
    """What the ghosts' activation is applied to.

    :param intrinsic: ``[..., s]``.
    :param weight: ``[m, s]`` (dense), ``[m, s / groups]`` (grouped: row i meets the run of h with the number of i's own run)
        or ``[m]`` (diagonal: ghost i meets ``h[i mod s]``).
    :param bias: ``[m]``, or None.
    :return: ``[..., m]``.
    """
    if cheap == "dense":
        return functional.linear(intrinsic, weight, bias)
    ghosts = weight.size(0)
    if cheap == "grouped":
        runs = intrinsic.unflatten(-1, [groups, intrinsic.size(-1) // groups])
        rows = weight.unflatten(0, [groups, ghosts // groups])
        product = (runs.unsqueeze(-2) * rows).sum(-1).flatten(-2)
    else:
        repeats = (ghosts + intrinsic.size(-1) - 1) // intrinsic.size(-1)
        product = torch.cat([intrinsic] * repeats, -1)[..., :ghosts] * weight
    if bias is not None:
        product = product + bias
    return product


def run_layer(
    inputs: Tensor,
    initial_state: Tensor,
    weight_ih: Tensor,
    weight_hh: Tensor,
    bias_ih: Tensor,
    bias_hh: Optional[Tensor],
    bias_gc: Optional[Tensor],
    weight_cheap: Optional[Tensor],
    bias_cheap: Optional[Tensor],
    reset: str,
    cheap: str,
    groups: int,
    cheap_activation: str,
) -> Tensor:
    """All states of one layer.

    :param inputs: ``[T, B, d]``, T at least 1.
    :param initial_state: ``[B, n]``: h, then g.
    :param weight_ih: ``[3 s, d]``, blocks of rows for reset gate, update gate and candidate, as in all that follow.
    :param weight_hh: ``[3 s, n]``.
    :param bias_ih: ``[3 s]``.
    :param bias_hh: ``[3 s]``, or None where the reset gate stands before the product.
    :param bias_gc: ``[s]``, beside the ghosts' share of the candidate, or None.
    :param weight_cheap: None where there are no ghosts.
    :return: ``[T, B, n]``.
    """
    intrinsic = weight_ih.size(0) // 3
    gates = 2 * intrinsic
    from_inputs = functional.linear(inputs, weight_ih, bias_ih)
    gate_weight = weight_hh[:gates]
    candidate_weight = weight_hh[gates:]
    intrinsic_weight = candidate_weight[:, :intrinsic]
    ghost_weight = candidate_weight[:, intrinsic:]
    gate_bias = bias_hh[:gates] if bias_hh is not None else None
    candidate_bias = bias_hh[gates:] if bias_hh is not None else None

    state = initial_state
    states: List[Tensor] = []
    for step in range(inputs.size(0)):
        from_input = from_inputs[step]
        gate = torch.sigmoid(from_input[:, :gates] + functional.linear(state, gate_weight, gate_bias))
        reset_gate, update_gate = gate[:, :intrinsic], gate[:, intrinsic:]
        h = state[:, :intrinsic]
        g = state[:, intrinsic:]
        candidate = from_input[:, gates:]
        if reset == "after_whole_product":
            candidate = candidate + reset_gate * functional.linear(state, candidate_weight, candidate_bias)
        else:
            if reset == "after_product":
                candidate = candidate + reset_gate * functional.linear(h, intrinsic_weight, candidate_bias)
            else:
                candidate = candidate + functional.linear(reset_gate * h, intrinsic_weight)
            if weight_cheap is not None:
                candidate = candidate + functional.linear(g, ghost_weight, bias_gc)
        candidate = torch.tanh(candidate)
        h = (1 - update_gate) * candidate + update_gate * h
        if weight_cheap is not None:
            g = activate(cheap_map(h, weight_cheap, bias_cheap, cheap, groups), cheap_activation)
            state = torch.cat([h, g], -1)
        else:
            state = h
        states.append(state)
    return torch.stack(states)
