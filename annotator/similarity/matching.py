"""The features of two pictures → how one may lie on the other: candidates that only pixels can confirm.

Nearest neighbours by Hamming distance that pass Lowe's ratio test (IJCV 2004), a similarity by RANSAC (Fischler and
Bolles, 1981) whose pairs also agree with it in orientation and size (weak geometric consistency: Jégou et al.,
ECCV 2008), then all neighbours that fit it, and a homography of these by MAGSAC++ (Barath et al., CVPR 2020).
"""

from dataclasses import dataclass
from typing import Any, Final

import cv2
import faiss
import numpy as np
from numpy.typing import NDArray

from annotator.geometry import Matrix, in_fractions, mirroring, moved, sane
from annotator.signature import BITS, Features, Signature

_NEIGHBOURS: Final = 4
_RATIO: Final = 0.85
_APART: Final = 12.0
"""Neighbours that lie nearer to each other, in pixels, are one thing found at several scales: no rivals."""
_MOST_BITS: Final = 80
_FEWEST: Final = 5
_BEYOND_DOUBT: Final = 60
"""Points that agree without mirroring, so that nobody needs to ask how many do with it."""
_ENOUGH: Final = 160
"""Pairs that a homography is fitted to."""
_OFF: Final = 7.0
"""Pixels between a point and where a similarity puts it."""
_NEAR: Final = 4.0
"""The same for the homography."""
_TURN: Final = 30.0
"""Degrees between a pair's turn and the picture's."""
_SIZE: Final = 1.8
_CELL: Final = 8.0
"""Points within one square of so many pixels count once."""
_STRONGEST: Final = 250
"""Points of either picture that tell roughly whether they are seen again."""
_FEWEST_AGAIN: Final = 4
_ROUNDS: Final = (8.0, 4.0, 2.0)
"""Pixels of a point that counts half."""
_STIFF: Final = np.diag((12_800.0, 12_800.0, 1e-3))
"""As much speaks for a matrix as it is as two points 80 pixels from the middle would."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fit:
    """How b may lie on a."""

    matrix: Matrix
    """From fractions of b to fractions of a."""
    mirrored: bool
    points: int
    """Distinct places that agree with it."""


def fits(a: Signature, b: Signature) -> list[Fit]:
    """Ways in which `b` may lie on `a`, the likeliest first; of two, one is mirrored."""
    if min(len(a.plain), len(b.plain), len(b.mirrored)) < _FEWEST:
        return []
    faiss.omp_set_num_threads(1)
    index = faiss.IndexBinaryFlat(BITS)
    index.add(np.ascontiguousarray(a.plain.descriptors))
    shapes = (a.height, a.width), (b.height, b.width)
    found: list[Fit] = []
    for features, mirrored in ((b.plain, False), (b.mirrored, True)):
        if found and found[0].points >= _BEYOND_DOUBT:
            break
        fit = _fitted(index, a.plain, features)
        if fit is not None:
            matrix = fit[0] @ mirroring(b.width) if mirrored else fit[0]
            fractions = in_fractions(matrix, *shapes)
            if sane(fractions):
                found.append(Fit(matrix=fractions, mirrored=mirrored, points=fit[1]))
    return sorted(found, key=lambda fit: -fit.points)


def seen_again(a: Features, b: Features, matrix: Matrix) -> int:
    """How many distinct points of `b` are seen in `a` near to where a similarity in pixels puts them, if all are put
    there by an affinity: guided matching (Hartley and Zisserman, "Multiple View Geometry", 2004), which does not ask
    what else they are like."""
    roughly = _near(a[:_STRONGEST], b[:_STRONGEST], matrix, off=16.0, most_bits=64)
    if len(roughly) < _FEWEST_AGAIN:
        return 0
    return _distinct(_near(a, b, _brought_nearer(matrix, roughly), off=5.0, most_bits=48))


def _near(a: Features, b: Features, matrix: Matrix, *, off: float, most_bits: int) -> "_Pairs":
    """Of each point of b the likest of a that is near to where a matrix puts it, and turned and as large as it says."""
    in_a, in_b = _close(a.points, moved(matrix, b.points), off * _larger(matrix))
    pairs = _paired(a, b, in_a, in_b)
    alike = np.flatnonzero(_alike(pairs, matrix))
    differ = np.bitwise_count(a.descriptors[in_a[alike]] ^ b.descriptors[in_b[alike]]).sum(axis=1)
    likest = np.argsort(differ, kind="stable")[: np.count_nonzero(differ <= most_bits)]
    _, first = np.unique(in_b[alike[likest]], return_index=True)
    return pairs[alike[likest[first]]]


def _close(
    points: NDArray[np.float32], others: NDArray[Any], off: float
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Which of the points and of the others are no further apart, in x and in y."""
    order = np.argsort(points[:, 0])
    across = points[order, 0]
    start, end = (np.searchsorted(across, others[:, 0] + side) for side in (-off, off))
    count = end - start
    which = np.repeat(np.arange(len(others)), count)
    place = order[np.arange(int(count.sum())) + np.repeat(start - np.cumsum(count) + count, count)]
    near = np.flatnonzero(np.abs(points[place, 1] - others[which, 1]) < off)
    return place[near], which[near]


