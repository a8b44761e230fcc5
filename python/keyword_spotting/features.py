"""The features of "Hello Edge" (arXiv 1711.07128) as TensorFlow's audio_spectrogram and mfcc operators define them, for batches of clips."""

import math

import torch
from torch import Tensor, nn

from .configurations import FEATURES, RATE

WINDOW = 640
TRANSFORM = 1024
BANDS = 40
LOWEST, HIGHEST = 20.0, 4000.0

# Clips whose spectra are computed together: few enough for a core's cache.
FEW = 20


class HelloEdgeFeatures(nn.Module):
    """10 cepstral coefficients of 40 mel bands from 20 to 4000 Hz, windows of 40 ms.

    :param stride: samples from one frame to the next.
    :param dtype: the numbers that are computed with.
    """

    def __init__(self, stride: int, dtype: torch.dtype = torch.float32) -> None:
        super().__init__()
        self.stride = stride
        self.window = torch.hann_window(WINDOW, periodic=True, dtype=torch.float64).to(dtype)
        self.bands = mel_bands().to(dtype)
        angles = math.pi / BANDS * torch.outer(torch.arange(BANDS, dtype=torch.float64) + 0.5, torch.arange(FEATURES, dtype=torch.float64))
        self.cosines = (math.sqrt(2 / BANDS) * torch.cos(angles)).to(dtype)

    def forward(self, samples: Tensor) -> Tensor:
        """``[B, samples]`` from -1 to 1 to ``[T, B, 10]``."""
        return torch.cat([self._few(part) for part in samples.split(FEW)]).transpose(0, 1)

    def _few(self, samples: Tensor) -> Tensor:
        frames = samples.unfold(-1, WINDOW, self.stride)
        magnitudes = torch.fft.rfft(frames * self.window, TRANSFORM).abs()
        return torch.log((magnitudes @ self.bands).clamp_min(1e-12)) @ self.cosines


def mel_bands() -> Tensor:
    """What each bin gives to each band, ``[513, 40]``: triangles that are straight in mels, read off at the bins' frequencies."""

    def mel(frequency: Tensor) -> Tensor:
        return 1127 * torch.log1p(frequency / 700)

    hertz = RATE / TRANSFORM
    bins = torch.arange(TRANSFORM // 2 + 1, dtype=torch.float64)
    low, high = mel(torch.tensor([LOWEST, HIGHEST], dtype=torch.float64))
    spacing = (high - low) / (BANDS + 1)
    centers = low + spacing * torch.arange(1, BANDS + 1, dtype=torch.float64)
    weights = (1 - (mel(bins * hertz).unsqueeze(1) - centers).abs() / spacing).clamp_min(0)
    used = (bins >= int(1.5 + LOWEST / hertz)) & (bins <= int(HIGHEST / hertz))
    return weights * used.unsqueeze(1)
