"""The models of the golden vectors: every reset form with every cheap map, every activation, stacks, and plain GRUs."""

from dataclasses import dataclass, field
from typing import Callable, Dict, List, Optional, Tuple

import torch
from torch import Tensor, nn

from ghostgen import GhostGRU


@dataclass(frozen=True)
class VectorCase:
    """A model and what it is run on. The seed is the case's own, so that no case changes with another."""

    name: str
    seed: int
    build: Callable[[], nn.Module]
    """Makes the model: a layer, or an nn.ModuleDict of layers in the order in which they run."""
    sequences: Optional[int] = None
    """None: one sequence, [T, d]."""
    steps: int = 23
    has_initial_state: bool = False
    labels: Tuple[str, ...] = ()
    mean: Optional[Tuple[float, ...]] = None
    scale: Optional[Tuple[float, ...]] = None
    metadata: Dict[str, str] = field(default_factory=dict)

    def layers(self, model: nn.Module) -> List[nn.Module]:
        """The model's layers, first to last."""
        return _leaves(model)

    def randomize(self, model: nn.Module) -> None:
        """Draws weights large enough for gates to open and close: half as large again as nn.GRU draws them."""
        torch.manual_seed(self.seed)
        for layer in self.layers(model):
            if hasattr(layer, "reset_parameters"):
                layer.reset_parameters()
        with torch.no_grad():
            for parameter in model.parameters():
                parameter *= 1.5

    def draw_inputs(self, inputs: int, states: int) -> Tuple[Tensor, Optional[Tensor]]:
        """Inputs ``[T, d]`` or ``[sequences, T, d]``, of the scale that the normalization expects, and an initial state or None."""
        generator = torch.Generator().manual_seed(self.seed + 1000)
        leading = () if self.sequences is None else (self.sequences,)
        values = torch.randn(*leading, self.steps, inputs, generator=generator)
        if self.scale is not None:
            values = values / torch.tensor(self.scale)
        if self.mean is not None:
            values = values + torch.tensor(self.mean)
        state = 2 * torch.rand(*leading, states, generator=generator) - 1 if self.has_initial_state else None
        return values, state

    def run(self, model: nn.Module, inputs: Tensor, initial_state: Optional[Tensor], compute_in: torch.dtype = torch.float64) -> Tensor:
        """Every step's outputs. Those of double precision differ from machine to machine far below a single's digits.

        :param inputs: ``[..., T, d]``.
        :param initial_state: ``[..., states]``, of all recurrent layers, first to last.
        :return: ``[..., T, outputs]`` in single precision.
        """
        values = inputs.to(compute_in)
        if self.mean is not None:
            values = values - torch.tensor(self.mean, dtype=compute_in)
        if self.scale is not None:
            values = values * torch.tensor(self.scale, dtype=compute_in)
        if self.sequences is None:
            values = values.unsqueeze(0)
        rest = None if initial_state is None else initial_state.to(compute_in).reshape(len(values), -1)
        with torch.no_grad():
            for layer in self.layers(model):
                if isinstance(layer, (nn.GRU, GhostGRU)):
                    state = None
                    if rest is not None:
                        width = layer.num_layers * layer.hidden_size
                        state = rest[:, :width].unflatten(1, (layer.num_layers, layer.hidden_size)).transpose(0, 1).contiguous()
                        rest = rest[:, width:]
                    values = layer.to(compute_in)(values.transpose(0, 1), state)[0].transpose(0, 1)
                else:
                    values = layer.to(compute_in)(values)
                layer.float()
        return values.float().reshape(*inputs.shape[:-1], -1)


def _leaves(model: nn.Module) -> List[nn.Module]:
    if isinstance(model, nn.ModuleDict):
        return [leaf for child in model.values() for leaf in _leaves(child)]
    return [model]


def state_size(layers: List[nn.Module]) -> int:
    """The states of all recurrent layers."""
    return sum(layer.num_layers * layer.hidden_size for layer in layers if isinstance(layer, (nn.GRU, GhostGRU)))


