"""The clips of Speech Commands (Warden, 2018; CC BY 4.0), as folders of WAV files, one folder a word."""

import wave
from dataclasses import dataclass
from pathlib import Path
from typing import Dict, List

import numpy
from tqdm import tqdm

from .configurations import RATE

KEYWORDS = ["yes", "no", "up", "down", "left", "right", "on", "off", "stop", "go"]
LABELS = ["silence", "unknown"] + KEYWORDS
SILENCE, UNKNOWN = 0, 1


@dataclass
class Clips:
    """Clips of one second with the numbers of their labels.

    :param samples: ``[clips, 16000]`` of 16 bits; shorter clips end in zeros.
    :param labels: ``[clips]``.
    :param names: ``folder/file`` of each.
    """

    samples: numpy.ndarray
    labels: numpy.ndarray
    names: List[str]


class DataError(Exception):
    """The data is not as it has to be; the message says where and what to do."""


def label_of(folder: str) -> int:
    """The label of a folder's clips: a word that is no keyword is unknown."""
    name = folder.strip("_")
    return LABELS.index(name) if name in LABELS else UNKNOWN


def read_clips(folder: Path) -> Clips:
    """Reads ``folder/WORD/*.wav``, in the order of names."""
    files = sorted(folder.glob("*/*.wav"))
    if not files:
        raise DataError(f"{folder}: folders of words with .wav files are expected here, and there are none; unpack Speech Commands there")
    samples = numpy.zeros((len(files), RATE), numpy.int16)
    for row, file in zip(samples, tqdm(files, f"reading {folder.name}", unit=" clips", leave=False, disable=None)):
        clip = read_wav(file)[:RATE]
        row[:clip.size] = clip
    return Clips(samples, numpy.array([label_of(file.parent.name) for file in files]), [f"{file.parent.name}/{file.name}" for file in files])


def read_noises(folder: Path) -> Dict[str, numpy.ndarray]:
    """Reads recordings of background noise, which are longer than a clip."""
    noises = {file.name: read_wav(file) for file in sorted(folder.glob("*.wav"))}
    if not noises:
        raise DataError(f"{folder}: recordings of background noise (.wav) are expected here, and there are none")
    for name, noise in noises.items():
        if noise.size <= RATE:
            raise DataError(f"{folder / name}: {noise.size} samples are shorter than a second; noise has to be longer")
    return noises


def read_wav(file: Path) -> numpy.ndarray:
    """The samples of a WAV file of 16 bits, 16 kHz and one channel."""
    try:
        with wave.open(str(file)) as reader:
            form = (reader.getframerate(), reader.getsampwidth() * 8, reader.getnchannels())
            content = reader.readframes(reader.getnframes())
    except (wave.Error, EOFError) as error:
        raise DataError(f"{file}: this is no WAV file that can be read ({error})") from error
    if form != (RATE, 16, 1):
        raise DataError(f"{file}: {RATE} Hz, 16 bits and 1 channel are expected, and it has {form[0]} Hz, {form[1]} bits and {form[2]}")
    return numpy.frombuffer(content, "<i2")
