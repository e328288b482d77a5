"""Playing shows the right frames at their exact times, forwards and backwards, with sound that belongs to them."""

import time
from collections.abc import Iterator
from contextlib import ExitStack
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from annotator.media import container as containers
from annotator.media import sound, wire
from annotator.media.ahead import Whole
from annotator.media.play import Playing
from annotator.media.wire import Command
from tests import makers
from tests.unit.media.helpers import format_of

PLACE = 640 * 480 * 4
CODECS = [(".mp4", "libx264"), (".mp4", "libx265"), (".webm", "libvpx-vp9"), (".mkv", "libsvtav1"), (".avi", "mpeg4")]


class Driven:
    """A player in this process that does a thing at a time; frames are read out of its memory as they come."""

    def __init__(self, path: Path, files: ExitStack, *, wave: bool = True) -> None:
        container, stream = files.enter_context(containers.opened(str(path), format_of(path)))
        assert stream is not None
        self.memory = bytearray(PLACE * wire.SLOTS)
        self.told: list[wire.Message] = []
        self.images: list[Image.Image] = []
        self.playing = Playing(container, stream, memory=memoryview(self.memory), place=PLACE, send=self._take)
        beside, _ = files.enter_context(containers.opened(str(path), format_of(path)))
        heard, _ = sound.stream_of(beside)
        start = containers.start_of(container)
        if heard is not None:
            self.playing.use_sound(sound.Samples(beside, heard, start))
        whole, its = files.enter_context(containers.opened(str(path), format_of(path)))
        assert its is not None
        duration = containers.facts(whole, its).duration
        self.playing.whole = Whole(
            whole, its, sound.stream_of(whole)[0] if wave else None, start=start, duration=duration
        )
        self.wish = 0
        self.ask(Command.BOX, 640, 480)

    def _take(self, message: bytes) -> None:
        parsed = wire.parsed(message, place=PLACE)
        self.told.append(parsed)
        if isinstance(parsed, wire.Picture):
            first = parsed.slot * PLACE
            size = (parsed.width, parsed.height)
            pixels = bytes(self.memory[first : first + size[0] * size[1] * 4])
            self.images.append(Image.frombuffer("RGB", size, pixels, "raw", "BGRX", 0, 1).copy())

    def ask(self, command: Command, a: float = 0.0, b: float = 0.0) -> None:
        self.wish += 1
        self.playing.obey(command, self.wish, a, b)

    @property
    def pictures(self) -> list[wire.Picture]:
        return [message for message in self.told if isinstance(message, wire.Picture)]

    def run(self, pictures: int = 10_000) -> None:
        """Work until so many pictures came, or nothing is left to do; every place is free again at once."""
        wanted = len(self.pictures) + pictures
        while len(self.pictures) < wanted and self.playing.work():
            for picture in self.pictures[-1:]:
                self.playing.obey(Command.FREE, 0, picture.slot, 0)

    def numbers(self) -> list[int]:
        return [makers.number_in(image) for image in self.images]


@pytest.fixture
def files() -> Iterator[ExitStack]:
    with ExitStack() as stack:
        yield stack


@pytest.mark.parametrize(("suffix", "codec"), CODECS)
def test_every_frame_is_played_once_and_in_order(tmp_path: Path, files: ExitStack, suffix: str, codec: str) -> None:
    driven = Driven(makers.video(tmp_path / f"v{suffix}", codec=codec, frames=25, rate=10), files)
    driven.ask(Command.PLAY, 0.0, 1.0)
    driven.run()
    assert driven.numbers() == list(range(25))
    assert [round(picture.time, 3) for picture in driven.pictures] == [number / 10 for number in range(25)]
    assert isinstance(driven.told[-1], wire.End)


