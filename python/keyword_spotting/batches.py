"""Batches of clips as Hello Edge trains on them: shifted in time, with background noise, silence and unknown words among them; and louder or quieter.

A batch is drawn from its own random numbers, made of the seed and the batch's number: runs with one seed see the same sound whatever
network they train, and a run that is resumed goes on as if it had never stopped.
"""

from typing import Dict, Tuple

import numpy
import torch
from torch import Tensor

from .clips import LABELS, SILENCE, Clips
from .configurations import RATE

SHIFT = RATE // 10
GAIN = 0.4  # decades of amplitude, up or down
NOISE_PROBABILITY = 0.8
NOISE_VOLUME = 0.1

# Silence is noise of any loudness: half of it as likely in each decade of these, half of it evenly up to 1.
SILENCE_DECADES = 4.0

# The root mean square that each recording of noise is brought to. Copies of the data set differ by 40 dB here; in the clips of silence
# that belong to its test set, white noise and pink noise reach this.
NOISE_LEVEL = 0.25
SILENCE_SHARE = 0.1
UNKNOWN_SHARE = 0.12


class Batches:
    """Draws batches.

    :param clips: what is trained on.
    :param noises: recordings of background noise.
    :param size: clips in a batch.
    """

    def __init__(self, clips: Clips, noises: Dict[str, numpy.ndarray], size: int) -> None:
        self.clips = clips
        self.noises = [_at_level(noise.astype(numpy.float32)) for noise in noises.values()]
        self.size = size
        self.of_label = [numpy.flatnonzero(clips.labels == label) for label in range(len(LABELS))]
        keyword = (1 - SILENCE_SHARE - UNKNOWN_SHARE) / (len(LABELS) - 2)
        self.shares = [SILENCE_SHARE, UNKNOWN_SHARE] + [keyword] * (len(LABELS) - 2)

    def draw(self, seed: int, number: int) -> Tuple[Tensor, Tensor]:
        """Samples ``[B, 16000]`` from -1 to 1, and labels ``[B]``."""
        random = numpy.random.default_rng([seed, number])
        labels = random.choice(len(LABELS), self.size, p=self.shares)
        samples = numpy.zeros((self.size, RATE), numpy.float32)
        for row, label in zip(samples, labels):
            if label == SILENCE:
                row += self._noise(random) * (random.uniform(0, 1) if random.random() < 0.5 else 10 ** random.uniform(-SILENCE_DECADES, 0))
                continue
            clip = self.clips.samples[random.choice(self.of_label[label])]
            shift = random.integers(-SHIFT, SHIFT + 1)
            row[max(0, shift):RATE + min(0, shift)] = clip[max(0, -shift):RATE - max(0, shift)]
            row *= 10 ** random.uniform(-GAIN, GAIN) / 32_768
            if random.random() < NOISE_PROBABILITY:
                row += self._noise(random) * random.uniform(0, NOISE_VOLUME)
        return torch.from_numpy(samples.clip(-1, 1)), torch.from_numpy(labels)

    def _noise(self, random: numpy.random.Generator) -> numpy.ndarray:
        noise = self.noises[random.integers(len(self.noises))]
        start = random.integers(noise.size - RATE)
        return noise[start:start + RATE]


def _at_level(noise: numpy.ndarray) -> numpy.ndarray:
    return noise * (NOISE_LEVEL / numpy.sqrt(numpy.mean(noise ** 2, dtype=numpy.float64)).astype(numpy.float32))
