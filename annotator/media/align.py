"""Two pictures → how the second lies on the first, and both laid over each other.

Points by SIFT (Lowe, "Distinctive image features from scale-invariant keypoints", IJCV 2004), mutual nearest
neighbours that pass Lowe's ratio test, a homography by MAGSAC++ (Barath et al., CVPR 2020), believed by the criterion
of Brown and Lowe ("Automatic panoramic image stitching using invariant features", IJCV 2007, section 3.2), refined by
ECC (Evangelidis and Psarakis, PAMI 2008); all as implemented by OpenCV.
"""

from dataclasses import dataclass, replace
from typing import Any, Final

import cv2
import numpy as np
from numpy.typing import NDArray

from annotator.analysis import Alignment, LaidOver, Thumbnail
from annotator.geometry import Grey, Matrix, in_fractions, in_pixels, mirroring, sane, scaling, shared, small, warped

_FEATURES: Final = 2000
_RATIO: Final = 0.75
_PIXELS_OFF: Final = 3.0
"""How far a point may lie from where the homography puts it, in pixels of a."""
_FEWEST: Final = 12
_ENOUGH: Final = 60
"""So many matching points need no second try."""
_LEAST_AGREEMENT: Final = 0.25
_REFINED_SIDE: Final = 512
_REFINING_STEPS: Final = 25


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    matrix: Matrix
    """From pixels of b to pixels of a, pixel centres at whole numbers."""
    points: int


def align(a: Thumbnail, b: Thumbnail) -> Alignment:
    """How `b` lies on `a`, mirrored or not."""
    cv2.setRNGSeed(0)
    grey_a, grey_b = _grey(a), _grey(b)
    points_a = _points(grey_a)
    best: Alignment = Alignment(found=False)
    for flip, stretch in ((False, False), (True, False), (False, True)):
        tried, to_b = _prepared(grey_b, flip=flip, stretched=grey_a.shape if stretch else None)
        found = _homography(points_a, _points(tried))
        if found is not None:
            alignment = _judged(grey_a, grey_b, replace(found, matrix=found.matrix @ to_b))
            if alignment.found and alignment.points > best.points:
                best = alignment
        if best.points >= _ENOUGH or (best.found and flip):
            break
    return best


def lay_over(a: Thumbnail, b: Thumbnail, matrix: tuple[float, ...]) -> LaidOver:
    """`b` warped onto `a` by the `matrix` of their alignment, and their differences."""
    below, above = _pixels(a), _pixels(b)
    pixels = in_pixels(np.array(matrix).reshape(3, 3), below.shape, above.shape)
    there, inside = warped(above, pixels, below.shape)
    difference = np.where(inside[..., None], cv2.absdiff(below, there), 0).astype(np.uint8)
    levelled = there.astype(np.float32)
    if inside.any():
        mine, other = below[inside].astype(np.float32), there[inside].astype(np.float32)
        gain = mine.std(axis=0) / np.maximum(other.std(axis=0), 1.0)
        levelled = ((levelled - other.mean(axis=0)) * gain + mine.mean(axis=0)).clip(0, 255)
    levelled_difference = np.where(inside[..., None], cv2.absdiff(below, levelled.astype(np.uint8)), 0)
    return LaidOver(
        a=a,
        b=_picture(np.where(inside[..., None], there, 0).astype(np.uint8)),
        difference=_picture(difference),
        levelled=_picture(levelled_difference.astype(np.uint8)),
    )


def _pixels(picture: Thumbnail) -> Grey:
    return np.frombuffer(picture.rgb, np.uint8).reshape(picture.height, picture.width, 3)


def _picture(pixels: Grey) -> Thumbnail:
    return Thumbnail(width=pixels.shape[1], height=pixels.shape[0], rgb=pixels.tobytes())


def _grey(picture: Thumbnail) -> Grey:
    return cv2.cvtColor(_pixels(picture), cv2.COLOR_RGB2GRAY)  # type: ignore[return-value] # 8 bits in, 8 bits out


def _prepared(grey: Grey, *, flip: bool, stretched: tuple[int, ...] | None) -> tuple[Grey, Matrix]:
    """`grey` mirrored or brought to another shape, and the matrix from its own pixels to those of the result."""
    height, width = grey.shape
    if flip:
        return np.ascontiguousarray(grey[:, ::-1]), mirroring(width)
    if stretched is not None:
        to = (stretched[1], stretched[0])
        return cv2.resize(grey, to, interpolation=cv2.INTER_CUBIC), scaling(to[0] / width, to[1] / height)  # type: ignore[return-value] # as above
    return grey, np.eye(3)