def _alone(layer: Callable[[], nn.Module]) -> Callable[[], nn.Module]:
    return lambda: nn.ModuleDict({"rnn": layer()})


CASES = (
    VectorCase("after_product_dense", 1, _alone(lambda: GhostGRU(5, 13))),
    VectorCase("after_product_grouped", 2, _alone(lambda: GhostGRU(7, 15, 2.5, cheap="grouped", groups=3, cheap_activation="relu"))),
    VectorCase("after_product_diagonal", 3, _alone(lambda: GhostGRU(5, 11, 4, cheap="diagonal", cheap_activation="sigmoid"))),
    VectorCase("after_whole_product_dense", 4, _alone(lambda: GhostGRU(7, 13, 2.5, cheap_activation="none", reset="after_whole_product"))),
    VectorCase("after_whole_product_grouped", 5, _alone(
        lambda: GhostGRU(5, 12, 2, cheap="grouped", groups=3, cheap_bias=False, reset="after_whole_product"))),
    VectorCase("after_whole_product_diagonal", 6, _alone(lambda: GhostGRU(11, 13, 2, cheap="diagonal", reset="after_whole_product"))),
    VectorCase("before_product_dense", 7, _alone(
        lambda: GhostGRU(5, 11, 2, cheap_activation="relu", cheap_bias=False, reset="before_product"))),
    VectorCase("before_product_grouped", 8, _alone(
        lambda: GhostGRU(7, 16, 4, cheap="grouped", groups=2, cheap_activation="sigmoid", reset="before_product"))),
    VectorCase("before_product_diagonal", 9, _alone(
        lambda: GhostGRU(5, 13, 2.5, cheap="diagonal", cheap_activation="none", reset="before_product"))),
    VectorCase("linear_ghosts", 10, _alone(lambda: GhostGRU(5, 13, 2, cheap_activation="none"))),
    VectorCase("ratio_1", 11, _alone(lambda: GhostGRU(5, 11, 1))),
    VectorCase("ratio_1_before_product", 12, _alone(lambda: GhostGRU(7, 11, 1, reset="before_product"))),
    VectorCase("ratio_4", 13, _alone(lambda: GhostGRU(5, 13, 4)), sequences=3),
    VectorCase(
        "ghost_stack_softmax", 14,
        lambda: nn.ModuleDict({
            "encoder": nn.ModuleDict({"rnn": GhostGRU(7, 13, num_layers=2)}), "fc": nn.Linear(13, 5), "softmax": nn.Softmax(dim=-1)}),
        sequences=2,
        labels=("yes", "no", 'an "other"', "été", "\U0001F47B"),
        mean=(0.5, -1.25, 8, 0, 1e-5, 3, 0.1),
        scale=(2, 0.25, 0.125, 1, 1000, 1 / 3, 1.5),
        metadata={"source": "golden vectors", "made by": "python/make_vectors.py"}),
    VectorCase("gru_stack_linear", 15, lambda: nn.ModuleDict({"rnn": nn.GRU(5, 11, num_layers=2), "fc": nn.Linear(11, 7)})),
    VectorCase("gru_without_bias", 16, lambda: nn.GRU(7, 13, bias=False)),
    VectorCase("gru_stack_alone", 17, lambda: nn.GRU(3, 7, num_layers=2, dropout=0.5), sequences=2, has_initial_state=True),
    VectorCase("ghost_stack_initial_state", 18, _alone(lambda: GhostGRU(5, 11, 2.5, num_layers=2)), sequences=2, has_initial_state=True),
    VectorCase(
        "linear_around_gru", 19,
        lambda: nn.ModuleDict({
            "front": nn.Linear(5, 7), "relu": nn.ReLU(), "rnn": nn.GRU(7, 11), "hidden": nn.Linear(11, 5, bias=False), "tanh": nn.Tanh(),
            "back": nn.Linear(5, 1), "sigmoid": nn.Sigmoid()})),
)
