"""The sample files are always the same, small, and hold what the sample case is to show."""

import hashlib
import time
from pathlib import Path

import av
import imagehash
import pytest
from PIL import Image, ImageOps, UnidentifiedImageError

from resources.samples.make import make_samples
from resources.samples.scenes import scene


@pytest.fixture(scope="module")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("samples")
    make_samples(folder)
    return folder


def _digests(folder: Path) -> dict[str, tuple[str, float]]:
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {
        str(path.relative_to(folder)): (hashlib.sha256(path.read_bytes()).hexdigest(), path.stat().st_mtime)
        for path in files
    }


def test_making_the_samples_twice_gives_the_same_names_bytes_and_times(samples: Path, tmp_path: Path) -> None:
    began = time.process_time()
    make_samples(tmp_path)
    assert time.process_time() - began < 5
    assert _digests(tmp_path) == _digests(samples)


def test_the_samples_are_a_dozen_photos_two_videos_and_a_sidecar_in_less_than_six_megabytes(samples: Path) -> None:
    files = [path for path in samples.rglob("*") if path.is_file()]
    kinds = [path.suffix for path in files]
    assert len([kind for kind in kinds if kind in {".jpg", ".png", ".webp"}]) == 12
    assert sorted(kind for kind in kinds if kind in {".mp4", ".mov", ".txt"}) == [".mov", ".mp4", ".txt"]
    assert sum(path.stat().st_size for path in files) < 6_000_000
    assert any(not path.name.isascii() for path in files)


def test_one_photo_is_there_twice_under_two_names_and_one_cannot_be_read(samples: Path) -> None:
    assert (samples / "messenger/صورة من حاس.jpg").read_bytes() == (
        samples / "hass/IMG_20161026_094512.jpg"
    ).read_bytes()
    with pytest.raises((UnidentifiedImageError, OSError)), Image.open(samples / "hass/damaged.jpg") as damaged:
        damaged.load()


def test_copies_look_like_their_originals_and_scenes_unlike_each_other() -> None:
    names = ("village", "wall", "street", "roundabout", "grove", "dusk", "doorway", "river")
    hashes = {name: imagehash.phash(scene(name)) for name in names}
    distances = [hashes[a] - hashes[b] for a in names for b in names if a < b]
    assert min(distances) > 16
    mirrored = ImageOps.mirror(scene("village")).resize((800, 450))
    assert imagehash.phash(ImageOps.mirror(mirrored)) - hashes["village"] <= 2


def test_one_of_the_videos_has_sound(samples: Path) -> None:
    with av.open(str(samples / "hass/VID_20161026_065002.mp4")) as container:
        loudest = max(abs(frame.to_ndarray()).max() for frame in container.decode(audio=0))
    assert loudest > 0.1
    with av.open(str(samples / "messenger/مقطع من حاس.mov")) as container:
        assert not container.streams.audio
