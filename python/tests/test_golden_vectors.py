import itertools
import tempfile
import unittest
from pathlib import Path

import torch

from ghostgen import GhostGRU, load_safetensors
from ghostgen.options import CHEAP_ACTIVATIONS, CHEAP_MAPS, RESET_FORMS
from make_vectors import FOLDER, save_case, save_model
from vector_cases import CASES


class GoldenVectorTests(unittest.TestCase):
    def test_the_committed_files_are_those_of_the_cases(self):
        endings = (".ghost.json", ".safetensors", ".vectors.safetensors")
        expected = {case.name + ending for case, ending in itertools.product(CASES, endings)}
        self.assertEqual({path.name for path in FOLDER.iterdir()}, expected)

    def test_exporters_write_the_committed_models(self):
        for case in CASES:
            with self.subTest(case.name), tempfile.TemporaryDirectory() as folder:
                model = case.build().eval()
                model.load_state_dict(load_safetensors(FOLDER / f"{case.name}.safetensors")[0])
                save_model(case, model, Path(folder))
                for ending in (".ghost.json", ".safetensors"):
                    self.assertEqual((Path(folder) / (case.name + ending)).read_bytes(), (FOLDER / (case.name + ending)).read_bytes())

    def test_models_compute_the_committed_outputs(self):
        for case in CASES:
            with self.subTest(case.name):
                model = case.build().eval()
                model.load_state_dict(load_safetensors(FOLDER / f"{case.name}.safetensors")[0])
                vectors, _ = load_safetensors(FOLDER / f"{case.name}.vectors.safetensors")
                for compute_in in (torch.float64, torch.float32):
                    outputs = case.run(model, vectors["input"], vectors.get("initial_state"), compute_in)
                    self.assertEqual(outputs.shape, vectors["output"].shape)
                    self.assertLess((outputs - vectors["output"]).abs().max(), 1e-6)

    def test_making_them_twice_gives_the_same_bytes(self):
        with tempfile.TemporaryDirectory() as first, tempfile.TemporaryDirectory() as second:
            for case in CASES:
                for folder in (first, second):
                    save_case(case, Path(folder))
            names = sorted(path.name for path in Path(first).iterdir())
            self.assertEqual(names, sorted(path.name for path in FOLDER.iterdir()))
            for name in names:
                self.assertEqual((Path(first) / name).read_bytes(), (Path(second) / name).read_bytes(), name)

    def test_outputs_are_worth_comparing(self):
        for case in CASES:
            outputs = load_safetensors(FOLDER / f"{case.name}.vectors.safetensors")[0]["output"]
            self.assertGreaterEqual(outputs.shape[-2], 20)
            self.assertGreater(outputs.std(-2).max(), 0.02, case.name)

    def test_every_variant_has_a_case(self):
        ghosts = [layer for case in CASES for layer in case.layers(case.build()) if isinstance(layer, GhostGRU)]
        self.assertEqual(
            {(layer.reset, layer.cheap) for layer in ghosts if layer.ghost_size > 0}, set(itertools.product(RESET_FORMS, CHEAP_MAPS)))
        self.assertEqual({layer.cheap_activation for layer in ghosts}, set(CHEAP_ACTIVATIONS))
        self.assertEqual({layer.ratio for layer in ghosts}, {1, 2, 2.5, 4})
        self.assertEqual({layer.cheap_bias for layer in ghosts}, {True, False})


if __name__ == "__main__":
    unittest.main()
