import tempfile
import unittest
import wave
from pathlib import Path

import numpy
import torch

from keyword_spotting.batches import NOISE_LEVEL, SHIFT, Batches
from keyword_spotting.clips import LABELS, Clips, DataError, label_of, read_clips, read_noises, read_wav
from keyword_spotting.features import HelloEdgeFeatures

VECTORS = Path(__file__).resolve().parents[2] / "tests" / "GhostGen.Audio.Tests" / "Vectors" / "features.npz"


def write_wav(path: Path, samples: numpy.ndarray, rate: int = 16_000, channels: int = 1) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with wave.open(str(path), "wb") as writer:
        writer.setnchannels(channels)
        writer.setsampwidth(2)
        writer.setframerate(rate)
        writer.writeframes(samples.astype("<i2").tobytes())


class FeatureTests(unittest.TestCase):
    def test_features_are_those_that_numpy_computes_from_the_definition(self):
        vectors = numpy.load(VECTORS)
        for stride in (640, 320):
            for dtype in (torch.float32, torch.float64):
                sound = torch.from_numpy(vectors["signal"]).to(dtype)
                found = HelloEdgeFeatures(stride, dtype)(sound.unsqueeze(0))[:, 0]
                expected = vectors[f"hello_edge_{stride}"]
                self.assertEqual(found.shape, expected.shape)
                numpy.testing.assert_allclose(found.numpy(), expected, atol=1e-3 if dtype == torch.float32 else 1e-5)

    def test_a_clip_has_the_same_features_in_any_batch(self):
        clips = torch.randn(45, 16_000, generator=torch.manual_seed(1)) / 10
        extract = HelloEdgeFeatures(640, torch.float64)
        together = extract(clips.double())
        self.assertEqual(together.shape, (25, 45, 10))
        torch.testing.assert_close(together[:, 44:], extract(clips[44:].double()), atol=1e-9, rtol=0)


class ClipTests(unittest.TestCase):
    def setUp(self):
        temporary = tempfile.TemporaryDirectory()
        self.addCleanup(temporary.cleanup)
        self.folder = Path(temporary.name)

    def test_folders_are_labels_and_other_words_are_unknown(self):
        self.assertEqual([LABELS[label_of(folder)] for folder in ("yes", "_silence_", "silence", "_unknown_", "marvin", "_background_noise_")],
                         ["yes", "silence", "silence", "unknown", "unknown", "unknown"])

    def test_clips_are_cut_and_filled_to_a_second(self):
        write_wav(self.folder / "yes" / "short.wav", numpy.full(1_000, 7))
        write_wav(self.folder / "cat" / "long.wav", numpy.full(20_000, 9))
        clips = read_clips(self.folder)
        self.assertEqual(clips.names, ["cat/long.wav", "yes/short.wav"])
        self.assertEqual(clips.labels.tolist(), [1, 2])
        self.assertEqual(clips.samples.shape, (2, 16_000))
        self.assertEqual(clips.samples.sum(1).tolist(), [9 * 16_000, 7 * 1_000])

    def test_what_cannot_be_read_is_named(self):
        for write, message in (
                (lambda file: file.write_bytes(b"RIFF"), "no WAV file"),
                (lambda file: file.write_bytes(b""), "no WAV file"),
                (lambda file: write_wav(file, numpy.zeros(100), rate=44_100), "44100 Hz, 16 bits and 1"),
                (lambda file: write_wav(file, numpy.zeros(100), channels=2), "16000 Hz, 16 bits and 2")):
            file = self.folder / "clip.wav"
            write(file)
            with self.assertRaisesRegex(DataError, f"clip.wav.*{message}"):
                read_wav(file)
        with self.assertRaisesRegex(DataError, "none.*unpack Speech Commands"):
            read_clips(self.folder / "none")
        with self.assertRaisesRegex(DataError, "background noise"):
            read_noises(self.folder / "none")
        write_wav(self.folder / "noise" / "short.wav", numpy.zeros(16_000))
        with self.assertRaisesRegex(DataError, "short.wav: 16000 samples"):
            read_noises(self.folder / "noise")


class BatchTests(unittest.TestCase):
    def setUp(self):
        # A clip of each label is that label's number, everywhere: what it becomes shows where it has been moved.
        labels = numpy.arange(len(LABELS))
        samples = numpy.repeat((1_000 * (labels + 1))[:, None], 16_000, 1).astype(numpy.int16)
        noise = numpy.random.default_rng(1).standard_normal(50_000) * 70
        self.batches = Batches(Clips(samples, labels, [""] * len(LABELS)), {"noise": noise.astype(numpy.int16)}, 400)

    def test_a_batch_depends_on_its_seed_and_number_alone(self):
        first, labels = self.batches.draw(1, 5)
        self.batches.draw(1, 6)
        again, labels_again = self.batches.draw(1, 5)
        self.assertTrue(torch.equal(first, again) and torch.equal(labels, labels_again))
        self.assertFalse(torch.equal(first, self.batches.draw(1, 6)[0]))
        self.assertFalse(torch.equal(first, self.batches.draw(2, 5)[0]))

    def test_batches_are_as_hello_edge_draws_them(self):
        samples, labels = (torch.cat(parts) for parts in zip(*(self.batches.draw(1, number) for number in range(10))))
        shares = torch.bincount(labels, minlength=len(LABELS)) / len(labels)
        self.assertAlmostEqual(float(shares[0]), 0.10, delta=0.02)
        self.assertAlmostEqual(float(shares[1]), 0.12, delta=0.02)
        self.assertTrue(bool((samples.abs() <= 1).all()))
        spoken = labels > 0
        clean = spoken & (samples[:, SHIFT:-SHIFT].std(1) < 1e-9)
        self.assertAlmostEqual(float(clean.sum() / spoken.sum()), 0.2, delta=0.03)
        # A clip without noise is a plateau, with zeros on one side where it has been moved away.
        middle = samples[clean, 8_000]
        loud = 20 * torch.log10(middle * 32_768 / (1_000 * (labels[clean] + 1)))
        self.assertLessEqual(float(loud.abs().max()), 8.001)
        self.assertGreater(float(loud.std()), 3)
        zeros = (samples[clean] == 0).sum(1)
        self.assertLessEqual(int(zeros.max()), SHIFT)
        self.assertGreater(int(zeros.max()), SHIFT // 2)

    def test_noise_is_brought_to_one_level(self):
        self.assertAlmostEqual(float(numpy.sqrt((self.batches.noises[0] ** 2).mean())), NOISE_LEVEL, places=3)


if __name__ == "__main__":
    unittest.main()
