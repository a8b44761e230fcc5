"""The networks that are compared. All read Hello Edge's features and end in a dense layer over the last state."""

from dataclasses import dataclass

from ghostgen.options import GhostOptions

FEATURES = 10
RATE = 16_000


@dataclass(frozen=True)
class Configuration:
    """One network.

    :param hidden: n, states of the recurrent layer.
    :param ratio: n over the number of intrinsic states; 1 is PyTorch's own nn.GRU.
    :param cheap: how ghosts are made: ``dense``, ``grouped`` or ``diagonal``.
    :param stride: samples from one frame to the next, 640 or 320.
    """

    hidden: int
    ratio: int = 1
    cheap: str = "dense"
    groups: int = 1
    stride: int = 640
    cheap_activation: str = "tanh"
    reset: str = "after_product"

    @property
    def title(self) -> str:
        """Its name for people."""
        if self.ratio == 1:
            return f"GRU {self.hidden}"
        form = "" if self.cheap == "dense" else f", {self.cheap}"
        return f"GhostGRU {self.hidden}, ratio {self.ratio}{form}"

    @property
    def frames(self) -> int:
        """Steps of one second."""
        return (RATE - 640) // self.stride + 1

    @property
    def parameters(self) -> int:
        """Trained numbers, those of the dense layer with 12 outputs among them."""
        dense = 12 * self.hidden + 12
        if self.ratio == 1:
            return 3 * self.hidden * (FEATURES + self.hidden + 2) + dense
        options = GhostOptions(self.hidden, self.ratio, self.cheap, self.groups, self.cheap_activation, True, self.reset)
        count = 0
        for shape in options.tensor_shapes(FEATURES).values():
            product = 1
            for size in shape:
                product *= size
            count += product
        return count + dense


# Widths, strides and steps are those of Hello Edge's GRU-S and GRU-M.
CONFIGURATIONS = {
    "gru-154": Configuration(154),
    "ghost-154": Configuration(154, ratio=2),
    "ghost-154-ratio-4": Configuration(154, ratio=4),
    "ghost-154-grouped": Configuration(154, ratio=2, cheap="grouped", groups=7),
    "ghost-154-diagonal": Configuration(154, ratio=2, cheap="diagonal"),
    "gru-250": Configuration(250, stride=320),
    "ghost-250": Configuration(250, ratio=2, stride=320),
}
