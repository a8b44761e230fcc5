"""Makes a GhostGRU of a trained nn.GRU, to train on from there."""

from dataclasses import dataclass
from typing import List, Optional, Sequence, Tuple

import numpy
import torch
from torch import Tensor, nn

from .ghost_gru import GhostGRU
from .options import GhostOptions
from .unit_choice import assign_ghosts, choose_intrinsic, fit, runs_of

@dataclass
class _Weights:
    """One layer of an nn.GRU in double precision: ``[3, n, d]``, ``[3, n, n]``, ``[3, n]``, ``[3, n]``; gates r, z, candidate."""

    weight_ih: numpy.ndarray
    weight_hh: numpy.ndarray
    bias_ih: numpy.ndarray
    bias_hh: numpy.ndarray


@dataclass
class _Samples:
    """What a layer did with the sample sequences: ``[samples, n]`` each."""

    states: numpy.ndarray
    states_before: numpy.ndarray
    reset_gates: numpy.ndarray


def ghost_gru_from_gru(
    gru: nn.GRU,
    ratio: float = 2,
    *,
    cheap: str = "dense",
    groups: int = 1,
    cheap_activation: str = "tanh",
    cheap_bias: bool = True,
    reset: str = "after_product",
    sequences: Optional[Sequence[Tensor]] = None,
) -> Tuple[GhostGRU, Tensor]:
    """A GhostGRU of the same sizes whose outputs resemble those of a trained GRU: a start for training, not its end.

    With sample sequences, layer by layer: the GRU runs over them, and QR with column pivoting of its states chooses the s units that the
    others are best made of: of states less their means, where the cheap operation has a bias, each scaled by the norm of the recurrent
    weights that it is multiplied with, so that units count as they are listened to. The chosen ones stay, with their rows of weights; all
    units are put in the order [chosen; others], and the columns of weights with them. The cheap operation is the least-squares fit of
    each other unit on the chosen ones that its shape connects it with, linear without an activation, else by L-BFGS through the tanh.
    Units go where a grouped or diagonal map connects them with chosen units that resemble them.

    Without sequences the rows of weights that lead to a unit stand for its states: units whose rows are alike have states that are
    alike. That is a much rougher guess; give sequences where there are some.

    The nearest reset form is ``after_whole_product``: but for the ghosts, it is the GRU's. The paper's ``after_product`` takes the ghosts'
    share of the candidate out of the reset gate, so the weights of that share are multiplied with what the gate lets through, row by
    row: by least squares over the samples, or the gate at rest without them. With ``ratio=1`` both are the GRU itself.

    :param gru: one direction, any number of layers; its weights are not changed. Dropout is not carried over.
    :param ratio: as of :class:`GhostGRU`, like the options that follow.
    :param cheap_activation: ``tanh`` or ``none``: states of a GRU lie between -1 and 1, where the others do not reach.
    :param reset: ``after_product`` or ``after_whole_product``.
    :param sequences: inputs as the GRU takes them, ``[T, B, d]``, ``[B, T, d]`` with ``batch_first`` or ``[T, d]``. Some thousand steps are enough.
    :return: the GhostGRU, and the permutation ``[n]`` of the last layer's units: output i of the GhostGRU stands for output
        ``permutation[i]`` of the GRU. :func:`permute_inputs` makes an nn.Linear that follows agree with it.
    :raises ValueError: the GRU or an option cannot be converted.
    """
    if gru.bidirectional:
        raise ValueError("The GRU is bidirectional; a GhostGRU has one direction: convert a GRU with bidirectional=False.")
    if reset == "before_product":
        raise ValueError("nn.GRU resets after the product; give reset='after_whole_product', the nearest form, or 'after_product'.")
    if cheap_activation not in ("tanh", "none", "identity"):
        raise ValueError(f"cheap_activation is {cheap_activation!r}; the states of a GRU lie between -1 and 1: give 'tanh' or 'none'.")
    first = gru.weight_ih_l0
    ghost = GhostGRU(
        gru.input_size, gru.hidden_size, ratio, gru.num_layers, gru.batch_first,
        cheap=cheap, groups=groups, cheap_activation=cheap_activation, cheap_bias=cheap_bias, reset=reset,
        device=first.device, dtype=first.dtype)
    inputs = None if sequences is None else [_time_first(gru, sequence) for sequence in sequences]
    if inputs is not None and not inputs:
        raise ValueError("There are no sequences; give one at least, or None to go by the weights alone.")

    permutation = list(range(gru.input_size))
    for layer in range(gru.num_layers):
        weights = _weights(gru, layer)
        samples = None
        if inputs is not None:
            inputs, samples = _run(weights, inputs)
        weights.weight_ih = weights.weight_ih[:, :, permutation]
        tensors, permutation = _convert(weights, samples, ghost.options)
        with torch.no_grad():
            for name, values in tensors.items():
                getattr(ghost, f"{name}_l{layer}").copy_(torch.from_numpy(values))
    return ghost, torch.tensor(permutation, device=first.device)


