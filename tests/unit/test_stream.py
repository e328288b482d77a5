"""A playing worker can be ended at any moment, and whatever it says is taken for a stranger's words."""

import fcntl
import multiprocessing
import os
import signal
import time
from collections.abc import Callable, Iterator
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from annotator.case import Case
from annotator.engine import stream
from annotator.engine.local import WorkerLost
from annotator.engine.stream import Session
from annotator.errors import NotPlayed
from annotator.media import wire
from annotator.media.wire import Command
from tests import makers
from tests.unit.media.helpers import format_of


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Callable[..., Session]]:
    """Starts sessions on a small video with sound."""
    path = makers.clap(tmp_path / "v.mp4", seconds=1.0, flash=0.5)
    started: list[Session] = []

    def make() -> Session:
        made = Session(str(path), format=format_of(path), box=(320, 240), wave=True)
        started.append(made)
        return made

    yield make
    for session in started:
        session.close()


def until(session: Session, kind: type) -> wire.Message:
    while not isinstance(message := session.receive(), kind):
        pass
    return message


def until_lost(session: Session) -> None:
    while True:
        session.receive()


def test_a_frame_comes_out_of_another_process_through_shared_memory(start: Callable[..., Session]) -> None:
    session = start()
    session.send(Command.BOX, 320, 240)
    wish = session.send(Command.SEEK, 0.2)
    picture = until(session, wire.Picture)
    assert isinstance(picture, wire.Picture)
    assert (picture.wish, picture.width, picture.height, picture.exact) == (wish, 320, 240, True)
    seen = session.look(picture, bytes)
    assert seen is not None
    assert seen[3::4] == b"\xff" * (320 * 240)
    session.close()
    assert session.look(picture, bytes) is None
    assert multiprocessing.active_children() == []


def test_a_worker_that_dies_is_told_to_whoever_waits(start: Callable[..., Session]) -> None:
    session = start()
    session.receive()
    os.kill(session._process.pid or 0, signal.SIGKILL)
    with pytest.raises(WorkerLost) as lost:
        until_lost(session)
    assert lost.value.code == "crashed"
    assert session.closed
    session.send(Command.SEEK, 1.0)


def test_a_worker_that_hangs_is_ended(start: Callable[..., Session], monkeypatch: pytest.MonkeyPatch) -> None:
    session = start()
    session.receive()
    monkeypatch.setattr(stream, "SECONDS", 0.5)
    os.kill(session._process.pid or 0, signal.SIGSTOP)
    with pytest.raises(WorkerLost) as lost:
        until_lost(session)
    assert lost.value.code == "timeout"
    assert multiprocessing.active_children() == []


def test_closing_does_not_wait_for_a_worker_that_hangs(start: Callable[..., Session]) -> None:
    session = start()
    session.receive()
    os.kill(session._process.pid or 0, signal.SIGSTOP)
    for number in range(5000):  # more than the pipe takes
        session.send(Command.SEEK, number)
    began = time.monotonic()
    session.close()
    assert time.monotonic() - began < 1


def test_shared_memory_can_not_be_cut_short_under_the_program() -> None:
    descriptor = stream._sealed_memory(1 << 16)
    try:
        with pytest.raises(PermissionError):
            os.ftruncate(descriptor, 0)
        with pytest.raises(PermissionError):
            fcntl.fcntl(descriptor, fcntl.F_ADD_SEALS, fcntl.F_SEAL_WRITE)
    finally:
        os.close(descriptor)


def _lies(*_arguments: object) -> None:
    messages = next(argument for argument in _arguments if isinstance(argument, Connection) and argument.writable)
    messages.send_bytes(bytes([wire.Kind.PICTURE]) + wire._PICTURE.pack(1, 0, 1, 60_000, 60_000, 0, 0.0, 0.0, 1))
    time.sleep(30)


def test_a_worker_that_lies_is_ended(start: Callable[..., Session], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stream, "_work", _lies)
    session = start()
    with pytest.raises(WorkerLost, match="can't be"):
        session.receive()
    assert multiprocessing.active_children() == []


@pytest.mark.parametrize(
    "untrusted",
    [
        b"",
        b"\x63",
        bytes([wire.Kind.PICTURE]) + b"short",
        bytes([wire.Kind.PICTURE]) + wire._PICTURE.pack(1, wire.SLOTS, 1, 2, 2, 0, 0.0, 0.0, 1),
        bytes([wire.Kind.PICTURE]) + wire._PICTURE.pack(1, 0, 1, 0, 2, 0, 0.0, 0.0, 1),
        bytes([wire.Kind.PICTURE]) + wire._PICTURE.pack(1, 0, 1, 2, 2, 0, float("nan"), 0.0, 1),
        bytes([wire.Kind.PICTURE]) + wire._PICTURE.pack(1, 0, 1, 2, 2, 0, 0.0, -1.0, 1),
        wire.sound(1, 0.0, b"123"),
        wire.sound(1, float("inf"), b""),
        wire.wave(b"123", whole=True),
        wire.count(-1),
        wire.facts(wire.Facts(duration=-1.0, rate=1.0, sound=True, unheard=False)),
    ],
)
def test_what_no_honest_worker_says_is_refused(untrusted: bytes) -> None:
    with pytest.raises(wire.Implausible):
        wire.parsed(untrusted, place=1 << 20)


def test_the_sound_wave_is_read_once_and_kept(tmp_path: Path) -> None:
    path = makers.clap(tmp_path / "v.mp4", seconds=1.0, flash=0.5)
    with Case.create(tmp_path / "case", title="Hass", actor="Rana") as case:
        list(case.import_files([path], workers=1))
        player = case.player(1, (320, 240))
        assert player.wave is None
        message = until(player, wire.Wave)
        while isinstance(message, wire.Wave) and not message.whole:
            message = until(player, wire.Wave)
        again = case.player(1, (320, 240))
        assert again.wave == player.wave
        assert again.wave is not None
    assert player.closed
    assert again.closed
    assert multiprocessing.active_children() == []


def test_what_is_no_video_is_not_played(tmp_path: Path) -> None:
    photo = makers.photo(tmp_path / "p.jpg")
    with Case.create(tmp_path / "case", title="Hass", actor="Rana") as case:
        list(case.import_files([photo], workers=1))
        with pytest.raises(NotPlayed, match="not a video"):
            case.player(1, (320, 240))
