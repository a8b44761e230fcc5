import json
import math
import os
import tempfile
import unittest
from pathlib import Path
from unittest import mock

import numpy
import torch
from torch import nn

from ghostgen import GhostGRU, load_safetensors, save_ghost_json, save_safetensors, save_vectors
from ghostgen.json_text import number, quoted
from ghostgen.safetensors import METADATA_KEY


class FolderTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)


class JsonTextTests(unittest.TestCase):
    def test_numbers_are_spelled_as_dotnet_spells_them(self):
        # Printed by .NET 10: double.ToString("R", CultureInfo.InvariantCulture).
        for value, text in (
                (8.0, "8"), (-1.25, "-1.25"), (1e15, "1000000000000000"), (1e16, "10000000000000000"), (1e17, "1E+17"),
                (123456789012345680.0, "1.2345678901234568E+17"), (1e-4, "0.0001"), (1e-5, "1E-05"), (1.5e-5, "1.5E-05"), (1e-300, "1E-300"),
                (-0.0, "-0"), (0.0, "0"), (0.1, "0.1"), (1 / 3, "0.3333333333333333"), (1e100, "1E+100"), (5e-324, "5E-324"),
                (999999999999999.9, "999999999999999.9"), (0.00012345, "0.00012345"), (123456.7, "123456.7")):
            self.assertEqual(number(value), text)

    def test_every_number_is_read_back(self):
        values = numpy.random.default_rng(1).integers(0, 2 ** 64, 10000, numpy.uint64).view(numpy.float64)
        for value in values[numpy.isfinite(values)]:
            self.assertEqual(float(number(value)), value)

    def test_strings_are_escaped_where_dotnet_escapes_them(self):
        # Printed by .NET 10: JavaScriptEncoder.UnsafeRelaxedJsonEscaping.
        for text, escaped in (
                ('a"b\\', '"a\\"b\\\\"'), ("\x00\x1f\x7f\x9f", '"\\u0000\\u001F\\u007F\\u009F"'), ("\b\t\n\v\f\r", '"\\b\\t\\n\\u000B\\f\\r"'),
                ("é\u00a0<&'>", '"é\\u00A0<&\'>"'), ("\U0001F600", '"\\uD83D\\uDE00"'), ("\ufeff\u2028\ue000", '"\\uFEFF\\u2028\\uE000"')):
            self.assertEqual(quoted(text), escaped)
            self.assertEqual(json.loads(escaped), text)


class GhostJsonTests(FolderTest):
    def test_the_text_has_a_line_for_each_layer_and_tensor(self):
        gru, linear = nn.GRU(2, 1), nn.Linear(1, 2)
        with torch.no_grad():
            for value, parameter in enumerate([*gru.parameters(), *linear.parameters()]):
                parameter.fill_(value)
        path = self.folder / "small.ghost.json"
        save_ghost_json(
            path, [gru, linear, nn.Softmax(dim=-1)], name="small", labels=["yes", "no"], mean=[0.5, 8], scale=torch.tensor([2, 0.25]),
            metadata={"b": "2", "a": "1"})
        self.assertEqual(path.read_text("utf-8"), '''{
  "format": "ghostgen/1",
  "name": "small",
  "input": 2,
  "normalization": { "mean": [0.5, 8], "scale": [2, 0.25] },
  "layers": [
    { "kind": "gru", "name": "gru0", "hidden": 1, "reset": "after_product", "activation": "tanh" },
    { "kind": "dense", "name": "dense1", "units": 2, "activation": "softmax", "bias": true }
  ],
  "labels": ["yes", "no"],
  "metadata": {
    "a": "1",
    "b": "2"
  },
  "tensors": {
    "gru0.weight_ih": { "dtype": "F32", "shape": [3, 2], "data": "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA" },
    "gru0.weight_hh": { "dtype": "F32", "shape": [3, 1], "data": "AACAPwAAgD8AAIA/" },
    "gru0.bias_ih": { "dtype": "F32", "shape": [3], "data": "AAAAQAAAAEAAAABA" },
    "gru0.bias_hh": { "dtype": "F32", "shape": [3], "data": "AABAQAAAQEAAAEBA" },
    "dense1.weight": { "dtype": "F32", "shape": [2, 1], "data": "AACAQAAAgEA=" },
    "dense1.bias": { "dtype": "F32", "shape": [2], "data": "AACgQAAAoEA=" }
  }
}
''')

    def test_a_gru_without_biases_gets_zeros(self):
        path = self.folder / "x.ghost.json"
        save_ghost_json(path, [nn.GRU(2, 1, bias=False)], name="x")
        tensors = json.loads(path.read_text())["tensors"]
        self.assertEqual(tensors["gru0.bias_ih"]["data"], "AAAAAAAAAAAAAAAA")
        self.assertEqual(tensors["gru0.bias_hh"]["data"], "AAAAAAAAAAAAAAAA")

    def test_layers_are_called_as_the_caller_says_or_as_the_model_does(self):
        model = nn.ModuleDict({"my-rnn": GhostGRU(3, 4, num_layers=2), "body": nn.Sequential(nn.Linear(4, 4), nn.ReLU()), "fc": nn.Linear(4, 2)})
        layers = [model["my-rnn"], model["body"][0], model["body"][1], ("head", model["fc"])]

        def names(**options):
            path = self.folder / "x.ghost.json"
            save_ghost_json(path, layers, name="x", **options)
            return [layer["name"] for layer in json.loads(path.read_text())["layers"]]

        self.assertEqual(names(), ["ghost_gru0", "ghost_gru1", "dense2", "head"])
        self.assertEqual(names(model=model), ["my_rnn_l0", "my_rnn_l1", "body_0", "head"])

    def test_doubles_are_rounded_to_singles(self):
        linear = nn.Linear(1, 1, bias=False).double()
        nn.init.constant_(linear.weight, 0.1)
        path = self.folder / "x.ghost.json"
        save_ghost_json(path, [linear], name="x")
        self.assertIn('"data": "zczMPQ=="', path.read_text())


