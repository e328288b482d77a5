"""A still, or a frame, and a video in which something looks like it → the very frame of it that is most like it.

The still is laid over some frames about each moment that looks alike (`annotator.media.align`), then over those about
the one that has most points in common with it: where the camera moves, it lies otherwise on each, and how alike small
squares of both are once they lie on each other tells them apart.
"""

from typing import Final

import av
import cv2
import numpy as np
from PIL import Image

from annotator.analysis import Alignment, Moment, NotDecoded, Sighting, Thumbnail
from annotator.geometry import Grey, Matrix, in_pixels, warped
from annotator.media.align import align
from annotator.media.features import signature
from annotator.media.moments import SIDE, STEP, Track, track
from annotator.media.sniff import Format
from annotator.media.straight import moved
from annotator.media.video import frame_at

_ABOUT: Final = 1.6
"""Seconds before and after a moment; keyframes of footage are mostly not further apart."""
_STRIDE: Final = 4
_WINDOWS: Final = 3
_SQUARE: Final = 21
"""Pixels."""
_DETAIL: Final = 3.0
"""Grey levels (standard deviation) below which a square is flat."""
_FEWEST: Final = 6
_BENT: Final = 0.02
"""Correlation that compression costs some frames and not the next."""
_NONE: Final = 0.001
"""Shear and perspective of a matrix that has none."""
_MOMENTS: Final = 1
_SEEN: Final = 480
"""Longest side of what is handed back to be confirmed, in pixels."""
_ROUNDED: Final = 0.001
"""Seconds by which the time of a frame may be told too early."""


def find(still: Thumbnail, path: str, *, format: Format, times: tuple[float, ...]) -> Sighting | None:
    """The frame that is most like `still`, near these times (seconds, the likeliest first); None where nothing is.
    Raises NotDecoded, OSError."""
    picture = Image.frombytes("RGB", (still.width, still.height), still.rgb)
    shrink = min(1.0, SIDE / max(picture.size))
    small = picture.resize((max(2, round(picture.width * shrink)), max(2, round(picture.height * shrink))))
    one = np.asarray(small.convert("L"))
    best, at = 0.0, None
    try:
        for time in times[:_MOMENTS]:
            found = _nearest(one, path, format, time)
            if found is not None and found[1] > best:
                at, best = found
    except (av.error.FFmpegError, ValueError, OverflowError) as error:
        raise NotDecoded("damaged", f"The video can't be read ({str(error)[:120]}).") from None
    if at is None:
        return None
    exact = frame_at(path, format=format, seconds=at, longest=_SEEN)
    return Sighting(time=exact.time, signature=_signed(exact.picture), still=_signed(still))


def beside(
    paths: tuple[str, str], *, formats: tuple[Format, Format], moment: Moment, matrix: tuple[float, ...]
) -> Sighting | None:
    """Two videos' frames of one moment, those near it that are most like each other, the first one's as the still;
    `matrix` says about how one lies on the other (see `annotator.analysis.Shared`). None where there is none.
    Raises NotDecoded, OSError."""
    try:
        a, b = (
            track(path, format=format, spans=((max(0.0, at - STEP), at + STEP),), step=0.0)
            for path, format, at in zip(paths, formats, (moment.a, moment.b), strict=True)
        )
    except (av.error.FFmpegError, ValueError, OverflowError) as error:
        raise NotDecoded("damaged", f"The video can't be read ({str(error)[:120]}).") from None
    if not len(a) or not len(b):
        return None
    # A copy may lack the very frame that is on show in the other one, so the other one's are tried too.
    i = a.nearest(moment.a)
    j = max(range(len(b)), key=lambda j: _laid(a.frames[i], b.frames[j], matrix))
    i = max(range(len(a)), key=lambda i: _laid(a.frames[i], b.frames[j], matrix))
    exact = [
        frame_at(path, format=format, seconds=at + _ROUNDED, longest=_SEEN)
        for path, format, at in zip(paths, formats, (float(a.times[i]), float(b.times[j])), strict=True)
    ]
    return Sighting(time=exact[1].time, signature=_signed(exact[1].picture), still=_signed(exact[0].picture))


