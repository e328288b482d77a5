"""Frames of videos are the right ones, at their exact times, upright; containers say what they know."""

import copy
import io
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from annotator.analysis import NotDecoded
from annotator.media import frames, video
from annotator.model import Sampling
from tests import makers
from tests.unit.media.helpers import analysed, codes, distance, format_of, image_of

CONTAINERS = [
    (".mp4", "libx264"),
    (".mov", "libx264"),
    (".mkv", "libx264"),
    (".avi", "mpeg4"),
    (".ts", "libx264"),
    (".wmv", "wmv2"),
    (".3gp", "libx264"),
]


def seen(path: Path, seconds: float) -> int:
    """The number on the frame that is on show at `seconds`."""
    exact = video.frame_at(str(path), format=format_of(path), seconds=seconds, longest=None)
    return makers.number_in(image_of(exact.picture))


@pytest.mark.parametrize(("suffix", "codec"), CONTAINERS)
def test_keyframes_are_sampled_with_their_times_from_every_container(tmp_path: Path, suffix: str, codec: str) -> None:
    path = makers.video(tmp_path / f"v{suffix}", codec=codec, frames=30, rate=10, keyframes_every=10)
    found = analysed(path)
    assert found.failure is None
    assert (found.width, found.height) == (320, 240)
    assert found.duration == pytest.approx(3.0, abs=0.15)
    assert [round(frame.time, 3) for frame in found.frames] == [0.0, 1.0, 2.0]
    assert [makers.number_in(image_of(frame.thumbnail)) for frame in found.frames] == [0, 10, 20]
    assert found.hashes is None
    assert found.thumbnail is not None


def test_of_a_video_with_one_keyframe_frames_after_it_are_sampled_too(tmp_path: Path) -> None:
    found = analysed(makers.video(tmp_path / "v.mp4", frames=60, rate=10, keyframes_every=60))
    assert [round(frame.time, 1) for frame in found.frames] == [0.0, 1.5, 3.0, 4.5]
    assert [makers.number_in(image_of(frame.thumbnail)) for frame in found.frames] == [0, 15, 30, 45]


@pytest.mark.parametrize(("suffix", "codec"), CONTAINERS)
def test_the_frame_on_show_is_found_exactly_in_every_container(tmp_path: Path, suffix: str, codec: str) -> None:
    path = makers.video(tmp_path / f"v{suffix}", codec=codec, frames=30, rate=10)
    for number in (0, 1, 9, 10, 11, 19, 29):
        assert seen(path, number / 10) == number
        assert seen(path, number / 10 + 0.09) == number


def test_b_frames_do_not_change_which_frame_is_on_show(tmp_path: Path) -> None:
    path = makers.video(tmp_path / "v.mp4", frames=40, rate=10, b_frames=3, keyframes_every=12)
    assert [seen(path, number / 10 + 0.001) for number in range(40)] == list(range(40))


def test_a_variable_frame_rate_does_not_change_which_frame_is_on_show(tmp_path: Path) -> None:
    times = [0, 40, 80, 500, 510, 520, 2000, 2033, 2900, 3000]
    path = makers.video(tmp_path / "v.mkv", times=times, frames=len(times), keyframes_every=4)
    for number, time in enumerate(times):
        assert seen(path, time / 1000) == number
        exact = video.frame_at(str(path), format=format_of(path), seconds=time / 1000 + 0.005, longest=100)
        assert exact.time == pytest.approx(time / 1000)
        assert exact.pts * exact.time_base[0] / exact.time_base[1] == pytest.approx(time / 1000)
    assert seen(path, 0.499) == 2
    assert seen(path, 1.999) == 5


def test_before_the_first_frame_is_the_first_and_past_the_end_is_an_error(tmp_path: Path) -> None:
    path = makers.video(tmp_path / "v.mp4", frames=10, rate=10)
    assert seen(path, -5) == 0
    assert seen(path, 0.99) == 9
    with pytest.raises(NotDecoded, match="ends before"):
        seen(path, 1.5)


