"""Makes the golden vectors of the samples' audio features, with numpy alone and written apart from them.

    python3 make_feature_vectors.py ../tests/GhostGen.Audio.Tests/Vectors/features.npz

The signal is a chirp, a tone that comes and goes, and noise, with the 16 bits of a recording; its first tenth is silent. The recording is one second: the
signal with silence before and behind it, which librosa's limit of 80 dB below the loudest band lifts; one of 40 dB lifts bands in the middle of the signal too.
"""

import sys

import numpy

RATE = 16_000


def signal() -> numpy.ndarray:
    """Half a second of sound, ``[8000]``, in steps of 1 / 32768."""
    time = numpy.arange(8_000) / RATE
    chirp = 0.4 * numpy.sin(2 * numpy.pi * (100 * time + 3_500 * time ** 2))
    tone = 0.2 * numpy.sin(2 * numpy.pi * 440 * time) * (numpy.sin(2 * numpy.pi * 4 * time) > 0)
    noise = 0.01 * numpy.random.default_rng(1).standard_normal(time.size)
    sound = numpy.where(time < 0.05, 0, chirp + tone + noise)
    return (numpy.round(sound * 32_768) / 32_768).astype(numpy.float32)


def spectra(samples: numpy.ndarray, window: int, stride: int, length: int) -> numpy.ndarray:
    """Magnitudes of windowed frames, ``[frames, length / 2 + 1]``."""
    starts = range(0, samples.size - window + 1, stride)
    hann = 0.5 - 0.5 * numpy.cos(2 * numpy.pi * numpy.arange(window) / window)
    return numpy.abs(numpy.fft.rfft([samples[start:start + window].astype(float) * hann for start in starts], length))


def tensorflow_bands(magnitudes: numpy.ndarray, bands: int, low: float, high: float) -> numpy.ndarray:
    """What TensorFlow's mfcc operator sums, bin by bin: a part of each bin's magnitude goes to the band below it, the rest to the one above."""
    bins = magnitudes.shape[1]
    hertz = RATE / 2 / (bins - 1)

    def mel(frequency: float) -> float:
        return 1127 * numpy.log(1 + frequency / 700)

    spacing = (mel(high) - mel(low)) / (bands + 1)
    centers = [mel(low) + spacing * (band + 1) for band in range(bands + 1)]
    sums = numpy.zeros((magnitudes.shape[0], bands))
    for bin_ in range(int(1.5 + low / hertz), int(high / hertz) + 1):
        place = mel(bin_ * hertz)
        below = -1
        while below + 1 < bands and centers[below + 1] < place:
            below += 1
        start = centers[below] if below >= 0 else mel(low)
        share = (centers[below + 1] - place) / (centers[below + 1] - start)
        if below >= 0:
            sums[:, below] += magnitudes[:, bin_] * share
        if below + 1 < bands:
            sums[:, below + 1] += magnitudes[:, bin_] * (1 - share)
    return sums


def slaney_bands(powers: numpy.ndarray, bands: int, low: float, high: float) -> numpy.ndarray:
    """What librosa's mel filters sum: triangles in Hz between points that are equally spaced in Slaney's mels, of equal area."""
    def hertz(mels: numpy.ndarray) -> numpy.ndarray:
        return numpy.where(mels < 15, mels * 200 / 3, 1000 * 6.4 ** ((mels - 15) / 27))

    def mels(frequency: float) -> float:
        return frequency * 3 / 200 if frequency < 1000 else 15 + 27 * numpy.log(frequency / 1000) / numpy.log(6.4)

    points = hertz(numpy.linspace(mels(low), mels(high), bands + 2))
    frequencies = numpy.linspace(0, RATE / 2, powers.shape[1])
    sums = numpy.zeros((powers.shape[0], bands))
    for band in range(bands):
        left, middle, right = points[band:band + 3]
        weights = numpy.interp(frequencies, [left, middle, right], [0, 1, 0], left=0, right=0) * 2 / (right - left)
        sums[:, band] = powers @ weights
    return sums


def cosines(values: numpy.ndarray, coefficients: int, orthonormal: bool) -> numpy.ndarray:
    """DCT-II, ``[frames, bands]`` to ``[frames, coefficients]``."""
    bands = values.shape[1]
    result = numpy.sqrt(2 / bands) * values @ numpy.cos(numpy.pi / bands * numpy.outer(numpy.arange(bands) + 0.5, numpy.arange(coefficients)))
    if orthonormal:
        result[:, 0] *= numpy.sqrt(0.5)
    return result


def librosa_recording(sound: numpy.ndarray, coefficients: int, top_decibels: float) -> numpy.ndarray:
    """librosa.feature.mfcc of a whole recording, ``[1 + samples / 512, coefficients]``: frame t has its middle at sample 512 t, and zeros stand where it reaches beyond the ends."""
    decibels = 10 * numpy.log10(numpy.maximum(slaney_bands(spectra(numpy.pad(sound, 1024), 2048, 512, 2048) ** 2, 128, 0, 8000), 1e-10))
    return cosines(numpy.maximum(decibels, decibels.max() - top_decibels), coefficients, True)


def main(path: str) -> None:
    sound = signal()
    arrays = {"signal": sound}
    for stride in (640, 320):
        bands = numpy.log(numpy.maximum(tensorflow_bands(spectra(sound, 640, stride, 1024), 40, 20, 4000), 1e-12))
        arrays[f"hello_edge_{stride}"] = cosines(bands, 10, False)
    arrays["hello_edge_640_bands"] = numpy.log(numpy.maximum(tensorflow_bands(spectra(sound, 640, 640, 1024), 40, 20, 4000), 1e-12))
    decibels = 10 * numpy.log10(numpy.maximum(slaney_bands(spectra(sound, 2048, 512, 2048) ** 2, 128, 0, 8000), 1e-10))
    arrays["librosa"] = cosines(decibels, 12, True)
    recording = numpy.pad(sound, 4_000)
    arrays["librosa_recording"] = librosa_recording(recording, 12, 80)
    arrays["librosa_recording_40_decibels"] = librosa_recording(recording, 12, 40)
    numpy.savez(path, **{name: array.astype(numpy.float32) for name, array in arrays.items()})


if __name__ == "__main__":
    main(sys.argv[1])