def _brought_nearer(matrix: Matrix, pairs: "_Pairs") -> Matrix:
    """The affinity near to a matrix from b to a that agrees with most pairs: least squares, weighed by how far off they
    are (Cauchy)."""
    middle = pairs.b.mean(axis=0)
    rows = np.column_stack([pairs.b - middle, np.ones(len(pairs))]).astype(np.float64)
    missing = left = pairs.a - moved(matrix, pairs.b)
    found = np.zeros((3, 2))
    for half in _ROUNDS:
        weighed = rows.T / (1 + (left**2).sum(axis=1) / half**2)
        found = np.linalg.solve(weighed @ rows + _STIFF, weighed @ missing)
        left = missing - rows @ found
    change = np.zeros((3, 3))
    change[:2] = found.T
    change[:2, 2] -= found[:2].T @ middle
    return matrix + change


@dataclass(frozen=True, slots=True, kw_only=True)
class _Pairs:
    """Points of b and a that may be the same, one row each."""

    b: NDArray[np.float32]
    a: NDArray[np.float32]
    turn: NDArray[np.float32]
    """Degrees from b to a."""
    size: NDArray[np.float32]
    """Natural logarithm of how much larger it is in a."""

    def __getitem__(self, chosen: NDArray[Any]) -> "_Pairs":
        return _Pairs(b=self.b[chosen], a=self.a[chosen], turn=self.turn[chosen], size=self.size[chosen])

    def __len__(self) -> int:
        return len(self.b)


def _fitted(index: faiss.IndexBinaryFlat, a: Features, b: Features) -> tuple[Matrix, int] | None:
    """The homography from b to a in pixels, and how many distinct points agree with it."""
    neighbours = min(_NEIGHBOURS, len(a))
    bits, places = index.search(np.ascontiguousarray(b.descriptors), neighbours)
    apart = np.linalg.norm(a.points[places] - a.points[places[:, :1]], axis=2) > _APART
    rival = np.where(apart, bits, BITS).min(axis=1)
    rival = np.where(apart.any(axis=1), rival, bits[:, -1] + 1)
    good = np.flatnonzero((bits[:, 0] < _RATIO * rival) & (bits[:, 0] <= _MOST_BITS))
    good = good[np.argsort(bits[good, 0], kind="stable")]
    _, first = np.unique(places[good, 0], return_index=True)
    good = good[np.sort(first)]
    if len(good) < _FEWEST:
        return None
    pairs = _paired(a, b, places[good, 0], good)
    similarity, inliers = cv2.estimateAffinePartial2D(
        pairs.b, pairs.a, method=cv2.RANSAC, ransacReprojThreshold=_OFF, maxIters=1500, confidence=0.995
    )
    if similarity is None or not np.isfinite(similarity).all():
        return None
    matrix = np.vstack([similarity, (0, 0, 1)])
    agreeing = pairs[inliers.ravel() > 0]
    if _distinct(agreeing[_alike(agreeing, matrix)]) < _FEWEST:
        return None
    near = bits <= _MOST_BITS
    everything = _paired(a, b, places[near], np.broadcast_to(np.arange(len(b))[:, None], places.shape)[near])
    return _widened(everything, matrix)