@pytest.mark.parametrize("rotation", [0, 90, 180, -90])
def test_frames_are_upright(tmp_path: Path, rotation: int) -> None:
    upright = makers.numbered(5)
    stored = upright.rotate(-rotation, expand=True)
    path = makers.video(tmp_path / "v.mp4", images=[stored] * 5, size=stored.size, rotation=rotation)
    found = analysed(path)
    assert (found.width, found.height) == upright.size
    assert makers.number_in(image_of(found.frames[0].thumbnail)) == 5
    assert seen(path, 0.1) == 5
    kept = video.keep(str(path), format=format_of(path), seconds=0.1)
    assert (kept.width, kept.height) == upright.size


def test_a_kept_frame_is_a_png_of_the_very_pixels_and_says_how_it_was_made(tmp_path: Path) -> None:
    path = makers.video(tmp_path / "v.mp4", frames=20, rate=10, size=(640, 480))
    kept = video.keep(str(path), format=format_of(path), seconds=1.25)
    image = Image.open(io.BytesIO(kept.png))
    assert image.size == (kept.width, kept.height) == (640, 480)
    assert makers.number_in(image) == 12
    assert kept.time == pytest.approx(1.2)
    for part in (str(kept.pts), f"{kept.time_base[0]}/{kept.time_base[1]}", "PyAV", "libswscale", "0 degrees"):
        assert part in kept.made_by
    assert image_of(kept.thumbnail).size == (320, 240)
    again = video.keep(str(path), format=format_of(path), seconds=1.25)
    assert (again.png, again.made_by) == (kept.png, kept.made_by)


def test_a_sampled_frame_and_the_kept_one_have_the_same_hash(tmp_path: Path) -> None:
    path = makers.video(tmp_path / "v.mp4", frames=20, rate=10, size=(1280, 720))
    sampled = analysed(path).frames[1]
    kept = video.keep(str(path), format=format_of(path), seconds=sampled.time)
    assert kept.pts == sampled.pts
    assert sampled.hashes is not None
    assert distance(kept.hashes.variants[0], sampled.hashes.variants[0]) <= 4


@pytest.mark.parametrize("rate", [24, 25, 30, 60])
def test_the_time_of_a_sampled_frame_finds_that_very_frame(tmp_path: Path, rate: int) -> None:
    path = makers.video(tmp_path / "v.ts", frames=90, rate=rate, keyframes_every=7, size=(64, 48))
    for frame in analysed(path).frames:
        assert video.frame_at(str(path), format=format_of(path), seconds=frame.time, longest=64).pts == frame.pts


def test_the_reason_survives_the_way_out_of_a_worker_process(tmp_path: Path) -> None:
    error = copy.copy(NotDecoded("too-big", "The picture is too big."))  # by the same protocol as pickle
    assert (error.finding.code, str(error)) == ("too-big", "The picture is too big.")