def _points(grey: Grey) -> tuple[NDArray[np.float32], Any]:
    """Positions (n, 2) and descriptors of the picture's points; of a picture without any, None."""
    keypoints, descriptors = cv2.SIFT_create(nfeatures=_FEATURES).detectAndCompute(grey, None)  # type: ignore[attr-defined] # not in the stubs of cv2
    return np.array([point.pt for point in keypoints], np.float32).reshape(-1, 2), descriptors


def _homography(a: tuple[NDArray[np.float32], Any], b: tuple[NDArray[np.float32], Any]) -> _Found | None:
    """The homography from b to a that many points agree with, or None."""
    if min(len(a[0]), len(b[0])) < _FEWEST:
        return None
    matcher = cv2.BFMatcher(cv2.NORM_L2)
    back = {match.queryIdx: match.trainIdx for match in matcher.match(a[1], b[1])}
    pairs = [
        (best.queryIdx, best.trainIdx)
        for best, second in (two for two in matcher.knnMatch(b[1], a[1], 2) if len(two) == 2)
        if best.distance < _RATIO * second.distance and back.get(best.trainIdx) == best.queryIdx
    ]
    if len(pairs) < _FEWEST:
        return None
    source, target = b[0][[i for i, _ in pairs]], a[0][[j for _, j in pairs]]
    matrix, inliers = cv2.findHomography(
        source, target, cv2.USAC_MAGSAC, _PIXELS_OFF, maxIters=5000, confidence=0.999
    )  # fmt: skip
    if matrix is None or not np.isfinite(matrix).all():
        return None
    # Points of one thing at several scales lie on each other: counted once, or they vouch for themselves.
    count = len(np.unique(np.round(target[inliers.ravel() > 0]), axis=0))
    if count < max(_FEWEST, 8.0 + 0.3 * len(pairs)):
        return None
    return _Found(matrix=np.asarray(matrix, np.float64), points=count)


def _judged(a: Grey, b: Grey, found: _Found) -> Alignment:
    """The alignment in fractions, refined and measured; not found where it folds, or where the pixels do not agree."""
    matrix = found.matrix
    if not sane(in_fractions(matrix, a.shape, b.shape)):
        return Alignment(found=False)
    agreement = _agreement(a, b, matrix)
    refined = _refined(a, b, matrix)
    if refined is not None and sane(in_fractions(refined, a.shape, b.shape)):
        better = _agreement(a, b, refined)
        if better > agreement:
            matrix, agreement = refined, better
    if agreement < _LEAST_AGREEMENT:
        return Alignment(found=False)
    fractions = in_fractions(matrix, a.shape, b.shape)
    return Alignment(
        found=True,
        matrix=tuple(float(value) for value in fractions.ravel()),
        mirrored=bool(np.linalg.det(fractions) < 0),
        points=found.points,
        agreement=agreement,
        shared_a=shared(fractions),
        shared_b=shared(np.asarray(np.linalg.inv(fractions), np.float64)),
    )


def _refined(a: Grey, b: Grey, matrix: Matrix) -> Matrix | None:
    """`matrix` brought nearer by the pixels themselves, or None where they don't lead anywhere."""
    shrink_a, shrink_b = (min(1.0, _REFINED_SIDE / max(grey.shape)) for grey in (a, b))
    small_a, small_b = small(a, shrink_a), small(b, shrink_b)
    to_a = scaling(small_a.shape[1] / a.shape[1], small_a.shape[0] / a.shape[0])
    to_b = scaling(small_b.shape[1] / b.shape[1], small_b.shape[0] / b.shape[0])
    start = np.linalg.inv(to_a @ matrix @ np.linalg.inv(to_b))  # ECC asks for the way from a to b
    criteria = (cv2.TERM_CRITERIA_EPS | cv2.TERM_CRITERIA_COUNT, _REFINING_STEPS, 1e-5)
    mask = np.full(small_b.shape, 255, np.uint8)
    try:
        _, refined = cv2.findTransformECC(
            small_a, small_b, (start / start[2, 2]).astype(np.float32), cv2.MOTION_HOMOGRAPHY, criteria, mask, 5
        )
        return np.asarray(np.linalg.inv(to_a) @ np.linalg.inv(refined.astype(np.float64)) @ to_b, np.float64)
    except (cv2.error, np.linalg.LinAlgError):  # it does not converge
        return None


def _agreement(a: Grey, b: Grey, matrix: Matrix) -> float:
    """Correlation of the slightly smoothed pictures where they overlap; 0 where that is next to nothing."""
    there, inside = warped(b, matrix, a.shape)
    if inside.sum() < 64:
        return 0.0
    mine, other = (cv2.GaussianBlur(grey, (0, 0), 1.0)[inside].astype(np.float64) for grey in (a, there))
    mine, other = mine - mine.mean(), other - other.mean()
    norm = float(np.sqrt((mine @ mine) * (other @ other)))
    return float(np.clip(mine @ other / norm, -1, 1)) if norm > 0 else 0.0