class SafetensorsTests(FolderTest):
    def test_weights_and_description_are_read_back(self):
        model = nn.ModuleDict({"encoder": nn.ModuleDict({"rnn": GhostGRU(3, 5, 2.5, 2)}), "unused": nn.Linear(1, 1), "fc": nn.Linear(5, 2)})
        path = self.folder / "x.safetensors"
        save_safetensors(
            path, model, [model["encoder"]["rnn"], model["fc"], nn.Softmax(dim=-1)], name="x", labels=["é", "no"], scale=[1, 2, 0.1],
            metadata={"key": "value"})
        tensors, metadata = load_safetensors(path)
        state = model.state_dict()
        self.assertEqual(list(tensors), [name for name in state if not name.startswith("unused")])
        for name, values in tensors.items():
            self.assertTrue(torch.equal(values, state[name]))
        ghost = {
            "kind": "ghost_gru", "hidden": 5, "ratio": 2.5, "cheap": "dense", "groups": 1, "cheap_activation": "tanh", "cheap_bias": True,
            "reset": "after_product"}
        self.assertEqual(json.loads(metadata[METADATA_KEY]), {
            "name": "x",
            "normalization": {"scale": [1.0, 2.0, 0.1]},
            "layers": [
                {"from": "encoder.rnn_l0", "name": "encoder_rnn_l0", **ghost},
                {"from": "encoder.rnn_l1", "name": "encoder_rnn_l1", **ghost},
                {"from": "fc", "kind": "dense", "name": "fc", "units": 2, "activation": "softmax", "bias": True}],
            "labels": ["é", "no"],
            "metadata": {"key": "value"}})

    def test_the_layout_is_that_of_the_format(self):
        path = self.folder / "x.safetensors"
        for units in range(1, 12):
            linear = nn.Linear(1, units)
            save_safetensors(path, linear, [linear], name="x" * units)
            content = path.read_bytes()
            length = int.from_bytes(content[:8], "little")
            self.assertEqual(length % 8, 0)
            header = json.loads(content[8:8 + length])
            self.assertEqual(header["weight"], {"dtype": "F32", "shape": [units, 1], "data_offsets": [0, 4 * units]})
            self.assertEqual(header["bias"], {"dtype": "F32", "shape": [units], "data_offsets": [4 * units, 8 * units]})
            self.assertEqual(len(content), 8 + length + 8 * units)
            self.assertEqual(content[8 + length:8 + length + 4 * units], linear.weight.detach().numpy().tobytes())

    def test_a_model_that_is_its_only_module_has_no_prefix(self):
        for layers, sources in ((1, [""]), (2, ["l0", "l1"])):
            gru = nn.GRU(2, 3, layers)
            path = self.folder / "x.safetensors"
            save_safetensors(path, gru, [gru], name="x")
            tensors, metadata = load_safetensors(path)
            self.assertEqual(list(tensors), list(gru.state_dict()))
            described = json.loads(metadata[METADATA_KEY])["layers"]
            self.assertEqual([layer["from"] for layer in described], sources)
            self.assertEqual([layer["name"] for layer in described], [f"gru{index}" for index in range(layers)])

    def test_damaged_files_are_refused(self):
        path = self.folder / "x.safetensors"
        linear = nn.Linear(2, 2)
        save_safetensors(path, linear, [linear], name="x")
        content = path.read_bytes()
        for damaged, message in (
                (b"", "no safetensors file"), (content[:20], "no safetensors file"), (content[:-1], "'bias' of shape .* does not fit"),
                (content.replace(b'"F32"', b'"F99"'), "elements of type F99")):
            path.write_bytes(damaged)
            with self.assertRaisesRegex(ValueError, message):
                load_safetensors(path)