def _signed(picture: Thumbnail) -> bytes:
    return bytes(signature(Image.frombytes("RGB", (picture.width, picture.height), picture.rgb), parts=False))


def _laid(below: Grey, above: Grey, matrix: tuple[float, ...]) -> float:
    """How alike two frames are, up to 1, as the one lies best on the other near `matrix`. Where the camera turns, that
    may be true of frames a moment apart: of frames as good as equally alike those are preferred that lie on each other
    without turning or bending."""
    ways = [np.array(way).reshape(3, 3) for way in (matrix, moved(below, above, matrix)) if way is not None]
    return max(_correlation(below, above, way) - (0.0 if _straight(way) else _BENT) for way in ways)


def _straight(matrix: Matrix) -> bool:
    """Whether it only scales, moves and mirrors."""
    return float(np.abs(matrix[[0, 1, 2, 2], [1, 0, 0, 1]]).max()) < _NONE


def _correlation(below: Grey, above: Grey, matrix: Matrix) -> float:
    """Of what two frames show where the one lies on the other, the median of small squares, so that a logo or a caption
    does not matter; -1 where they show nothing."""
    laid, reach = warped(above, in_pixels(matrix, below.shape, above.shape), below.shape)
    known = reach.astype(np.float32)
    one, other = (cv2.GaussianBlur(grey, (0, 0), 0.8).astype(np.float32) * known for grey in (below, laid))
    share, x, y, xx, yy, xy = (
        cv2.boxFilter(values, -1, (_SQUARE, _SQUARE))[:: _SQUARE // 3, :: _SQUARE // 3]
        for values in (known, one, other, one * one, other * other, one * other)
    )
    n = np.maximum(share, 1e-3)
    spread_x, spread_y = xx / n - (x / n) ** 2, yy / n - (y / n) ** 2
    shown = (share > 0.9) & (spread_x > _DETAIL**2)
    if shown.sum() < _FEWEST:
        return -1.0
    return float(np.median(((xy / n - x * y / n**2) / np.sqrt(np.maximum(spread_x * spread_y, 1e-3)))[shown]))


def _nearest(still: Grey, path: str, format: Format, time: float) -> tuple[float, float] | None:
    """When the frame most like a still is on show, near a time, and how many points of both agree."""
    for _ in range(_WINDOWS):
        frames = track(path, format=format, spans=((max(0.0, time - _ABOUT), time + _ABOUT),))
        if not len(frames):
            return None
        start = frames.nearest(time)
        laid = {index: _aligned(frames, index, still) for index in range(start % _STRIDE, len(frames), _STRIDE)}
        top = max(laid, key=lambda index: laid[index].points)
        before, time = time, float(frames.times[top])
        if abs(time - before) < _ABOUT - _STRIDE * STEP:
            break  # at an edge of what was looked at, those beyond it may be more alike
    near = range(max(0, top - _STRIDE), min(len(frames), top + _STRIDE + 1))
    laid |= {index: _aligned(frames, index, still) for index in near if index not in laid}
    alike = {index: _laid(frames.frames[index], still, laid[index].matrix) for index in near if laid[index].found}
    if not alike:
        return None
    best = max(alike, key=lambda index: alike[index])
    middle = float(frames.times[best])
    close = track(path, format=format, spans=((max(0.0, middle - STEP), middle + STEP),), step=0.0)
    exact = [_laid(frame, still, laid[best].matrix) for frame in close.frames]
    return float(close.times[int(np.argmax(exact))]) if exact else middle, float(laid[best].points)


def _aligned(frames: Track, index: int, still: Grey) -> Alignment:
    return align(_picture(frames.frames[index]), _picture(still))


def _picture(grey: Grey) -> Thumbnail:
    return Thumbnail(width=grey.shape[1], height=grey.shape[0], rgb=np.repeat(grey[..., None], 3, axis=2).tobytes())
