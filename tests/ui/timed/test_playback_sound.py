"""What of a video is heard: nothing unasked, nothing of what is covered, and what belongs to the pictures."""

import time
from collections.abc import Callable

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from annotator.media.wire import NOT_READ, RATE, SAMPLE
from tests.ui.conftest import press
from tests.ui.test_shield import hold, release
from ui.main_window import MainWindow
from ui.viewer import speaker
from ui.viewer.footage import Footage


@pytest.fixture
def window(clip_window: MainWindow) -> MainWindow:
    return clip_window


class Heard:
    """A sound device that plays in real time what is written to it, and keeps it."""

    def __init__(self) -> None:
        self.pcm = b""
        self.resets = 0
        self._began = 0.0
        self._waiting = 0

    def start(self) -> "Heard":
        self._began, self._waiting, self.pcm = time.monotonic(), 0, b""
        return self

    def reset(self) -> None:
        self.resets += 1
        self._waiting = 0

    def bufferSize(self) -> int:  # noqa: N802 - Qt's name
        return RATE * SAMPLE // 5

    def bytesFree(self) -> int:  # noqa: N802 - Qt's name
        played = int((time.monotonic() - self._began) * RATE) * SAMPLE
        return min(self.bufferSize(), self.bufferSize() - max(0, len(self.pcm) - played))

    def write(self, samples: bytes) -> int:
        self.pcm += samples
        return len(samples)


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> Heard:
    device = Heard()
    monkeypatch.setattr(speaker, "default_device", lambda: device)
    return device


def test_sound_is_off_until_asked_and_off_again_for_another_item(
    window: MainWindow, opened: Callable[[str], Footage], heard: Heard, qtbot: QtBot
) -> None:
    player = opened("clap").player
    press(window, qtbot, "k")
    qtbot.waitUntil(lambda: (player.at or 0) > 0.15, timeout=5000)
    assert heard.pcm == b""
    press(window, qtbot, "a")
    qtbot.waitUntil(lambda: len(heard.pcm) > 0, timeout=5000)
    assert player.heard
    assert not opened("numbers").player.heard


def test_what_is_heard_belongs_to_what_is_seen(
    window: MainWindow, opened: Callable[[str], Footage], heard: Heard, qtbot: QtBot
) -> None:
    player = opened("clap").player
    seen: list[tuple[float, float]] = []
    player.shown.connect(lambda shot: seen.append((shot.picture.time, time.monotonic())))
    press(window, qtbot, "a", "k")
    qtbot.waitUntil(lambda: (player.at or 0) > 0.9, timeout=8000)
    loud = np.nonzero(np.abs(np.frombuffer(heard.pcm, dtype=np.int16)[::2]) > 8000)[0][0]
    tone_at = heard._began + loud / RATE
    flash_at = next(at for shown, at in seen if shown >= 0.6)
    assert abs(tone_at - flash_at) < 0.08


def test_the_shield_mutes_at_once(
    window: MainWindow, opened: Callable[[str], Footage], heard: Heard, qtbot: QtBot
) -> None:
    desk = window.desk
    assert desk is not None
    player = opened("clap").player
    press(window, qtbot, "a", "k")
    qtbot.waitUntil(lambda: len(heard.pcm) > 0, timeout=5000)
    press(window, qtbot, "5")
    qtbot.waitUntil(lambda: heard.resets > 0, timeout=5000)
    assert player.heard
    assert not player.audible
    length = len(heard.pcm)
    qtbot.wait(200)
    assert len(heard.pcm) == length
    heard.pcm = b""
    hold(desk.viewer.canvas)
    assert player.audible or not player.speed
    release(desk.viewer.canvas)
    assert not player.audible


def test_without_a_sound_device_pictures_play_on(
    window: MainWindow, opened: Callable[[str], Footage], monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(speaker, "default_device", lambda: None)
    player = opened("clap").player
    said: list[str] = []
    assert window.desk is not None
    window.desk.said.connect(said.append)
    press(window, qtbot, "k", "a")
    assert any("sound" in sentence for sentence in said)
    at = player.at or 0
    qtbot.waitUntil(lambda: (player.at or 0) > at + 0.2, timeout=5000)
    assert player.speed == 1


def test_the_wave_says_what_it_is(window: MainWindow, opened: Callable[[str], Footage], qtbot: QtBot) -> None:
    footage = opened("clap")
    scrub = footage.timeline.scrub
    qtbot.waitUntil(lambda: footage.player.wave_whole, timeout=8000)
    assert scrub.accessibleDescription() == ""
    assert footage.player.wave is not None
    loud = [at for at, peak in enumerate(footage.player.wave) if 100 < peak < NOT_READ]
    assert loud[0] / len(footage.player.wave) == pytest.approx(0.6 / 1.6, abs=0.03)
    assert opened("numbers").timeline.scrub.accessibleDescription() == "This video has no sound"