def permute_inputs(linear: nn.Linear, permutation: Tensor) -> nn.Linear:
    """A linear layer that computes from permuted inputs what the given one computes from the others.

    :param linear: reads n values.
    :param permutation: ``[n]``: value i of what is read is now value ``permutation[i]`` of what was read before.
    :raises ValueError: the permutation is of another length.
    """
    if len(permutation) != linear.in_features:
        raise ValueError(f"The permutation has {len(permutation)} units and the linear layer reads {linear.in_features} values; the two have to be equal.")
    result = nn.Linear(
        linear.in_features, linear.out_features, linear.bias is not None, device=linear.weight.device, dtype=linear.weight.dtype)
    with torch.no_grad():
        result.weight.copy_(linear.weight[:, permutation])
        if linear.bias is not None:
            result.bias.copy_(linear.bias)
    return result


def _time_first(gru: nn.GRU, sequence: Tensor) -> Tensor:
    """``[T, B, d]`` in double precision."""
    if sequence.dim() not in (2, 3) or sequence.size(-1) != gru.input_size:
        raise ValueError(f"A sequence has the shape {list(sequence.shape)}; its last size has to be {gru.input_size}, before it one or two others.")
    if sequence.dim() == 2:
        sequence = sequence.unsqueeze(1)
    elif gru.batch_first:
        sequence = sequence.transpose(0, 1)
    return sequence.detach().to("cpu", torch.float64)


def _weights(gru: nn.GRU, layer: int) -> _Weights:
    def values(name: str) -> numpy.ndarray:
        tensor = getattr(gru, f"{name}_l{layer}").detach().to("cpu", torch.float64)
        return tensor.unflatten(0, (3, gru.hidden_size)).numpy()

    zeros = numpy.zeros((3, gru.hidden_size))
    return _Weights(
        values("weight_ih"), values("weight_hh"), values("bias_ih") if gru.bias else zeros, values("bias_hh") if gru.bias else zeros)


def _run(weights: _Weights, inputs: List[Tensor]) -> Tuple[List[Tensor], _Samples]:
    """Runs one layer over sequences ``[T, B, d]``; returns what the next layer reads, and the samples."""
    hidden = weights.weight_hh.shape[1]
    gru = nn.GRU(weights.weight_ih.shape[2], hidden, dtype=torch.float64)
    outputs, before, gates = [], [], []
    with torch.no_grad():
        for name in ("weight_ih", "weight_hh", "bias_ih", "bias_hh"):
            getattr(gru, f"{name}_l0").copy_(torch.from_numpy(getattr(weights, name)).flatten(0, 1))
        for sequence in inputs:
            output = gru(sequence)[0]
            state = torch.cat([torch.zeros_like(output[:1]), output[:-1]])
            gate = torch.sigmoid(
                sequence @ gru.weight_ih_l0[:hidden].T + gru.bias_ih_l0[:hidden] + state @ gru.weight_hh_l0[:hidden].T + gru.bias_hh_l0[:hidden])
            outputs.append(output)
            before.append(state)
            gates.append(gate)
    return outputs, _Samples(*(torch.cat([values.flatten(0, 1) for values in kind]).numpy() for kind in (outputs, before, gates)))


