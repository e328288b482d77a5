"""Plays a video: asks a worker for frames and sound, and shows each when it is due."""

import time
from collections import deque
from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from annotator.engine.local import WorkerLost
from annotator.media.wire import Command, Count, End, Facts, Message, Sound, Wave
from annotator.playback import Player as Session
from annotator.region import Region
from ui.shield.shield import ShieldLook
from ui.viewer.clock import Clock, Loop, next_speed, shuttled
from ui.viewer.link import Link, Shot
from ui.viewer.speaker import Speaker

_HEARD = (0.5, 2.0)
"""The slowest and the fastest speed at which there is sound."""
_TOO_LATE = 1.0
"""Seconds that frames may be late before the clock waits for them."""
_CLOCK_SECONDS = 0.5
_DRIFT = 0.02
_TICK_MS = 15


class Player(QObject):
    """One video at a time. Without a worker it keeps what is asked of it last until there is one."""

    shown = Signal(object)
    """A `Shot` that is due."""
    changed = Signal()
    """Playing, speed, sound, loop, or what is known of the video."""
    wished = Signal()
    """A worker is wanted: `use` it."""
    lost = Signal(str)
    """The worker is gone, and why."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._link = Link(self)
        self._link.came.connect(self._take)
        self._wait: Callable[[], None] | None = None
        self._broken = False
        self._wish = 0
        self._heard_wish = -1
        self._shots: deque[Shot] = deque()
        self._clock = Clock()
        self._clock_told = 0.0
        self._steps = 0
        self._stepping = False
        self._sought: float | None = None
        """The time that is on its way to the screen."""
        self._ending = False
        self._heard_covered = False
        self._speaker = Speaker()
        self._timer = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self.reset()

    def reset(self) -> None:
        """Forget the video: nothing plays, nothing is heard."""
        self.close()
        self._broken, self._wait = False, None
        self.facts: Facts | None = None
        self.frames: int | None = None
        self.wave: bytes | None = None
        self.wave_whole = False
        self.at: float | None = None
        """The exact time of the frame on show."""
        self.number: int | None = None
        self._lasts = 0.0
        self.speed = 0.0
        """Of playing, negative backwards; 0 is a pause."""
        self.chosen = 1.0
        self.loop = Loop()
        self.heard = False
        """Sound was asked for."""

    def close(self) -> None:
        """End the worker at once."""
        self._link.close()
        self._wish = 0
        self._timer.stop()
        self._speaker.stop()
        self._shots.clear()
        self._steps, self._stepping, self._ending, self._sought = 0, False, False, None

    # --- the worker

    @property
    def ready(self) -> bool:
        return self._link.ready

    @property
    def showing(self) -> bool:
        """The frame on show is one that the player brought, or will be."""
        return self._wish > 0

    @property
    def broken(self) -> bool:
        """The worker died on this video, so that only single frames can be shown."""
        return self._broken

    def use(self, session: Session) -> None:
        """Play with this worker, which belongs to the player from here on."""
        self.close()
        self._link.use(session)
        self.wave, self.wave_whole = session.wave, session.wave is not None
        wait, self._wait = self._wait, None
        self.seek(self.at or 0.0)
        if wait is not None:
            wait()
        self.changed.emit()

    def give_up(self) -> None:
        """No session can be had for this video."""
        self._broken, self._wait = True, None

    def _asked(self, what: Callable[[], None]) -> bool:
        """Whether a worker can be asked now; if not, `what` is done when there is one."""
        if not self._link.ready and not self._broken:
            self._wait = what
            self.wished.emit()
        return self._link.ready

    @Slot(object)
    def _take(self, news: Shot | Message | WorkerLost) -> None:
        match news:
            case Shot():
                self._arrived(news)
            case Sound():
                if news.wish == self._heard_wish:
                    self._speaker.feed(news)
            case End(sound=False) if news.wish == self._wish:
                self._ending = self.speed != 0
                self._stepping, self._steps, self._sought = False, 0, None
                self._tick()
            case Facts():
                self.facts = news
                self.changed.emit()
            case Count():
                self.frames = news.frames
                self.redraw()  # the frame on show gets its number
            case Wave():
                self.wave, self.wave_whole = news.peaks, news.whole
                self.changed.emit()
            case WorkerLost():
                self.close()
                self._broken, self.speed = True, 0.0
                self.lost.emit(news.message)
                self.changed.emit()

    # --- what is asked for

    def set_look(self, *, bare: bool, look: ShieldLook) -> None:
        """Only while `bare` are frames more than covers, and is there sound; bare frames are dropped with its end."""
        self._heard_covered = look.sound
        again = self._link.set_look(bare=bare, look=look)
        if not bare:
            for shot in self._shots:
                shot.cover_up()
        if again:
            self.redraw()
        self._set_sound()

    def set_box(self, width: int, height: int) -> None:
        """Frames are to fit into so many pixels."""
        if self._link.set_box(width, height):
            self.redraw()

    def set_parts(self, regions: Sequence[Region]) -> None:
        """The regions that cover or uncover a part of the picture."""
        if self._link.set_parts(regions):
            self.redraw()

    def redraw(self) -> None:
        """Show the frame on show again, where it stands still."""
        at = self._sought if self._sought is not None else self.at
        if self._link.ready and not self.speed and not self._stepping and at is not None:
            self._wish = self._link.send(Command.SEEK, at, 1)

    def show_at(self, seconds: float) -> None:
        """The frame of this time is on show, from elsewhere."""
        self.at, self.number, self._lasts = seconds, None, 0.0

    def seek(self, seconds: float) -> None:
        """Show the frame on show at this time; go on playing from there where it plays."""
        if self.speed:
            self._play_from(seconds, self.speed)
        elif self._asked(lambda: self.seek(seconds)):
            self._forget_shots()
            self._stepping, self._steps, self._sought = False, 0, seconds
            self._wish = self._link.send(Command.SEEK, seconds)

    def step(self, direction: int) -> None:
        """Show the next frame (1) or the previous one (-1)."""
        self.pause()
        if not self._asked(lambda: self.step(direction)):
            return
        if self._stepping:
            self._steps = direction  # keys that repeat faster than frames come do not pile up
            return
        self._stepping, self._sought = True, None
        self._forget_shots()
        self._wish = self._link.send(Command.STEP, self.at or 0.0, direction)

    def toggle(self) -> None:
        """Play, or pause."""
        if self.speed:
            self.pause()
        else:
            self.play(self.chosen)

    def play(self, speed: float) -> None:
        """Play from where it stands; backwards where the speed is negative."""
        if self._asked(lambda: self.play(speed)):
            self._play_from(self._starting(speed), speed)

    def pause(self) -> None:
        """Hold on the frame on show."""
        if not self.speed:
            return
        self.speed = 0.0
        self._timer.stop()
        self._forget_shots()
        self._wish = self._link.send(Command.PAUSE)
        self._set_sound()
        self.changed.emit()

    def shuttle(self, direction: int) -> None:
        """J and L: play that way; when it plays that way already, twice as fast."""
        self.play(shuttled(self.speed, direction))

    def change_speed(self, by: int) -> None:
        """The next speed of SPEEDS, slower (-1) or faster (1)."""
        self.chosen = next_speed(abs(self.speed) or self.chosen, by)
        if self.speed:
            self._play_from(self.at or 0.0, self.chosen if self.speed > 0 else -self.chosen)
        self.changed.emit()

    def set_loop(self, *, began: bool) -> None:
        """The frame on show begins the loop, or ends it."""
        if self.at is None:
            return
        (self.loop.begin if began else self.loop.end)(self.at)
        self.changed.emit()

    def clear_loop(self) -> None:
        self.loop.clear()
        self.changed.emit()

    def hear(self, heard: bool) -> bool:
        """Sound on or off; False where this computer can play none."""
        if heard and not self._speaker.open():
            return False
        self.heard = heard
        self._set_sound()
        self.changed.emit()
        return True

    # --- playing

    def _starting(self, speed: float) -> float:
        """From where to play: on from the frame on show, or from the start again where that is the end."""
        at = self.at or 0.0
        again = self.loop.restart(speed)
        over = self.loop.at_end(at, speed) or (speed > 0 and self._at_end())
        return again if over and again is not None else at

    def _at_end(self) -> bool:
        duration = self.facts.duration if self.facts is not None else None
        if self.frames is not None and self.number is not None:
            return self.number >= self.frames
        return duration is not None and self.at is not None and self.at + max(self._lasts, 0.001) >= duration - 0.001

    def _play_from(self, seconds: float, speed: float) -> None:
        self._forget_shots()
        self._stepping, self._steps, self._sought = False, 0, None
        self.speed, self._ending = speed, False
        self._clock.set(seconds, 0.0)  # it begins to run when the first frame is there
        self._wish = self._link.send(Command.PLAY, seconds, speed)
        self._set_sound(seconds)
        self.changed.emit()

    def _forget_shots(self) -> None:
        for shot in self._shots:
            self._link.free(shot)
        self._shots.clear()

    def _arrived(self, shot: Shot) -> None:
        if not self._link.bare:
            shot.cover_up()
        if shot.picture.wish != self._wish:
            self._link.free(shot)
        elif self.speed:
            self._shots.append(shot)
            if not self._timer.isActive() or len(self._shots) == 1:
                self._tick()
        else:
            if shot.picture.exact:
                self._stepping, self._sought = False, None
            self._show(shot)
            if self._steps and not self._stepping:
                direction, self._steps = self._steps, 0
                self.step(direction)

    def _show(self, shot: Shot) -> None:
        self._link.free(shot)
        self.at, self.number, self._lasts = shot.picture.time, shot.picture.number, shot.picture.lasts
        self.shown.emit(shot)

    @Slot()
    def _tick(self) -> None:
        """Show what is due."""
        if not self.speed:
            return
        if self._shots and not self._clock.speed:
            self._set_clock(self._shots[0].picture.time)
        self._follow_sound()
        due: Shot | None = None
        while self._shots and self._clock.until(self._shots[0].picture.time) <= 0.002:
            if due is not None:
                self._link.free(due)
            due = self._shots.popleft()
        if due is not None and self.loop.beyond(due.picture.time, self.speed):
            self._link.free(due)
            self._again()
            return
        if due is not None:
            if self._clock.until(due.picture.time) < -_TOO_LATE:
                self._set_clock(due.picture.time)
            self._show(due)
        if self._ending and not self._shots:
            left = self._clock.until((self.at or 0.0) + (self._lasts if self.speed > 0 else 0.0))
            if not self._clock.speed or left <= 0:
                self._end()
                return
        wait = self._clock.until(self._shots[0].picture.time) * 1000 if self._shots else _TICK_MS
        self._timer.start(max(1, min(round(wait), _TICK_MS)))

    def _again(self) -> None:
        """From the other end of the loop."""
        start = self.loop.restart(self.speed)
        if start is not None:
            self._play_from(start, self.speed)
        else:
            self.pause()

    def _end(self) -> None:
        if self.loop.there and self._clock.speed:
            self._again()
        else:
            self.pause()

    def _set_clock(self, seconds: float) -> None:
        self._clock.set(seconds, self.speed)
        self._tell_clock()

    def _tell_clock(self) -> None:
        self._clock_told = time.monotonic()
        self._link.send(Command.CLOCK, self._clock.now(), self._clock_told)

    # --- sound

    @property
    def audible(self) -> bool:
        """Whether there is to be sound now."""
        allowed = self._link.bare or self._heard_covered
        return self.heard and allowed and _HEARD[0] <= self.speed <= _HEARD[1]

    def _set_sound(self, seconds: float | None = None) -> None:
        """Begin to be heard, or stop at once; `seconds` is where playing begins anew."""
        if not self.audible:
            self._speaker.stop()
            if self._heard_wish >= 0:
                self._link.send(Command.HEAR)
                self._heard_wish = -1
        elif seconds is not None or self._heard_wish < 0:
            self._speaker.begin(self.speed)
            since = seconds if seconds is not None else self._clock.now() if self._clock.speed else self.at or 0.0
            self._heard_wish = self._link.send(Command.HEAR, since, self.speed)

    def _follow_sound(self) -> None:
        if self.audible and self._clock.speed:
            self._speaker.play(self._clock.now())
            heard = self._speaker.now()
            if heard is not None and abs(heard - self._clock.now()) > _DRIFT:
                self._clock.set(heard, self.speed)
        if self._clock.speed and time.monotonic() - self._clock_told > _CLOCK_SECONDS:
            self._tell_clock()
