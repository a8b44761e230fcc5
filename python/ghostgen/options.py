"""The options of a GhostGRU, spelled as the model file spells them."""

import math
from dataclasses import dataclass

CHEAP_MAPS = ("dense", "grouped", "diagonal")
CHEAP_ACTIVATIONS = ("none", "relu", "sigmoid", "tanh")
RESET_FORMS = ("after_product", "after_whole_product", "before_product")

LARGEST_SIZE = 1 << 20
"""The largest size and ratio that a model file may have."""


@dataclass(frozen=True)
class GhostOptions:
    """What a GhostGRU layer is beside its input size; checked as it is made, with ValueError for what cannot be.

    ``hidden`` is n, the intrinsic and the ghost states together. ``ratio`` is any number from 1.
    """

    hidden: int
    ratio: float = 2
    cheap: str = "dense"
    groups: int = 1
    cheap_activation: str = "tanh"
    cheap_bias: bool = True
    reset: str = "after_product"

    def __post_init__(self) -> None:
        check_size("hidden_size", self.hidden)
        if not 1 <= self.ratio <= LARGEST_SIZE:
            raise ValueError(f"ratio is {self.ratio}; it has to be from 1, where there are no ghosts, to {LARGEST_SIZE}.")
        _check_choice("cheap", self.cheap, CHEAP_MAPS)
        _check_choice("cheap_activation", self.cheap_activation, CHEAP_ACTIVATIONS)
        _check_choice("reset", self.reset, RESET_FORMS)
        if self.cheap != "grouped" and self.groups != 1:
            raise ValueError(f"groups is {self.groups}, but only a grouped cheap map has groups; leave it at 1 or give cheap='grouped'.")
        if self.groups < 1 or self.intrinsic % self.groups != 0 or self.ghosts % self.groups != 0:
            raise ValueError(
                f"groups is {self.groups}; it has to divide both the {self.intrinsic} intrinsic states and the {self.ghosts} ghosts "
                f"of hidden_size {self.hidden} and ratio {self.ratio}."
            )

    @property
    def intrinsic(self) -> int:
        """s = ceil(n / r), in double precision as everywhere else that computes it."""
        return math.ceil(self.hidden / float(self.ratio))

    @property
    def ghosts(self) -> int:
        """m = n - s."""
        return self.hidden - self.intrinsic

    def tensor_shapes(self, inputs: int) -> "dict[str, tuple[int, ...]]":
        """The names and shapes of the layer's tensors, in the order in which files hold them."""
        intrinsic, ghosts = self.intrinsic, self.ghosts
        shapes: "dict[str, tuple[int, ...]]" = {
            "weight_ih": (3 * intrinsic, inputs),
            "weight_hh": (3 * intrinsic, self.hidden),
            "bias_ih": (3 * intrinsic,),
        }
        if self.reset != "before_product":
            shapes["bias_hh"] = (3 * intrinsic,)
        if ghosts == 0:
            return shapes
        if self.reset == "after_product":
            shapes["bias_gc"] = (intrinsic,)
        shapes["weight_cheap"] = {
            "dense": (ghosts, intrinsic),
            "grouped": (ghosts, intrinsic // self.groups),
            "diagonal": (ghosts,),
        }[self.cheap]
        if self.cheap_bias:
            shapes["bias_cheap"] = (ghosts,)
        return shapes


def check_size(name: str, size: int) -> None:
    """Refuses a size that no model has."""
    if isinstance(size, bool) or not isinstance(size, int) or not 1 <= size <= LARGEST_SIZE:
        raise ValueError(f"{name} is {size!r}; it has to be a whole number from 1 to {LARGEST_SIZE}.")


def _check_choice(name: str, value: str, choices: "tuple[str, ...]") -> None:
    if value not in choices:
        raise ValueError(f"{name} is {value!r}; the choices are {', '.join(choices)}.")