class VectorFileTests(FolderTest):
    def test_vectors_are_read_back(self):
        path = self.folder / "x.vectors.safetensors"
        arrays = {"input": torch.randn(2, 5, 3), "output": torch.randn(2, 5, 4), "initial_state": torch.randn(2, 7)}
        save_vectors(path, *arrays.values())
        read, _ = load_safetensors(path)
        self.assertEqual(list(read), list(arrays))
        for name, values in arrays.items():
            self.assertTrue(torch.equal(read[name], values))

    def test_shapes_that_do_not_fit_are_refused(self):
        path = self.folder / "x.vectors.safetensors"
        for arguments, message in (
                ((torch.zeros(5), torch.zeros(5)), r"inputs have the shape \[5\]"),
                ((torch.zeros(5, 3), torch.zeros(4, 3)), r"outputs \[4, 3\]"),
                ((torch.zeros(2, 5, 3), torch.zeros(2, 5, 3), torch.zeros(7)), r"initial state has the shape \[7\]")):
            with self.assertRaisesRegex(ValueError, message):
                save_vectors(path, *arguments)
        self.assertFalse(path.exists())


class RefusedModelTests(FolderTest):
    def check(self, layers, message, **options):
        path = self.folder / "x.ghost.json"
        with self.assertRaisesRegex(ValueError, message):
            save_ghost_json(path, layers, **{"name": "x", **options})
        self.assertFalse(path.exists())

    def test_modules_that_have_no_place_in_a_model_file(self):
        self.check([], "no layers")
        self.check([nn.GRU(2, 3, bidirectional=True)], r"layer 0 of the list \(GRU\) is bidirectional; .*bidirectional=False")
        self.check([nn.LSTM(2, 3)], r"layer 0 of the list \(LSTM\) is of a kind .*it has nn.GRU, GhostGRU and nn.Linear")
        self.check([nn.GRU(2, 3), nn.Dropout()], r"layer 1 of the list \(Dropout\) does nothing outside of training; leave it out")
        self.check([nn.GRU(2, 3), nn.Tanh()], r"layer 1 of the list \(Tanh\) is an activation without an nn.Linear")
        self.check([nn.Linear(2, 3), nn.ReLU(), nn.Tanh()], r"layer 2 of the list \(Tanh\) is an activation without")
        self.check([nn.Linear(2, 3), nn.Softmax(dim=1)], r"goes over dimension 1; .*dim=-1")
        self.check([nn.Linear(2, 3), nn.LogSoftmax(dim=-1)], "LogSoftmax")

    def test_sizes_and_names(self):
        self.check([("rnn", nn.GRU(2, 3)), ("fc", nn.Linear(4, 1))], r"layer 1 of the list \(fc\) reads 4 values, but layer 'rnn' before it writes 3")
        self.check([("a", nn.Linear(2, 2)), ("a", nn.Linear(2, 2))], "the second layer called 'a'")
        self.check([("a-b", nn.Linear(2, 2))], "is called 'a-b'; a layer's name is")
        self.check([nn.Linear(2, 2)], "1 labels and 2 outputs", labels=["a"])
        self.check([nn.Linear(2, 2)], "3 numbers as mean; the model reads 2", mean=[1, 2, 3])
        self.check([nn.Linear(2, 2)], "The scale has inf at index 1", scale=[1, math.inf])
        self.check([nn.Linear(2, 2)], "5 is no string", metadata={"epochs": 5})
        self.check([nn.Linear(2, 2)], "not part of the model", model=nn.Linear(2, 2))

    def test_weights_that_are_no_finite_singles(self):
        for value, found in ((math.nan, "nan"), (-math.inf, "-inf"), (1e300, r"1e\+300")):
            gru = nn.GRU(2, 3, 2).double()
            with torch.no_grad():
                gru.weight_hh_l1[4, 2] = value
            self.check([("rnn", gru)], rf"layer 0 of the list \(rnn\): weight_hh_l1 has {found} at index \[4, 2\]")

    def test_a_failure_leaves_the_old_file_and_nothing_beside_it(self):
        path = self.folder / "x.ghost.json"
        path.write_text("old")
        with mock.patch("os.replace", side_effect=OSError("full")):
            with self.assertRaises(OSError):
                save_ghost_json(path, [nn.Linear(2, 2)], name="x")
        self.assertEqual(path.read_text(), "old")
        self.assertEqual(os.listdir(self.folder), [path.name])


if __name__ == "__main__":
    unittest.main()
