"""Two videos → the stretches that they share, frame by frame, whatever was done to one of them.

Both are decoded to small grey frames, ten a second, all of them or parts about the moments that look alike. A frame of
b is laid over one of a (`annotator.media.align`), and what that says of how b lies on a is tried on all other frames
(`annotator.media.plane`).
"""

from dataclasses import replace
from typing import Final

import av
import cv2
import numpy as np

from annotator.analysis import Moment, NotDecoded, Shared, Thumbnail
from annotator.media import plane
from annotator.media.align import align
from annotator.media.apart import apart
from annotator.media.moments import Track, track, whole
from annotator.media.reaching import Reach
from annotator.media.sniff import Format
from annotator.media.straight import moved, straightened

_TRIES: Final = 10
"""Pairs of frames that are laid over each other before it is said that there is nothing."""
_MORE: Final = 4
_STILL: Final = 0.7
"""Of b: if in so much of it nothing moves, no other frames tell more."""
_WHOLE: Final = 90.0
"""Seconds of a video that are looked at in any case."""
_ALL: Final = ((0.0, _WHOLE),)
_ABOUT: Final = 10.0
"""Seconds before and after a seed that are looked at in a longer one."""
_MOST_SECONDS: Final = 100.0
_FEATURES: Final = 300
_FEWEST: Final = 12
_SEARCHED_A: Final = 60
_SEARCHED_B: Final = 12
"""Frames that are searched for frames that look alike, where those that were said to do lead nowhere."""
_CLIMBED: Final = 3.0
"""Seconds before and after."""
_GOOD: Final = 0.85
"""Agreement of stretches that need no other frames to start from."""
_EXACT: Final = 0.97
_FAIR: Final = 0.8
_POOR: Final = 0.6
"""The same that need no second look, no third, no more than that."""


def compare(
    path_a: str,
    path_b: str,
    *,
    formats: tuple[Format, Format],
    seeds: tuple[Moment, ...],
    seconds: tuple[float | None, float | None],
) -> Shared:
    """What two videos of so many seconds (None where that is not known) share. Raises NotDecoded, OSError."""
    spans = _spans(seeds, seconds)
    try:
        a, b = (
            whole(path, format=format, seconds=_WHOLE) if some == _ALL else track(path, format=format, spans=some)
            for path, format, some in zip((path_a, path_b), formats, spans, strict=True)
        )
    except (av.error.FFmpegError, ValueError, OverflowError) as error:
        raise NotDecoded("damaged", f"The video can't be read ({str(error)[:120]}).") from None
    found = shared(a, b, seeds)
    if not found.stretches or all(length is None or length <= _WHOLE for length in seconds):
        return found
    looks = [
        lambda low, high, path=path, format=format: track(path, format=format, spans=((max(low, 0.0), high),))
        for path, format in zip((path_a, path_b), formats, strict=True)
    ]
    ends = (seconds[0] or a.end, seconds[1] or b.end)
    reach = Reach(looks[0], looks[1], ends, np.array(found.matrix).reshape(3, 3))
    return replace(found, stretches=reach.whole(found.stretches))


def _spans(
    seeds: tuple[Moment, ...], seconds: tuple[float | None, float | None]
) -> tuple[tuple[tuple[float, float], ...], tuple[tuple[float, float], ...]]:
    """What to look at of each: all of a short video; of a long one what lies about the seeds, as far as the other one
    reaches if that is short."""
    short = [length is None or length <= _WHOLE for length in seconds]
    reach = [
        (min(length or _WHOLE, _WHOLE)) if all_of_it else _ABOUT
        for all_of_it, length in zip(short, seconds, strict=True)
    ]
    found: list[tuple[tuple[float, float], ...]] = []
    for own, other in ((0, 1), (1, 0)):
        if short[own]:
            found.append(_ALL)
            continue
        wanted: list[tuple[float, float]] = []
        for seed in seeds:
            at, there = (seed.a, seed.b) if own == 0 else (seed.b, seed.a)
            before, after = (there, reach[other] - there) if short[other] else (_ABOUT, _ABOUT)
            low, high = max(0.0, at - min(before, _ABOUT) * 1.15 - 2), at + min(max(after, 0), _ABOUT) * 1.15 + 2
            joined = [span for span in wanted if span[0] <= high and low <= span[1]]
            wanted = [span for span in wanted if span not in joined]
            merged = (min([low, *(x for x, _ in joined)]), max([high, *(y for _, y in joined)]))
            if sum(y - x for x, y in wanted) + merged[1] - merged[0] <= _MOST_SECONDS:
                wanted.append(merged)
            else:
                wanted += joined
        found.append(tuple(sorted(wanted)))
    return found[0], found[1]