def _paired(a: Features, b: Features, in_a: NDArray[Any], in_b: NDArray[Any]) -> _Pairs:
    return _Pairs(
        b=b.points[in_b],
        a=a.points[in_a],
        turn=a.angles[in_a] - b.angles[in_b],
        size=np.log(np.maximum(a.sizes[in_a], 1e-3) / np.maximum(b.sizes[in_b], 1e-3)),
    )


def _alike(pairs: _Pairs, matrix: Matrix) -> NDArray[np.bool_]:
    """Which pairs turn and grow as the matrix does."""
    turn = np.degrees(np.arctan2(matrix[1, 0], matrix[0, 0]))
    size = np.log(max(np.sqrt(abs(np.linalg.det(matrix[:2, :2]))), 1e-6))
    off = np.abs((pairs.turn - turn + 180) % 360 - 180)
    return np.asarray((off < _TURN) & (np.abs(pairs.size - size) < np.log(_SIZE)), np.bool_)


def _widened(pairs: _Pairs, matrix: Matrix) -> tuple[Matrix, int] | None:
    """The matrix fitted to all pairs that are near to it, first as an affinity, then as a homography."""
    larger = _larger(matrix)
    pairs = pairs[_alike(pairs, matrix)]
    close = pairs[_off(pairs, matrix) < 2 * _OFF * larger]
    count = 0
    if len(close) >= _FEWEST:
        affinity, _ = cv2.estimateAffine2D(
            close.b, close.a, method=cv2.RANSAC, ransacReprojThreshold=_NEAR * larger, maxIters=500
        )
        if affinity is not None and np.isfinite(affinity).all():
            straight = np.vstack([affinity, (0, 0, 1)]).astype(np.float64)
            count = _distinct(close[_off(close, straight) < _NEAR * larger])
            if count >= _distinct(close[_off(close, matrix) < _NEAR * larger]):
                matrix = straight
    close = pairs[_off(pairs, matrix) < 2 * _OFF * larger]
    if len(close) >= 2 * _FEWEST:
        few = close[np.arange(0, len(close), -(-len(close) // _ENOUGH))]
        bent, _ = cv2.findHomography(few.b, few.a, cv2.USAC_MAGSAC, _NEAR * larger, maxIters=500)
        if bent is not None and np.isfinite(bent).all() and abs(bent[2, 2]) > 1e-9:
            seen = np.asarray(bent / bent[2, 2], np.float64)
            more = _distinct(close[_off(close, seen) < _NEAR * larger])
            if more > 1.1 * _distinct(close[_off(close, matrix) < _NEAR * larger]) + 2:
                matrix = seen
    count = _distinct(pairs[_off(pairs, matrix) < _NEAR * larger])
    return (np.asarray(matrix, np.float64), count) if count >= _FEWEST else None


def _larger(matrix: Matrix) -> float:
    """How much larger b is in a, at least 1."""
    return max(1.0, float(np.sqrt(abs(np.linalg.det(matrix[:2, :2])))))


def _off(pairs: _Pairs, matrix: Matrix) -> NDArray[np.float64]:
    return np.asarray(np.linalg.norm(moved(matrix, pairs.b) - pairs.a, axis=1), np.float64)


def _distinct(pairs: _Pairs) -> int:
    """Pairs in different places of both pictures: points of one thing at several scales would vouch for themselves."""
    if not len(pairs):
        return 0
    cells = (np.floor(points / _CELL).astype(np.int64) for points in (pairs.a, pairs.b))
    return min(len(np.unique(cell[:, 0] * 4096 + cell[:, 1])) for cell in cells)