def test_frames_are_played_backwards_across_keyframes_with_b_frames(tmp_path: Path, files: ExitStack) -> None:
    driven = Driven(makers.video(tmp_path / "v.mp4", frames=40, rate=10, b_frames=3, keyframes_every=12), files)
    driven.ask(Command.PLAY, 3.5, -1.0)
    driven.run()
    assert driven.numbers() == list(range(34, -1, -1))
    assert isinstance(driven.told[-1], wire.End)


def test_fast_backwards_shows_frames_evenly(tmp_path: Path, files: ExitStack) -> None:
    driven = Driven(makers.video(tmp_path / "v.mp4", frames=60, rate=20, keyframes_every=20), files)
    driven.ask(Command.PLAY, 2.5, -4.0)
    driven.run()
    assert driven.numbers() == [*range(49, 0, -2), 0]


def test_more_frames_than_are_held_are_played_backwards_too(
    tmp_path: Path, files: ExitStack, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("annotator.media.play._HELD_BYTES", 1)  # then the fewest are held
    driven = Driven(makers.video(tmp_path / "v.mp4", frames=30, rate=10, keyframes_every=30), files)
    driven.ask(Command.PLAY, 2.9, -1.0)
    driven.run()
    assert driven.numbers() == list(range(28, -1, -1))


def test_steps_go_to_the_next_and_the_previous_frame_at_a_variable_rate(tmp_path: Path, files: ExitStack) -> None:
    times = [0, 40, 80, 500, 510, 520, 2000, 2033, 2900, 3000]
    driven = Driven(makers.video(tmp_path / "v.mkv", times=times, frames=len(times), keyframes_every=4), files)
    at = 0.0
    for _ in times[1:]:
        driven.ask(Command.STEP, at, 1)
        driven.run(1)
        at = driven.pictures[-1].time
    for _ in times[1:]:
        driven.ask(Command.STEP, at, -1)
        driven.run(1)
        at = driven.pictures[-1].time
    shown = [round(picture.time * 1000) for picture in driven.pictures]
    assert shown == [*times[1:], *reversed(times[:-1])]
    driven.ask(Command.STEP, at, -1)
    driven.run(1)
    assert isinstance(driven.told[-1], wire.End)


def test_stepping_back_after_a_seek_does_not_show_what_was_held_for_another_time(
    tmp_path: Path, files: ExitStack
) -> None:
    driven = Driven(makers.video(tmp_path / "v.mp4", frames=60, rate=10, keyframes_every=20), files)
    for at in (1.5, 5.5, 0.7):
        driven.ask(Command.STEP, at, -1)
        driven.run(1)
    assert driven.numbers() == [14, 54, 6]


def test_a_sought_frame_far_from_its_keyframe_is_shown_after_that_keyframe(tmp_path: Path, files: ExitStack) -> None:
    driven = Driven(makers.video(tmp_path / "v.mp4", frames=60, rate=10, keyframes_every=30), files)
    driven.ask(Command.SEEK, 2.55)
    driven.run()
    assert driven.numbers() == [0, 25]
    assert [picture.exact for picture in driven.pictures] == [False, True]


def test_a_frame_many_seconds_from_its_keyframe_is_reached(tmp_path: Path, files: ExitStack) -> None:
    driven = Driven(makers.video(tmp_path / "v.mp4", frames=100, rate=10, keyframes_every=100), files)
    driven.ask(Command.SEEK, 9.0)
    driven.run()
    assert driven.numbers() == [0, 90]


def test_steps_around_a_sought_frame_read_nothing_again(
    tmp_path: Path, files: ExitStack, monkeypatch: pytest.MonkeyPatch
) -> None:
    driven = Driven(makers.video(tmp_path / "v.mp4", frames=60, rate=10, keyframes_every=60), files)
    driven.ask(Command.SEEK, 3.0)
    driven.run()
    monkeypatch.setattr(driven.playing._reader, "_seek", lambda _wanted: pytest.fail("it was read again"))
    for direction in (-1, -1, 1, 1, 1, -1):
        driven.ask(Command.STEP, driven.pictures[-1].time, direction)
        driven.run(1)
    assert driven.numbers()[2:] == [29, 28, 29, 30, 31, 30]


def test_a_newer_wish_ends_the_way_to_the_older_one(tmp_path: Path, files: ExitStack) -> None:
    driven = Driven(makers.video(tmp_path / "v.mp4", frames=60, rate=10, keyframes_every=60), files)
    driven.ask(Command.SEEK, 5.9)
    driven.playing.work()
    driven.ask(Command.SEEK, 1.0)
    driven.run()
    assert driven.numbers() == [0, 0, 10]
    assert driven.pictures[-1].wish == driven.wish


@pytest.mark.parametrize("rotation", [90, 180, -90])
def test_frames_are_upright_and_fit(tmp_path: Path, files: ExitStack, rotation: int) -> None:
    stored = makers.numbered(5, 640, 480).rotate(-rotation, expand=True)
    driven = Driven(makers.video(tmp_path / "v.mp4", images=[stored] * 3, size=stored.size, rotation=rotation), files)
    driven.ask(Command.BOX, 400, 210)
    driven.ask(Command.SEEK, 0.1)
    driven.run()
    assert driven.images[0].size == (280, 210)
    assert driven.numbers() == [5]


def test_time_begins_with_the_video_whatever_its_time_stamps_say(tmp_path: Path, files: ExitStack) -> None:
    driven = Driven(makers.clap(tmp_path / "v.mkv", starts=100.0, seconds=1.0, flash=None), files)
    driven.ask(Command.SEEK, 0.5)
    driven.run()
    assert driven.pictures[-1].time == pytest.approx(0.48, abs=0.03)


def test_a_video_of_one_frame_ends_after_it(tmp_path: Path, files: ExitStack) -> None:
    driven = Driven(makers.video(tmp_path / "v.mp4", frames=1), files)
    driven.ask(Command.PLAY, 0.0, 1.0)
    driven.run()
    assert driven.numbers() == [0]
    assert isinstance(driven.told[-1], wire.End)


@pytest.mark.parametrize("suffix", [".mkv", ".ts", ".avi"])
def test_a_broken_tail_ends_the_video_and_the_rest_can_still_be_sought(
    tmp_path: Path, files: ExitStack, suffix: str
) -> None:
    codec = "mpeg4" if suffix == ".avi" else "libx264"
    path = makers.truncated(makers.video(tmp_path / f"v{suffix}", frames=60, codec=codec), share=0.6)
    driven = Driven(path, files)
    driven.ask(Command.PLAY, 0.0, 1.0)
    driven.run()
    assert isinstance(driven.told[-1], wire.End)
    assert driven.numbers()[:10] == list(range(10))
    driven.ask(Command.SEEK, 1.0)
    driven.run()
    assert driven.numbers()[-1] == 10


def test_late_frames_are_left_out_and_fast_speeds_show_fewer(tmp_path: Path, files: ExitStack) -> None:
    path = makers.video(tmp_path / "v.mp4", frames=100, rate=25)
    driven = Driven(path, files)
    driven.ask(Command.PLAY, 0.0, 8.0)
    driven.run()
    assert 20 <= len(driven.pictures) <= 34
    driven = Driven(path, files)
    driven.ask(Command.PLAY, 0.0, 1.0)
    driven.run(1)
    driven.ask(Command.CLOCK, 3.0, time.monotonic())
    driven.run()
    assert len(driven.pictures) < 50


def test_frames_are_counted_and_numbered_once_the_file_was_read(tmp_path: Path, files: ExitStack) -> None:
    driven = Driven(makers.video(tmp_path / "v.mp4", frames=30, rate=10, b_frames=2), files)
    driven.ask(Command.SEEK, 1.2)
    driven.run()
    assert driven.pictures[-1].number is None
    while driven.playing.look_ahead():
        pass
    assert wire.Count(frames=30) in driven.told
    driven.ask(Command.SEEK, 1.2)
    driven.run()
    assert driven.pictures[-1].number == 13


# --- sound


def heard(driven: Driven) -> list[tuple[float, "np.ndarray"]]:
    return [
        (message.time, np.frombuffer(message.samples, dtype=np.int16).reshape(-1, 2))
        for message in driven.told
        if isinstance(message, wire.Sound)
    ]


def loud_from(driven: Driven, speed: float = 1.0) -> float:
    """When the tone begins, by the times that the pieces bear."""
    for begins, samples in heard(driven):
        loud = np.nonzero(np.abs(samples).max(axis=1) > 8000)[0]
        if len(loud):
            return begins + loud[0] / wire.RATE * speed
    raise AssertionError("no tone")


@pytest.mark.parametrize("sound_starts", [0.0, 0.5])
@pytest.mark.parametrize(("suffix", "codec"), [(".mp4", "aac"), (".mkv", "pcm_s16le"), (".ts", "mp2")])
def test_tone_and_flash_are_handed_over_for_the_same_time(
    tmp_path: Path, files: ExitStack, suffix: str, codec: str, sound_starts: float
) -> None:
    driven = Driven(makers.clap(tmp_path / f"v{suffix}", sound=codec, starts=3, sound_starts=sound_starts), files)
    driven.ask(Command.HEAR, 0.3, 1.0)
    driven.ask(Command.PLAY, 0.3, 1.0)
    driven.run()
    white = [p.time for p, seen in zip(driven.pictures, driven.numbers(), strict=True) if seen == 255]
    assert loud_from(driven) == pytest.approx(white[0], abs=0.04)
    pieces = heard(driven)
    for (begins, samples), (follows, _) in pairwise(pieces):
        assert begins + len(samples) / wire.RATE == pytest.approx(follows)


@pytest.mark.parametrize("speed", [0.5, 2.0])
def test_sound_keeps_its_place_at_other_speeds(tmp_path: Path, files: ExitStack, speed: float) -> None:
    driven = Driven(makers.clap(tmp_path / "v.mp4"), files)
    driven.ask(Command.HEAR, 0.0, speed)
    driven.ask(Command.PLAY, 0.0, speed)
    driven.run()
    assert loud_from(driven, speed) == pytest.approx(1.0, abs=0.08)


def test_there_is_no_sound_unless_it_is_asked_for(tmp_path: Path, files: ExitStack) -> None:
    driven = Driven(makers.clap(tmp_path / "v.mp4"), files)
    driven.ask(Command.PLAY, 0.0, 1.0)
    driven.run()
    assert heard(driven) == []
    driven.ask(Command.HEAR, 0.0, 1.0)
    driven.ask(Command.HEAR, 0.0, 0.0)
    driven.ask(Command.PLAY, 0.0, 1.0)
    driven.run()
    assert heard(driven) == []


def test_the_wave_shows_where_the_tone_is_and_what_was_not_read(tmp_path: Path, files: ExitStack) -> None:
    driven = Driven(makers.clap(tmp_path / "v.mp4", sound_starts=0.5), files)
    while driven.playing.look_ahead():
        pass
    waves = [message for message in driven.told if isinstance(message, wire.Wave)]
    assert waves[-1].whole
    peaks = waves[-1].peaks
    assert peaks[wire.BINS // 10] == wire.NOT_READ
    assert peaks[wire.BINS * 3 // 10] < 5
    assert 100 < peaks[wire.BINS * 11 // 20] < 200
    assert peaks[wire.BINS * 7 // 10] < 5


def test_a_video_without_sound_has_no_wave(tmp_path: Path, files: ExitStack) -> None:
    driven = Driven(makers.video(tmp_path / "v.mp4"), files)
    while driven.playing.look_ahead():
        pass
    assert not [message for message in driven.told if isinstance(message, wire.Wave)]
    driven.ask(Command.HEAR, 0.0, 1.0)
    driven.ask(Command.PLAY, 0.0, 1.0)
    driven.run()
    assert len(driven.pictures) == 30
