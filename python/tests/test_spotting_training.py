import dataclasses
import json
import statistics
import tempfile
import unittest
from pathlib import Path
from unittest import mock

import numpy
import torch

from keyword_spotting import plot, results, table, training
from keyword_spotting.clips import LABELS, Clips
from keyword_spotting.configurations import CONFIGURATIONS, Configuration
from keyword_spotting.network import Spotter
from keyword_spotting.recipe import Recipe
from keyword_spotting.exporting import save_decisions, save_model


def some_clips(count: int) -> Clips:
    """Clips that sound of their labels: a tone each, higher from label to label."""
    labels = numpy.arange(count) % len(LABELS)
    time = numpy.arange(16_000) / 16_000
    samples = 8_000 * numpy.sin(2 * numpy.pi * (200 + 250 * labels[:, None]) * time)
    return Clips(samples.astype(numpy.int16), labels, [f"{LABELS[label]}/{i}.wav" for i, label in enumerate(labels)])


class TrainingTests(unittest.TestCase):
    def setUp(self):
        temporary = tempfile.TemporaryDirectory()
        self.addCleanup(temporary.cleanup)
        self.folder = Path(temporary.name)
        noise = numpy.random.default_rng(1).integers(-50, 50, 40_000).astype(numpy.int16)
        self.data = training.Data(some_clips(24), some_clips(36), {"noise": noise})
        self.recipe = Recipe(steps=12, batch=24, warmup=3, check_every=4)
        silent = mock.patch.object(training, "tqdm", lambda **options: mock.MagicMock())
        silent.start()
        self.addCleanup(silent.stop)

    def train(self, configuration: Configuration, recipe: Recipe, file: str) -> training.Run:
        return training.train("network", configuration, 1, recipe, self.data, self.folder / file)

    def test_a_network_learns(self):
        recipe = dataclasses.replace(self.recipe, steps=150, check_every=50, averaging=0.9)
        for configuration in (Configuration(16), Configuration(16, ratio=2)):
            with self.subTest(configuration):
                run = self.train(configuration, recipe, f"{configuration.ratio}.checkpoint")
                # Silence is noise in training, and a tone among these clips.
                self.assertGreater(run.validation, 0.7)

    def test_a_run_that_was_stopped_ends_as_one_that_was_not(self):
        configuration = Configuration(8, ratio=2)
        whole = self.train(configuration, self.recipe, "whole.checkpoint")
        update = training._update
        steps = iter(range(100))

        def fail_at_seven(*arguments):
            if next(steps) == 7:
                raise KeyboardInterrupt
            return update(*arguments)

        with mock.patch.object(training, "_update", fail_at_seven), self.assertRaises(KeyboardInterrupt):
            self.train(configuration, self.recipe, "stopped.checkpoint")
        self.assertEqual(torch.load(self.folder / "stopped.checkpoint")["step"], 4)
        resumed = self.train(configuration, self.recipe, "stopped.checkpoint")
        for name, value in whole.spotter.state_dict().items():
            self.assertTrue(torch.equal(value, resumed.spotter.state_dict()[name]), name)
        finished = self.train(configuration, self.recipe, "stopped.checkpoint")
        self.assertEqual(finished.validation, whole.validation)

    def test_a_checkpoint_of_another_run_is_refused(self):
        self.train(Configuration(8), self.recipe, "checkpoint")
        with self.assertRaisesRegex(ValueError, "checkpoint: it is of another run"):
            self.train(Configuration(9), self.recipe, "checkpoint")

    def test_the_recipe_rises_and_falls(self):
        rates = [Recipe().rate_at(step) for step in range(Recipe().steps)]
        self.assertEqual(max(rates), rates[Recipe().warmup])
        self.assertLess(rates[-1], 1e-6)