def shared(a: Track, b: Track, seeds: tuple[Moment, ...]) -> Shared:
    """What is shared by two videos, of which some frames are known to look alike."""
    cv2.setRNGSeed(0)
    if not len(a) or not len(b):
        return Shared()
    best = _first(a, b, _near(a, b, seeds))
    if not best.stretches and best.unmoving <= _STILL * b.seconds:
        searched = _first(a, b, _searched(a, b))
        best = searched if searched.stretches or not best.matrix else best
    return _climbed(a, b, best) if best.stretches else best


def _first(a: Track, b: Track, pairs: list[tuple[int, int]]) -> Shared:
    """What is shared by the first frames of these that lead to anything; by the best of some more where those lie
    badly."""
    best, more = Shared(), _MORE
    for i, j in pairs[:_TRIES]:
        found = _tried(a, b, i, j)
        if found is not None and (_worth(found) > _worth(best) or not best.matrix):
            best = found
        if best.stretches:
            more -= 1
        if not more or (best.stretches and _quality(best) >= _GOOD) or best.unmoving > _STILL * b.seconds:
            break
    return best


def _near(a: Track, b: Track, seeds: tuple[Moment, ...]) -> list[tuple[int, int]]:
    """Frames to lay over each other, the likeliest first: those that look alike, then their neighbours in time."""
    near = [
        (int(a.nearest(seed.a + shift)), int(b.nearest(seed.b))) for shift in (0, 0.7, -0.7, 1.5) for seed in seeds[:4]
    ]
    return list(dict.fromkeys(near))


def _searched(a: Track, b: Track) -> list[tuple[int, int]]:
    """Frames to lay over each other, found by the features of both (see `annotator.signature`)."""
    finder = cv2.ORB_create(nfeatures=_FEATURES, fastThreshold=8)  # type: ignore[attr-defined] # not in the stubs of cv2
    matcher = cv2.BFMatcher(cv2.NORM_HAMMING)
    rows = _some(a, _SEARCHED_A)
    described = [(i, finder.detectAndCompute(a.frames[i], None)) for i in rows]
    found: list[tuple[int, int, int]] = []
    for j in _some(b, _SEARCHED_B):
        for frame in (b.frames[j], np.ascontiguousarray(b.frames[j][:, ::-1])):
            points, bits = finder.detectAndCompute(frame, None)
            if bits is None or len(points) < _FEWEST:
                continue
            for i, (others, known) in described:
                if known is None or len(others) < _FEWEST:
                    continue
                pairs = [
                    (two[0].queryIdx, two[0].trainIdx)
                    for two in matcher.knnMatch(bits, known, 2)
                    if len(two) == 2 and two[0].distance < 0.8 * two[1].distance
                ]
                if len(pairs) < _FEWEST:
                    continue
                source = np.array([points[q].pt for q, _ in pairs], np.float32)
                target = np.array([others[t].pt for _, t in pairs], np.float32)
                _, inliers = cv2.estimateAffinePartial2D(source, target, ransacReprojThreshold=4.0, maxIters=300)
                count = 0 if inliers is None else int(inliers.sum())
                if count >= _FEWEST:
                    found.append((count, i, j))
    return [(i, j) for _, i, j in sorted(found, reverse=True)]


