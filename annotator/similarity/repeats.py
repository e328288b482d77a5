"""Whether a picture repeats itself, as a front with rows of windows: others like it lie on it in many ways.

Its normalised autocorrelation, by the Fourier transform (Wiener and Khinchin).
"""

from typing import Final

import cv2
import numpy as np

from annotator.geometry import Grey

_SLOW: Final = 6.0
"""Pixels (standard deviation of a Gaussian), as all lengths here; slower changes are light and shade."""
_NEAR: Final = 10
"""Shifts that are no repetition."""
_LEAST_OVERLAP: Final = 0.5
_ALIKE: Final = 0.62
"""Correlation with itself (seen: 0.66 and more of fronts, 0.9 of bricks, 0.65 and less of photos, 0.17 of most)."""


def repeats(grey: Grey) -> bool:
    """Whether the picture, of at most 240 pixels a side, lies well on itself when it is shifted."""
    fine = grey.astype(np.float32)
    fine -= cv2.GaussianBlur(fine, (0, 0), _SLOW)
    fine -= fine.mean()
    height, width = fine.shape
    padded = np.zeros((cv2.getOptimalDFTSize(2 * height), cv2.getOptimalDFTSize(2 * width)), np.float32)
    padded[:height, :width] = fine
    spectrum = cv2.dft(padded, flags=cv2.DFT_COMPLEX_OUTPUT)
    power = cv2.mulSpectrums(spectrum, spectrum, 0, conjB=True)
    shifted = cv2.idft(power, flags=cv2.DFT_REAL_OUTPUT | cv2.DFT_SCALE)[:height]
    down, across = np.arange(height)[:, None], np.abs(np.fft.fftfreq(padded.shape[1], 1 / padded.shape[1]))[None]
    overlap = (1 - down / height) * (1 - across / width)
    some = (overlap > _LEAST_OVERLAP) & ((down > _NEAR) | (across > _NEAR))
    alike = shifted[some] / np.maximum(overlap[some] * float((fine**2).sum()), 1e-6)
    return bool(alike.max(initial=0) > _ALIKE)