class NetworkTests(unittest.TestCase):
    def test_parameters_are_counted_as_they_are(self):
        for name, configuration in CONFIGURATIONS.items():
            spotter = Spotter(configuration, torch.zeros(10), torch.ones(10))
            self.assertEqual(configuration.parameters, sum(parameter.numel() for parameter in spotter.parameters()), name)

    def test_a_ghost_of_ratio_two_has_two_fifths_fewer_weights(self):
        for ghost, gru in (("ghost-154", "gru-154"), ("ghost-250", "gru-250")):
            self.assertLess(CONFIGURATIONS[ghost].parameters, 0.6 * CONFIGURATIONS[gru].parameters)

    def test_exported_files_say_what_the_network_says(self):
        with tempfile.TemporaryDirectory() as folder:
            spotter = Spotter(Configuration(8, ratio=2), torch.arange(10.0), torch.full([10], 0.5))
            save_model(Path(folder) / "m.ghost.json", spotter, "m", {"seed": "1"})
            model = json.loads((Path(folder) / "m.ghost.json").read_text("utf-8"))
            save_decisions(Path(folder) / "d.csv", ["go/1.wav"], torch.tensor([[0.0] * 10 + [0.25, 0.75]]))
            decisions = (Path(folder) / "d.csv").read_text("utf-8")
        self.assertEqual(model["labels"], LABELS)
        self.assertEqual(model["normalization"]["mean"], list(range(10)))
        self.assertIn("CC BY 4.0", model["metadata"]["trained on"])
        self.assertEqual(decisions, "clip,label,probability,ahead\ngo/1.wav,go,0.750000,0.500000\n")


class ResultTests(unittest.TestCase):
    def test_scores_count(self):
        found = results.scores(numpy.array([0, 1, 2, 2]), numpy.array([2, 1, 2, 3]))
        self.assertEqual(found, {"clips": 4, "correct": 2, "accuracy": 0.5, "accuracy_without_silence": 0.66667})

    def test_results_are_of_the_recipe_and_the_configurations_that_are_there(self):
        runs = results.load_results()
        self.assertTrue(runs)
        for name, of_name in runs.items():
            for run in of_name:
                self.assertEqual(run["configuration"], dataclasses.asdict(CONFIGURATIONS[name]), name)
                self.assertEqual(run["recipe"], dataclasses.asdict(Recipe()), name)
                self.assertEqual(run["parameters"], CONFIGURATIONS[name].parameters, name)

    def test_the_readme_has_the_table_of_the_results(self):
        text = table.README.read_text("utf-8")
        self.assertTrue(table.BEGIN in text and table.END in text)
        between = text[text.index(table.BEGIN) + len(table.BEGIN):text.index(table.END)]
        self.assertEqual(between, table.markdown(results.RESULTS), "python3 -m keyword_spotting table writes it")

    def test_the_document_says_what_the_pairs_reach(self):
        runs = results.load_results()
        mean = {name: f"{100 * statistics.mean(results.accuracy(run['test']) for run in of_name):.1f} %" for name, of_name in runs.items()}
        text = " ".join((table.README.parent / "docs" / "keyword-spotting.md").read_text("utf-8").split())
        for sentence in (
                f"GhostGRU 154 decides {mean['ghost-154']} of the test clips rightly and GRU 154 {mean['gru-154']}",
                f"with 250 states it is {mean['ghost-250']} and {mean['gru-250']}."):
            self.assertTrue(sentence in text, sentence)
        self.assertEqual([len(runs[name]) for name in ("ghost-154", "gru-154", "ghost-250", "gru-250")], 4 * [3])

    def test_the_plot_names_all_networks_and_is_the_same_each_time(self):
        texts = []
        for _ in range(2):
            with tempfile.TemporaryDirectory() as folder:
                for file in results.RESULTS.glob("*.json"):
                    (Path(folder) / file.name).write_bytes(file.read_bytes())
                plot.draw(Path(folder))
                texts.append((Path(folder) / plot.FILE).read_text("utf-8"))
        self.assertEqual(texts[0], texts[1])
        for name in results.load_results():
            self.assertIn(f"<!-- {CONFIGURATIONS[name].title} -->", texts[0])


if __name__ == "__main__":
    unittest.main()
