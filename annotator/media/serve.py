"""Opens a video in a worker, says what it is, and plays it as it is told until the commands end."""

import os
import select
import time
from collections.abc import Callable
from contextlib import ExitStack
from typing import Final

import av

from annotator.analysis import NotDecoded
from annotator.media import container as containers
from annotator.media import sound, wire
from annotator.media.ahead import Whole
from annotator.media.pictures import MAX_PIXELS
from annotator.media.play import Playing
from annotator.media.sniff import Format

_ALIVE_SECONDS: Final = 1.0
_FULL_HD: Final = 1920 * 1088


def serve(
    path: str, *, format: Format, memory: memoryview, place: int, commands: int, send: Callable[[bytes], None],
    wave: bool,
) -> None:  # fmt: skip
    """Open a video, say what it is, and obey until the commands end. Everything that goes wrong is told."""
    try:
        with ExitStack() as open_files:
            _serve(path, format, memory, place, commands, send, open_files, wave=wave)
    except NotDecoded as problem:
        send(wire.failed(str(problem)))
    except MemoryError:
        send(wire.failed("Playing it needs more memory than a file may take."))
    except (av.error.FFmpegError, ValueError, OverflowError, OSError) as problem:
        send(wire.failed(f"It can't be played on ({str(problem)[:120]})."))


def _serve(
    path: str, format: Format, memory: memoryview, place: int, commands: int, send: Callable[[bytes], None],
    open_files: ExitStack, *, wave: bool,
) -> None:  # fmt: skip
    container, stream = open_files.enter_context(containers.opened(path, format))
    if stream is None or stream.codec_context.width * stream.codec_context.height > MAX_PIXELS:
        raise NotDecoded("no-picture", "The file holds no moving picture that can be decoded.")
    context = stream.codec_context
    if context.width * context.height > _FULL_HD:
        context.thread_type, context.thread_count = "FRAME", min(4, os.cpu_count() or 1)
    playing = Playing(container, stream, memory=memory, place=place, send=send)
    facts, start = containers.facts(container, stream), containers.start_of(container)
    beside, _ = open_files.enter_context(containers.opened(path, format))
    heard, unheard = sound.stream_of(beside)
    if heard is not None:
        playing.use_sound(sound.Samples(beside, heard, start))
    rate = float(stream.average_rate) if stream.average_rate else None
    send(wire.facts(wire.Facts(duration=facts.duration, rate=rate, sound=heard is not None, unheard=unheard)))
    whole, its_stream = open_files.enter_context(containers.opened(path, format))
    if its_stream is not None:
        its_sound = sound.stream_of(whole)[0] if wave else None
        playing.whole = Whole(whole, its_stream, its_sound, start=start, duration=facts.duration)
    _loop(playing, commands, send)


def _loop(playing: Playing, commands: int, send: Callable[[bytes], None]) -> None:
    told = time.monotonic()
    busy = True
    while True:
        ready, _, _ = select.select([commands], [], [], 0 if busy else _ALIVE_SECONDS)
        if ready:
            record = os.read(commands, wire.COMMAND.size)
            if len(record) < wire.COMMAND.size:
                return
            playing.obey(*wire.COMMAND.unpack(record))
            busy = True
            continue
        busy = playing.work() or playing.look_ahead()
        if time.monotonic() - told > _ALIVE_SECONDS:
            told = time.monotonic()
            send(bytes([wire.Kind.ALIVE]))