def _convert(weights: _Weights, samples: Optional[_Samples], options: GhostOptions) -> "Tuple[dict[str, numpy.ndarray], List[int]]":
    """The tensors of a layer, and the unit at each place of its state."""
    if samples is None:
        evidence = _leading_to(weights)
    else:
        evidence = samples.states - samples.states.mean(0) if options.cheap_bias else samples.states
    # A unit that nothing listens to may be derived badly: units count as much as they are multiplied with.
    evidence = evidence * _leading_away(weights)
    runs = runs_of(options)
    intrinsic = choose_intrinsic(evidence, options.intrinsic)
    ghosts = assign_ghosts(evidence, intrinsic, runs)
    order = intrinsic + ghosts

    weight_hh = weights.weight_hh[:, intrinsic][:, :, order]
    if options.reset == "after_product":
        weight_hh[2, :, len(intrinsic):] *= _passed_by_reset(weights, samples, intrinsic, ghosts)[:, None]
    tensors = {
        "weight_ih": weights.weight_ih[:, intrinsic].reshape(3 * len(intrinsic), -1),
        "weight_hh": weight_hh.reshape(3 * len(intrinsic), -1),
        "bias_ih": weights.bias_ih[:, intrinsic].reshape(-1),
        "bias_hh": weights.bias_hh[:, intrinsic].reshape(-1),
    }
    if not ghosts:
        return tensors, order
    if options.reset == "after_product":
        tensors["bias_gc"] = numpy.zeros(len(intrinsic))

    weight_cheap = numpy.zeros((len(ghosts), len(runs[0].sources)))
    bias_cheap = numpy.zeros(len(ghosts))
    for run in runs:
        sources, units = [intrinsic[source] for source in run.sources], [ghosts[slot] for slot in run.slots]
        if samples is None:
            rows = _leading_to(weights)
            weight_cheap[run.slots], _ = fit(rows[:, sources], rows[:, units], "none", bias=False)
        else:
            weight_cheap[run.slots], bias_cheap[run.slots] = fit(
                samples.states[:, sources], samples.states[:, units], options.cheap_activation, options.cheap_bias)
    tensors["weight_cheap"] = weight_cheap[:, 0] if options.cheap == "diagonal" else weight_cheap
    if options.cheap_bias:
        tensors["bias_cheap"] = bias_cheap
    return tensors, order


def _leading_to(weights: _Weights) -> numpy.ndarray:
    """A column for each unit: all weights that are added up for it, ``[3 (d + n + 1), n]``."""
    rows = numpy.concatenate([weights.weight_ih, weights.weight_hh, (weights.bias_ih + weights.bias_hh)[:, :, None]], 2)
    return rows.transpose(0, 2, 1).reshape(-1, rows.shape[1])


def _leading_away(weights: _Weights) -> numpy.ndarray:
    """The norm of all weights that a unit is multiplied with, ``[n]``."""
    return numpy.sqrt((weights.weight_hh ** 2).sum((0, 1)))


def _passed_by_reset(weights: _Weights, samples: Optional[_Samples], intrinsic: List[int], ghosts: List[int]) -> numpy.ndarray:
    """For each intrinsic unit, what its reset gate leaves of the ghosts' share of its candidate, ``[s]``."""
    if samples is None:
        return 1 / (1 + numpy.exp(-(weights.bias_ih[0] + weights.bias_hh[0])[intrinsic]))
    share = samples.states_before[:, ghosts] @ weights.weight_hh[2][numpy.ix_(intrinsic, ghosts)].T
    gates = samples.reset_gates[:, intrinsic]
    squares = (share ** 2).sum(0)
    return numpy.where(squares > 0, (gates * share ** 2).sum(0) / numpy.where(squares > 0, squares, 1), gates.mean(0))
