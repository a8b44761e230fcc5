"""Writes tests/GhostGen.Golden.Tests/Onnx/Exported: GRU networks as PyTorch exports them, with inputs and PyTorch's outputs.

Needs PyTorch with its ONNX exporter and the package onnx; the files that are committed were written by PyTorch 1.13.1. The weights are
drawn from a fixed seed, so that the same version writes the same files.
"""

import argparse
import json
import pathlib
import warnings

import torch
from torch import nn

STEPS = 12


class Network(nn.Module):
    """A stack of GRUs and a linear layer, with what people put around them."""

    def __init__(self, batch_first=False, layers=1, bias=True, activation=None, last_step=False, states=False):
        super().__init__()
        self.gru = nn.GRU(3, 5, layers, batch_first=batch_first, bias=bias)
        self.fc = nn.Linear(5, 4, bias=bias)
        self.batch_first = batch_first
        self.activation = activation
        self.last_step = last_step
        self.states = states

    def forward(self, frames, state=None):
        outputs, new_state = self.gru(frames, state)
        if self.last_step:
            outputs = outputs[:, -1] if self.batch_first else outputs[-1]
        outputs = self.fc(outputs)
        if self.activation is not None:
            outputs = self.activation(outputs)
        return (outputs, new_state) if self.states else outputs


class Scaled(nn.Module):
    """A normalized input, a dense layer before the GRU, and a single output without an axis."""

    def __init__(self):
        super().__init__()
        self.register_buffer("mean", torch.tensor([0.5, -1.0, 2.0]))
        self.register_buffer("deviation", torch.tensor([2.0, 0.5, 4.0]))
        self.before = nn.Linear(3, 6)
        self.gru = nn.GRU(6, 5, batch_first=True)
        self.fc = nn.Linear(5, 1)

    def forward(self, frames):
        frames = torch.relu(self.before((frames - self.mean) / self.deviation))
        return torch.sigmoid(self.fc(self.gru(frames)[0])).squeeze(-1)


# Name, network, version of the operators, and what differs from the usual export.
CASES = [
    ("steps_first", lambda: Network(activation=nn.Softmax(-1)), 11, {}),
    ("batch_first_two_layers", lambda: Network(batch_first=True, layers=2, activation=nn.Tanh(), states=True), 13, {}),
    ("without_bias", lambda: Network(batch_first=True, bias=False, activation=nn.ReLU()), 16, {}),
    ("fixed_sizes", lambda: Network(batch_first=True, activation=nn.Sigmoid()), 13, {"fixed": True}),
    ("last_step", lambda: Network(batch_first=True, layers=2, last_step=True, activation=nn.Softmax(-1)), 13, {"do_constant_folding": False}),
    ("last_of_steps", lambda: Network(last_step=True), 11, {}),
    ("with_state", lambda: Network(layers=2, states=True), 16, {"state": True}),
    ("scaled_input", Scaled, 13, {}),
]


def export(folder, name, make, operators, options):
    torch.manual_seed(len(name))
    network = make().eval()
    batch_first = getattr(network, "batch_first", True)
    frames = torch.randn(1, STEPS, 3) if batch_first else torch.randn(STEPS, 1, 3)
    arguments = (frames, torch.zeros(2, 1, 5)) if options.get("state") else (frames,)
    inputs = ["frames", "state"][: len(arguments)]
    with warnings.catch_warnings():
        # The exporter warns that sizes of the example may stay in the graph, which is what is to be read.
        warnings.simplefilter("ignore")
        torch.onnx.export(
            network,
            arguments,
            str(folder / f"{name}.onnx"),
            opset_version=operators,
            input_names=inputs,
            output_names=["outputs", "new_state"][: 2 if getattr(network, "states", False) else 1],
            dynamic_axes=None if options.get("fixed") else {"frames": {0: "batch" if batch_first else "steps", 1: "steps" if batch_first else "batch"}},
            do_constant_folding=options.get("do_constant_folding", True),
        )
    with torch.no_grad():
        outputs = network(*arguments)
    outputs = outputs[0] if isinstance(outputs, tuple) else outputs
    numbers = {"input": frames.flatten().tolist(), "output": outputs.flatten().tolist()}
    (folder / f"{name}.json").write_text(json.dumps(numbers) + "\n", encoding="utf-8")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=pathlib.Path, help="where the files go")
    folder = parser.parse_args().folder
    folder.mkdir(parents=True, exist_ok=True)
    for name, make, operators, options in CASES:
        export(folder, name, make, operators, options)


if __name__ == "__main__":
    main()
