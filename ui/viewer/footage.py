"""The video in the viewer: its player, its timeline and its canvas, and single frames where it can't be played."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from annotator.case import Case
from annotator.engine.stream import LARGEST
from annotator.errors import EvidenceError, NotPlayed
from annotator.model import Changed, Item, Kind
from annotator.playback import Player as Session
from annotator.region import Region
from ui import failures, words
from ui.jobs import JobRunner
from ui.library.thumbnails import Thumbnails
from ui.shield.shield import Shield
from ui.viewer import pictures
from ui.viewer.canvas import Canvas
from ui.viewer.link import Shot
from ui.viewer.markers import new_marker
from ui.viewer.pictures import Latest, Ready
from ui.viewer.player import Player
from ui.viewer.video import Timeline

_SETTLE_MS = 250
"""Whoever leafs through videos starts no player for each."""
_RESIZE_MS = 150
_LARGE = 8192


class Footage(QObject):
    """One video at a time."""

    said = Signal(str)
    keep_wanted = Signal(int, float)
    """A video's number and the exact time of the frame to keep."""
    change_wanted = Signal(object, int)
    """Work on the case that changes a marker of this item."""
    taken = Signal(object)
    """The `Ready` that is on show now."""

    def __init__(
        self, runner: JobRunner, latest: Latest, thumbnails: Thumbnails, shield: Shield, canvas: Canvas
    ) -> None:
        super().__init__(canvas)
        self._runner, self._latest, self._shield, self._canvas = runner, latest, shield, canvas
        self._item: Item | None = None
        self._starting: int | None = None
        self._interval = 0.0
        self.player = Player(self)
        self.player.shown.connect(self._show)
        self.player.changed.connect(self._on_changed)
        self.player.wished.connect(self._start)
        self.player.lost.connect(self._on_lost)
        self.timeline = Timeline(runner, thumbnails, shield)
        self.timeline.sought.connect(self.seek)
        self.timeline.transport.wanted.connect(self.act)
        self.timeline.note.written.connect(self._write_marker)
        self.timeline.note.left.connect(canvas.setFocus)
        self.timeline.markers.edited.connect(self.timeline.note.ask)
        self.timeline.markers.removed.connect(self._remove_marker)
        self._settling = QTimer(self, interval=_SETTLE_MS, singleShot=True)
        self._settling.timeout.connect(self._start)
        self._resizing = QTimer(self, interval=_RESIZE_MS, singleShot=True)
        self._resizing.timeout.connect(self._fit)
        canvas.view_changed.connect(self._resizing.start)
        canvas.enlarged.connect(self._want_larger)
        shield.changed.connect(self._on_shield)
        shield.parted.connect(self._on_shield)
        shield.restyled.connect(self._on_shield)
        runner.closing.connect(self.player.close)
        self._acts: dict[str, Callable[[], object]] = {
            "play": self.player.toggle,
            "play_on": lambda: self.player.shuttle(1),
            "play_back": lambda: self.player.shuttle(-1),
            "frame_on": lambda: self.step(1),
            "frame_back": lambda: self.step(-1),
            "slower": lambda: self.player.change_speed(-1),
            "faster": lambda: self.player.change_speed(1),
            "loop_in": lambda: self.player.set_loop(began=True),
            "loop_out": lambda: self.player.set_loop(began=False),
            "loop_clear": self.player.clear_loop,
            "sound": self._switch_sound,
            "marker": self._ask_marker,
            "marker_next": lambda: self._go_to_marker(1),
            "marker_back": lambda: self._go_to_marker(-1),
            "keep": self.keep,
            "first": lambda: self.seek(self.player.loop.began or 0.0),
            "last": self._go_to_end,
        }

    @property
    def time(self) -> float | None:
        """The exact time of the frame on show."""
        return self.player.at if self._item is not None else None

    def show(self, item: Item) -> None:
        """Show a video, or the same one as it reads now."""
        other = self._item is None or self._item.item != item.item
        self._item = item
        self.timeline.set_video(item, writable=not self._runner.read_only)
        if other:
            self.player.reset()
            self._interval, self._starting = 0.0, None
            self._settling.start()
            self._on_shield()
            self._on_changed()
            self.seek_still(0.0)
        else:
            self._on_shield()

    @Slot()
    def hide(self) -> None:
        """Show no video any more."""
        self._settling.stop()
        if self._item is not None:
            self._item = None
            self.player.reset()

    def refresh(self, numbers: frozenset[int]) -> None:
        """What these items have may be other regions, frames or markers now."""
        self.timeline.refresh(numbers)
        if self._item is not None and self._item.item in numbers:
            self.read_parts()

    def read_parts(self) -> None:
        """Other parts of the picture may be covered or uncovered now."""
        item = self._item
        if item is not None:
            self._runner.read(
                lambda case: case.regions.of(item.item),
                lambda regions: self.player.set_parts(regions) if self._is(item) else None,
            )

    @Slot(str)
    def act(self, name: str) -> None:
        """Do what an action of a video's page is called."""
        if self._item is not None:
            self._acts[name]()

    def _is(self, item: Item) -> bool:
        return self._item is not None and self._item.item == item.item

    # --- the session

    @Slot()
    def _start(self) -> None:
        item = self._item
        if item is None or self.player.ready or self.player.broken or self._starting == item.item:
            return
        self._starting = item.item

        def begin(case: Case) -> tuple[Sequence[Region], Session]:
            return case.regions.of(item.item), case.player(item.item, LARGEST)

        def take(begun: tuple[Sequence[Region], Session]) -> None:
            regions, session = begun
            if not self._is(item):
                session.close()
                return
            self._starting = None
            self.player.set_parts(regions)
            self._fit()
            self.player.use(session)

        def failed(error: BaseException) -> None:
            if self._is(item):
                self._starting = None
                self.player.give_up()
                self._runner.failed.emit(error)

        self._runner.read(begin, take, failed=failed)

    @Slot(str)
    def _on_lost(self, message: str) -> None:
        if self._item is not None:
            self._runner.failed.emit(NotPlayed(self._item.name, message))

    @Slot()
    def _on_shield(self) -> None:
        self.player.set_look(bare=self._canvas.open, look=self._shield.style)

    @Slot()
    def _fit(self) -> None:
        """Ask for as many pixels as are shown."""
        ratio = self._canvas.devicePixelRatioF()
        view = self._canvas.view
        if view.zoom and not view.size.isEmpty():
            shown = view.size * min(1.0, view.zoom)
            self.player.set_box(round(shown.width()), round(shown.height()))
        else:
            wide, high = round(self._canvas.width() * ratio), round(self._canvas.height() * ratio)
            self.player.set_box(*((high, wide) if view.turned % 180 else (wide, high)))

    # --- pictures

    @Slot(object)
    def _show(self, shot: Shot) -> None:
        self._canvas.set_picture(shot.ready.image, shot.ready.cover)
        self._say_time()
        self.taken.emit(shot.ready)

    def _say_time(self) -> None:
        player, item = self.player, self._item
        if item is None or player.at is None:
            return
        duration = player.facts.duration if player.facts is not None else None
        self.timeline.set_time(player.at, duration or item.duration, self._number())

    def _number(self) -> str:
        player = self.player
        if player.number is not None and player.frames is not None:
            number, whole = words.number(player.number), words.number(player.frames)
            return self.tr("frame {number} of {whole}").format(number=number, whole=whole)
        if player.at is None or player.facts is None or player.facts.rate is None:
            return ""
        return self.tr("about frame {number}").format(number=words.number(round(player.at * player.facts.rate) + 1))

    @Slot()
    def _on_changed(self) -> None:
        if self._item is not None:
            facts = self.player.facts
            duration = facts.duration if facts is not None else None
            self.timeline.set_duration(duration or self._item.duration)
            self.timeline.show_state(self.player)
            self._say_time()

    @Slot(float)
    def seek(self, seconds: float) -> None:
        """Show the frame of the video at this time."""
        if self.player.broken:
            self.seek_still(seconds)
        elif self._item is not None:
            self.player.seek(seconds)

    @Slot(int)
    def step(self, direction: int) -> None:
        """Show the frame before (-1) or after (1) the one on show."""
        if self.player.broken:
            self._step_still(direction)
        elif self._item is not None:
            self.player.step(direction)

    def want_bare(self) -> None:
        """The bare frame may be seen and is not here."""
        if self.player.ready:
            self.player.redraw()
        elif self.player.at is not None:
            self.seek_still(self.player.at)

    def _go_to_end(self) -> None:
        player, item = self.player, self._item
        duration = player.facts.duration if player.facts is not None else item.duration if item is not None else None
        end = player.loop.ended if player.loop.ended is not None else duration
        if end is not None:
            self.seek(end)

    @Slot()
    def keep(self) -> None:
        """Ask for the frame on show to be kept as an item."""
        if self._item is not None and self.player.at is not None:
            self.player.pause()
            self.keep_wanted.emit(self._item.item, self.player.at)

    @Slot()
    def _want_larger(self) -> None:
        """More pixels than a player hands over, of a frame that stands still."""
        item, at = self._item, self.player.at
        there = self._canvas.picture
        if item is None or at is None or self.player.speed or there.largest.width() < min(LARGEST):
            return
        if there.large.isNull():
            self._latest.ask(
                pictures.frame(item.item, at, _LARGE, self._shield.style),
                lambda ready: self._take_larger(ready, at),
                self._still_lost,
            )

    def _take_larger(self, ready: Ready, at: float) -> None:
        if self.player.at == at and not self.player.speed:
            self._canvas.replace_with_larger(ready.image, ready.cover)

    # --- single frames, by a worker for each

    def seek_still(self, seconds: float) -> None:
        """Show a frame without the player."""
        if self._item is not None:
            work = pictures.frame(self._item.item, seconds, self._longest(), self._shield.style)
            self._latest.ask(work, self._take_still, self._still_lost)

    def _step_still(self, direction: int) -> None:
        item, now = self._item, self.player.at
        if item is None or now is None:
            return
        if direction > 0:
            work = pictures.next_frame(item.item, now, self._interval, self._longest(), self._shield.style)
            self._latest.ask(work, self._take_stepped, self._still_lost)
        elif now > 0:
            work = pictures.frame(item.item, max(0.0, now - 0.001), self._longest(), self._shield.style)
            self._latest.ask(work, self._take_stepped, self._still_lost)

    def _longest(self) -> int:
        side = max(self._canvas.width(), self._canvas.height()) * self._canvas.devicePixelRatioF()
        return max(1024, -(-round(side) // 512) * 512)

    def _take_stepped(self, ready: Ready) -> None:
        if self.player.at is not None and ready.time is not None:
            self._interval = abs(ready.time - self.player.at)
        self._take_still(ready)

    def _take_still(self, ready: Ready) -> None:
        if self._item is None or ready.time is None or self.player.showing:
            return
        self.player.show_at(ready.time)
        ready = ready.in_style(self._shield.style)
        self._canvas.set_picture(ready.image, ready.cover)
        self._say_time()
        self.taken.emit(ready)

    def _still_lost(self, error: BaseException) -> None:
        if isinstance(error, EvidenceError) and self._canvas.empty:
            self._canvas.set_message(failures.sentence(error))
        else:
            self._runner.failed.emit(error)  # the frame before stays on show, and so does its time

    # --- sound and markers

    def _switch_sound(self) -> None:
        if not self.player.hear(not self.player.heard):
            self.said.emit(
                self.tr("This computer has no sound device that can be used: pictures play on without sound.")
            )
            self.timeline.show_state(self.player)

    def _ask_marker(self) -> None:
        item, at = self._item, self.player.at
        if item is not None and at is not None and not self._runner.read_only:
            self.player.pause()
            self.timeline.note.ask(new_marker(item, at, (self.player.loop.began, self.player.loop.ended)))

    @Slot(object)
    def _write_marker(self, marker: Region) -> None:
        def work(case: Case, _numbers: Sequence[int]) -> Changed:
            if not marker.region:
                return case.regions.add(marker)[1]
            return case.regions.change(marker.region, lambda there: replace(there, note=marker.note))

        self.change_wanted.emit(work, marker.item)

    @Slot(int)
    def _remove_marker(self, number: int) -> None:
        if self._item is not None:
            self.change_wanted.emit(lambda case, _numbers: case.regions.remove(number), self._item.item)

    def _go_to_marker(self, direction: int) -> None:
        at = self.player.at
        time = self.timeline.markers.beside(at, direction) if at is not None else None
        if time is not None:
            self.seek(time)


def is_video(item: Item) -> bool:
    """Whether an item can be played."""
    return item.kind is Kind.VIDEO and item.readable