def test_scenes_are_the_first_frame_and_those_after_cuts(tmp_path: Path) -> None:
    images = [makers.scene(number // 8) for number in range(32)]
    path = makers.video(tmp_path / "v.mp4", images=images, rate=10, keyframes_every=250)
    found = analysed(path, sampling=Sampling.SCENES)
    assert [round(frame.time, 2) for frame in found.frames] == [0.0, 0.8, 1.6, 2.4]


@pytest.mark.parametrize("seconds", [0.5, 1.0, 0.7])
def test_every_so_many_seconds_samples_the_frame_on_show_then(tmp_path: Path, seconds: float) -> None:
    path = makers.video(tmp_path / "v.mp4", frames=40, rate=10, b_frames=2)
    found = analysed(path, sampling=Sampling.EVERY, every=seconds)
    expected = [int(number * seconds * 10 + 1e-6) for number in range(int(4 / seconds) + 1) if number * seconds < 4]
    numbers = [makers.number_in(image_of(frame.thumbnail)) for frame in found.frames]
    assert numbers == expected


def test_sampling_far_apart_seeks_and_still_finds_the_exact_frames(tmp_path: Path) -> None:
    path = makers.video(tmp_path / "v.mp4", frames=200, rate=10, keyframes_every=25)
    found = analysed(path, sampling=Sampling.EVERY, every=6.0)
    assert [makers.number_in(image_of(frame.thumbnail)) for frame in found.frames] == [0, 60, 120, 180]


def test_no_sampling_still_gives_the_facts_and_a_thumbnail(tmp_path: Path) -> None:
    found = analysed(makers.video(tmp_path / "v.mp4", frames=10), sampling=Sampling.NONE)
    assert found.frames == ()
    assert found.duration == pytest.approx(1.0)
    assert makers.number_in(image_of(found.thumbnail)) == 0


def test_the_thumbnail_is_the_first_frame_that_is_not_flat(tmp_path: Path) -> None:
    images = [Image.new("RGB", (320, 240))] * 10 + [makers.numbered(7)] * 10
    found = analysed(makers.video(tmp_path / "v.mp4", images=images, keyframes_every=5))
    assert found.frames[0].hashes is not None
    assert found.frames[0].hashes.flat
    assert makers.number_in(image_of(found.thumbnail)) == 7


def test_too_many_frames_are_thinned_out_evenly_and_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(frames, "MAX_FRAMES", 20)
    path = makers.video(tmp_path / "v.avi", codec="mjpeg", frames=200, rate=10, size=(64, 48))
    found = analysed(path)
    assert 10 <= len(found.frames) <= 20
    assert "frames-thinned" in codes(found)
    gaps = np.diff([frame.time for frame in found.frames])
    assert gaps.max() <= 2.5 * gaps.min()
    assert found.frames[-1].time > 18


def test_a_quicktime_container_tells_date_place_and_camera(tmp_path: Path) -> None:
    metadata = {
        "creation_time": "2016-10-26T09:21:12Z",
        "com.apple.quicktime.creationdate": "2016-10-26T12:21:12+0300",
        "com.apple.quicktime.location.ISO6709": "+35.8000+036.5500+300.0/",
        "com.apple.quicktime.make": "Apple",
        "com.apple.quicktime.model": "iPhone 6",
    }
    path = makers.video(
        tmp_path / "v.mov", frames=5, metadata=metadata, container_options={"movflags": "use_metadata_tags"}
    )
    found = analysed(path)
    assert (found.captured_at, found.captured_at_source) == ("2016-10-26T12:21:12+03:00", "container")
    assert (found.latitude, found.longitude, found.location_source) == (35.8, 36.55, "container")
    assert (found.make, found.model, found.camera_source) == ("Apple", "iPhone 6", "container")
    assert {entry.source for entry in found.tags} == {"container"}


@pytest.mark.parametrize("suffix", [".mp4", ".3gp", ".mkv"])
def test_other_containers_tell_date_and_place(tmp_path: Path, suffix: str) -> None:
    path = makers.video(
        tmp_path / f"v{suffix}",
        frames=5,
        metadata={"creation_time": "2016-10-26T09:21:12Z", "location": "+35.8000+036.5500/"},
    )
    found = analysed(path)
    assert found.captured_at == "2016-10-26T09:21:12+00:00"
    assert (found.latitude, found.longitude) == pytest.approx((35.8, 36.55), abs=1e-4)


def test_a_windows_media_video_tells_its_date(tmp_path: Path) -> None:
    path = makers.video(tmp_path / "v.wmv", codec="wmv2", frames=5, metadata={"creation_time": "2016-10-26T09:21:12Z"})
    assert analysed(path).captured_at == "2016-10-26T09:21:12+00:00"


def test_an_avchd_camcorders_date_is_read_from_the_picture_data(tmp_path: Path) -> None:
    block = bytes.fromhex("17ee8c60f84d11d98cd60800200c9a66") + b"MDPM\x02\x18\x06\x20\x16\x10\x19\x26\x12\x21\x12"
    content = makers.video(tmp_path / "v.ts", frames=5).read_bytes()
    padding = b"\x47\x1f\xff\x10" + block + bytes(184 - len(block))
    path = tmp_path / "w.ts"
    path.write_bytes(content[:564] + padding + content[564:])
    assert analysed(path).captured_at == "2016-10-26T12:21:12+03:00"


def test_a_gopro_names_itself(tmp_path: Path) -> None:
    name = b"MINFc\x01\x00\x09GoPro Max\0\0\0"
    settings = b"DEVC\0\x01" + len(name).to_bytes(2, "big") + name
    content = makers.video(tmp_path / "v.mp4", frames=5).read_bytes()
    udta = (
        (len(settings) + 16).to_bytes(4, "big") + b"udta" + (len(settings) + 8).to_bytes(4, "big") + b"GPMF" + settings
    )
    path = tmp_path / "w.mp4"
    path.write_bytes(content + (len(udta) + 8).to_bytes(4, "big") + b"moov" + udta)
    assert analysed(path).model == "GoPro Max"


def test_a_date_that_was_never_set_is_not_there(tmp_path: Path) -> None:
    found = analysed(makers.video(tmp_path / "v.mp4", frames=5))
    assert found.captured_at is None


@pytest.mark.parametrize("share", [0.02, 0.3, 0.6, 0.9])
@pytest.mark.parametrize("suffix", [".mp4", ".mkv", ".ts"])
def test_a_video_that_ends_early_never_raises(tmp_path: Path, suffix: str, share: float) -> None:
    path = makers.truncated(makers.video(tmp_path / f"v{suffix}", frames=60), share=share)
    found = analysed(path)
    assert found.failure is not None or found.frames


def test_a_video_that_was_cut_off_says_how_much_of_it_is_there(tmp_path: Path) -> None:
    file = makers.video(tmp_path / "whole.mp4", frames=60, container_options={"movflags": "faststart"})
    content = file.read_bytes()
    cut = tmp_path / "cut.mp4"
    cut.write_bytes(content[: len(content) // 2])
    found = {finding.code: finding.message for finding in analysed(cut).findings}
    assert "says that it lasts 6.0 s" in found["ends-early"]
    assert "ends-early" not in codes(analysed(file))


def test_a_damaged_video_is_read_as_far_as_it_goes_and_told(tmp_path: Path) -> None:
    content = bytearray(makers.video(tmp_path / "v.mkv", frames=60).read_bytes())
    for at in range(2000, len(content) - 2000, 501):
        content[at] ^= 0x55
    path = tmp_path / "w.mkv"
    path.write_bytes(content)
    found = analysed(path)
    assert found.failure is not None or found.frames


def test_sound_without_pictures_is_a_failure_with_a_reason(tmp_path: Path) -> None:
    import av

    path = tmp_path / "v.mkv"
    with av.open(str(path), "w") as container:
        stream = container.add_stream("pcm_s16le", rate=8000)
        frame = av.AudioFrame.from_ndarray(np.zeros((1, 800), dtype=np.int16), layout="mono")
        frame.rate = 8000
        container.mux(stream.encode(frame))
        container.mux(stream.encode())
    found = analysed(path)
    assert found.failure is not None
    assert found.failure.code == "no-picture"
    with pytest.raises(NotDecoded):
        video.frame_at(str(path), format=format_of(path), seconds=0, longest=100)


def test_no_other_file_is_opened_for_what_a_video_refers_to(tmp_path: Path) -> None:
    makers.video(tmp_path / "other.mp4", frames=5)
    for content in (b"#EXTM3U\n#EXTINF:1,\nother.mp4\n", b"ffconcat version 1.0\nfile other.mp4\n"):
        path = tmp_path / "list.mp4"
        path.write_bytes(content)
        found = analysed(path)
        assert found.failure is not None
        assert found.failure.code == "not-what-it-says"
        assert found.frames == ()