def _some(track: Track, most: int) -> list[int]:
    """At most so many frames, half a second apart or more, spread evenly."""
    count = min(most, max(1, len(track) // 5))
    return [int(place) for place in np.linspace(0, len(track) - 1, count + 2).round()[1:-1]]


def _tried(a: Track, b: Track, i: int, j: int) -> Shared | None:
    """What is shared where frame j of b lies on frame i of a; None where that can't be seen."""
    laid = align(_picture(a, i), _picture(b, j))
    if not laid.found:
        return None
    plain = straightened(a.frames[i], b.frames[j], laid.matrix)
    return _shared(a, b, Shared(matrix=plain or laid.matrix, mirrored=laid.mirrored, points=laid.points))


def _shared(a: Track, b: Track, laid: Shared) -> Shared:
    both = plane.plane(a, b, np.array(laid.matrix).reshape(3, 3))
    found = plane.stretches(both)
    return replace(laid, stretches=tuple(found), unmoving=plane.unmoving(both, found), apart=apart(both, found))


def _picture(track: Track, index: int) -> Thumbnail:
    grey = track.frames[index]
    return Thumbnail(width=grey.shape[1], height=grey.shape[0], rgb=np.repeat(grey[..., None], 3, axis=2).tobytes())


def _worth(found: Shared) -> float:
    return sum((one.b_end - one.b_start) * one.agreement * one.motion for one in found.stretches)


def _quality(found: Shared) -> float:
    return _worth(found) / sum(one.b_end - one.b_start for one in found.stretches)


def _climbed(a: Track, b: Track, found: Shared) -> Shared:
    """Frames of one moment lie on each other more truly than those that were tried first: a camera that moves forward
    makes an earlier frame look like a later one that was cropped. So moments near those found are tried too."""
    for share, anew, enough in ((0.5, False, _EXACT), (0.5, True, _FAIR), (0.25, True, _POOR), (0.75, True, _POOR)):
        if _quality(found) >= enough:
            break
        again = _climbed_at(a, b, found, share, anew=anew)
        if again is not None and _worth(again) > _worth(found):
            found = again
    return found


def _climbed_at(a: Track, b: Track, found: Shared, share: float, *, anew: bool) -> Shared | None:
    """The best that frames near this share of the longest stretch lead to; laid over each other `anew`, or from where
    they are known to lie."""
    longest = max(found.stretches, key=lambda one: one.b_end - one.b_start)
    middle = longest.b_start + share * (longest.b_end - longest.b_start)
    low, high = max(longest.b_start, middle - _CLIMBED), min(longest.b_end, middle + _CLIMBED)
    at = longest.a_start + share * (longest.a_end - longest.a_start)
    some_b = b.within(low, high)
    some_a = a.within(at - (middle - low) * 1.2 - 1.5, at + (high - middle) * 1.2 + 1.5)
    if not len(some_a) or not len(some_b):
        return None
    j, centre = some_b.nearest(middle), some_a.nearest(at)
    tried: dict[int, Shared | None] = {}
    best = -1.0
    while True:
        for i in {centre + step for step in (0, 1, -1, 2, -2, 4, -4)} - tried.keys():
            tried[i] = None
            if 0 <= i < len(some_a) and anew:
                tried[i] = _tried(some_a, some_b, i, j)
            elif 0 <= i < len(some_a) and (near := moved(some_a.frames[i], some_b.frames[j], found.matrix)):
                tried[i] = _shared(some_a, some_b, replace(found, matrix=near))
        i, top = max(tried.items(), key=lambda one: _worth(one[1]) if one[1] else 0.0)
        if top is None or _worth(top) <= best + 1e-3:
            break
        best, centre = _worth(top), i
    laid = tried[centre]
    return _shared(a, b, laid) if laid is not None else None
