"""The page that compares two to four items: panes, ways to look at a pair, and verdicts by keys."""

from array import array
from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget

from annotator.link import Link, Verdict
from annotator.model import Changed
from ui import words
from ui.actions import COMPARE
from ui.compare.ahead import Ahead
from ui.compare.asking import Asking
from ui.compare.bars import BottomBar, TopBar
from ui.compare.blend import Mode
from ui.compare.laying import Laying
from ui.compare.lock import Lock
from ui.compare.over import Over
from ui.compare.pairs import Two, two
from ui.compare.pane import Pane
from ui.compare.reading import Read, Round
from ui.compare.round import Going
from ui.compare.stage import Stage
from ui.compare.telling import tell_pair, tell_panes
from ui.jobs import JobRunner, Lane
from ui.library.thumbnails import Thumbnails
from ui.shield.shield import Shield
from ui.viewer.canvas import Canvas

_LARGEST, _LARGEST_OF_MANY = 8192, 4096


class ComparePage(QWidget):
    """Reads and asks beside the window. The first item is what the others are compared with."""

    left = Signal()
    changed = Signal(object)
    """A verdict was written: a `Changed`."""
    said = Signal(str)
    chosen_changed = Signal()
    open_wanted = Signal(int, object)
    """An item to show alone, and the second of its footage."""
    key_pages = frozenset({COMPARE})

    def __init__(
        self, runner: JobRunner, thumbnails: Thumbnails, shield: Shield, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._runner, self._thumbnails, self._shield = runner, thumbnails, shield
        self._asking = Asking(runner)
        self._read: Read | None = None
        self.going = Going(runner, self)
        self.going.changed.connect(self._tell)
        self.going.chosen.connect(self.show_round)
        self.going.said.connect(self.said)
        self.ahead = Ahead(runner, shield, self)
        self._mode, self._on, self._last_focused = Mode.BESIDE, 1, 0
        self._numbers: Sequence[int] = ()
        self._title, self._common = "", ""
        self.stage, self.over = Stage(), Over(shield)
        self.laying = Laying(runner, self._asking, self.over, self)
        self.laying.found.connect(self._on_found)
        self._lock: Lock | None = None
        self._locked = True
        self._views = QStackedWidget()
        self._views.addWidget(self.stage)
        self._views.addWidget(self.over)
        self.top = TopBar(self.leave, self._set_locked, self.going.choose)
        self.bottom = BottomBar(self._set_mode, self.judge, self.next_pair, self.open_this)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.top)
        column.addWidget(self._views, 1)
        column.addWidget(self.bottom)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # What else can be done here has keys of its own, so that Tab is free to go on.
        for keys, by in (("Tab", 1), ("Shift+Tab", -1)):
            shortcut = QShortcut(QKeySequence(keys), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda by=by: self.next_pair(by))

    # --- what is compared

    @property
    def panes(self) -> list[Pane]:
        return self.stage.panes

    @property
    def mode(self) -> Mode:
        return self._mode

    @property
    def chosen(self) -> "array[int]":
        """The item of the pane that has the keyboard; of two in one picture both."""
        if not self.panes:
            return array("q")
        if self._mode is not Mode.BESIDE:
            return array("q", [self.panes[0].item.item, self.panes[self._on].item.item])
        return array("q", [self.panes[self._focused].item.item])

    def show_items(self, numbers: Sequence[int]) -> None:
        """Compare these, and go on to the undecided pairs of their group."""
        self._title = self.tr("Comparing {count} items").format(count=words.number(len(numbers)))
        self.going.clear()
        self._begin(numbers)
        self._asking.ask(
            lambda case: Round.of_items(case, numbers), self.going.take, self._runner.failed.emit, lane=Lane.ROWS
        )

    @Slot(object)
    def show_round(self, found: Round) -> None:
        """Go through these."""
        self._title = words.verdict(Verdict.UNDECIDED)
        self.going.take(found)
        if found.pairs.current is not None:
            self._begin(found.pairs.current)

    def _begin(self, numbers: Sequence[int]) -> None:
        self.clear()
        self._numbers = numbers
        self.setAccessibleName(self._title)
        self.top.tell(self._title, "")
        self._asking.ask(lambda case: Read.of(case, numbers), self._take, self._lost, lane=Lane.ROWS)

    def _take(self, read: Read) -> None:
        self._read = read
        panes = [
            Pane(detail, seconds, place, self._runner, self._thumbnails, self._shield)
            for place, (detail, seconds) in enumerate(zip(read.details, read.times, strict=True), 1)
        ]
        for pane in panes:
            pane.arrived.connect(self._on_arrived)
            pane.enlarged.connect(self._want_larger)
            pane.canvas.focused.connect(self._on_focus)
        self._common = tell_panes(panes, read)
        self.stage.set_panes(panes)
        self._lock = Lock([pane.canvas for pane in panes], self)
        self._lock.on = self._locked
        self._on = 1
        for pane in panes:
            pane.load(pane.first_size(), self.ahead.take)
        self.laying.begin(panes, self._lock, [read.known_with(place).link for place in range(1, len(panes))])
        self._set_mode(self._mode)
        self._on_found()

    def _lost(self, error: BaseException) -> None:
        self._runner.failed.emit(error)
        self.leave()

    def refresh(self, changed: Changed) -> None:
        """Read again what a change touched."""
        numbers = self._numbers
        touched = not changed.items.isdisjoint(numbers)
        self.ahead.refresh(changed)
        if "regions" in changed.nouns and touched:
            self.laying.renew()
        if "links" in changed.nouns and numbers:
            self.going.renew()
        if touched and not self.panes:
            self._begin(numbers)  # what is being read of them is of before
        elif touched:
            self._asking.ask(
                lambda case: Read.of(case, numbers), self._take_again, self._runner.failed.emit, lane=Lane.ROWS
            )

    def _take_again(self, read: Read) -> None:
        self._read = read
        for pane, detail in zip(self.panes, read.details, strict=True):
            pane.refresh(detail.item)
        if self._mode is not Mode.BESIDE:
            self.over.set_items(self.panes[0].item, self.panes[self._on].item)
        self._tell()

    # --- panes

    @property
    def _focused(self) -> int:
        """The pane that has the keyboard, or had it last."""
        for place, pane in enumerate(self.panes):
            if pane.canvas.hasFocus():
                return place
        return self._last_focused

    def _on_focus(self) -> None:
        self._last_focused = self._focused
        self._on = self._last_focused or self._on
        for place, pane in enumerate(self.panes):
            pane.set_current(place == self._last_focused)
        self._tell()
        self.chosen_changed.emit()

    def _want_larger(self) -> None:
        for pane in self.panes:
            pane.load_larger(_LARGEST if len(self.panes) == 2 else _LARGEST_OF_MANY)

    def _on_arrived(self) -> None:
        self.stage.arrange()
        if self._lock is not None:
            self._lock.follow()
        self.laying.go_on()

    # --- two in one picture

    def _set_mode(self, mode: Mode) -> None:
        self._mode = mode
        self.bottom.show_mode(mode)
        if not self.panes:
            return
        had = self._has_keyboard
        if mode is Mode.BESIDE:
            self.laying.stop()
            self._views.setCurrentWidget(self.stage)
        else:
            self._shield.cover()
            self.over.set_mode(mode)
            self.over.set_items(self.panes[0].item, self.panes[self._on].item)
            self._views.setCurrentWidget(self.over)
            self.laying.show(self._on, mode)
        if had:
            self.setFocus()
        self.chosen_changed.emit()

    # --- what the keys do

    def leave(self) -> None:
        self.left.emit()

    def toggle(self, mode: Mode) -> None:
        """Look at the pair so, or side by side again."""
        self._set_mode(Mode.BESIDE if self._mode is mode else mode)

    def lock(self) -> None:
        """Let views move together, or each for itself."""
        self._set_locked(not self._locked)

    def _set_locked(self, on: bool) -> None:
        self._locked = on
        self.top.show_lock(on)
        if self._lock is not None:
            self._lock.on = on
            self._lock.follow()

    def next_pane(self) -> None:
        """Give the next picture the keyboard."""
        if self.panes:
            self._focus((self._focused + 1) % len(self.panes))

    def zoom(self, do: Callable[[Canvas], None]) -> None:
        """Zoom the view that has the keyboard, and with it those that are locked to it."""
        canvas = self.canvas
        if canvas is not None:
            if self._lock is not None and self._mode is Mode.BESIDE:
                self._lock.lead(canvas)
            do(canvas)

    @property
    def together(self) -> list[Canvas]:
        """What is turned and mirrored: all views that are locked, or the one that has the keyboard."""
        if self._mode is Mode.BESIDE and self._locked:
            return [pane.canvas for pane in self.panes]
        return [canvas for canvas in [self.canvas] if canvas is not None]

    @property
    def canvas(self) -> Canvas | None:
        """The picture that keys zoom and turn."""
        if not self.panes:
            return None
        return self.panes[self._focused].canvas if self._mode is Mode.BESIDE else self.over.canvas

    # --- verdicts

    @property
    def pair(self) -> Two | None:
        """The two items that a verdict is about."""
        return two(self.panes[0].item.item, self.panes[self._on].item.item) if self.panes else None

    def judge(self, verdict: Verdict) -> None:
        """Write what the person says of the pair."""
        pair = self.pair
        if pair is None:
            return
        if self._runner.read_only:
            self.said.emit(self.tr("The case is open for reading only, so no verdict was written."))
            return

        def done(result: tuple[Link, Changed]) -> None:
            link, changed = result
            self.going.judged(pair, waits=link.verdict is Verdict.UNDECIDED)
            self.changed.emit(changed)

        self._runner.change(lambda case: case.judge(*pair, verdict), done)

    def next_pair(self, by: int = 1) -> None:
        """Go on to the next pair that nobody has judged yet."""
        if not self.panes:
            return
        pair = self.going.pairs.next(by)
        if pair is None:
            self.said.emit(self.tr("No other pair is undecided here."))
        elif len(self.panes) > 2:
            self._focus(next(place for place, pane in enumerate(self.panes) if place and pane.item.item in pair))
        else:
            self._begin(pair)

    def open_this(self) -> None:
        """Show the item that has the keyboard alone, footage where it is alike."""
        if self.panes:
            pane = self.panes[self._focused]
            self.open_wanted.emit(pane.item.item, pane.seconds if pane.video else None)

    def _focus(self, place: int) -> None:
        """Give a pane the keyboard, or show it over the first."""
        self._on = place or self._on
        self._last_focused = place
        if self._mode is Mode.BESIDE:
            self.panes[place].canvas.setFocus()
        else:
            self._set_mode(self._mode)
        self._tell()

    # --- words

    @Slot()
    def _on_found(self) -> None:
        """There is more to say of how the pictures lie; when that is all, the next pair's are fetched."""
        self._tell()
        following = self.going.pairs.after() if len(self.panes) == 2 else None
        if self.laying.settled and following is not None and self.isVisible():
            self.ahead.fetch(following, self.panes[0].first_size())

    @Slot()
    def _tell(self) -> None:
        """Say all that is known of the pair on show."""
        if self.pair is None or self._read is None:
            return
        if self.pair in self.going.pairs:
            self.going.pairs.go(self.pair)
        tell_pair(
            (self.top, self.bottom), self._read, self._on, laid=self.laying.sentence(self._on), common=self._common,
            title=self._title, going=self.going, writable=not self._runner.read_only,
        )  # fmt: skip
        self.laying.outline(self._on)

    # --- the keyboard

    @property
    def _has_keyboard(self) -> bool:
        widget = QApplication.focusWidget()
        return widget is not None and (widget is self or self.isAncestorOf(widget))

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:  # noqa: N802 - Qt's name
        canvas = self.canvas
        if canvas is not None:
            canvas.setFocus(reason)
        else:
            super().setFocus(reason)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Arrows that move no picture go from pane to pane; Enter held shows the other of two that blink."""
        forward = -1 if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else 1
        moves = {Qt.Key.Key_Right: forward, Qt.Key.Key_Left: -forward, Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        by = moves.get(Qt.Key(event.key()), 0)
        if by and self.panes and self._mode is Mode.BESIDE:
            self._focus((self._focused + by) % len(self.panes))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._mode is Mode.BLINK:
            if not event.isAutoRepeat():
                self.over.hold(True)
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._mode is Mode.BLINK:
            if not event.isAutoRepeat():
                self.over.hold(False)
        else:
            super().keyReleaseEvent(event)

    # --- leaving

    def clear(self) -> None:
        """Keep no picture, and ask for none."""
        if self._has_keyboard:
            super().setFocus()  # before the pane that has it goes
        self._asking.forget()
        self._shield.cover()
        self.laying.forget()
        self.stage.set_panes([])
        if self._lock is not None:
            self._lock.deleteLater()
            self._lock = None
        self._read = None
        self._last_focused, self._on, self._numbers = 0, 1, ()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        super().hideEvent(event)
        if not event.spontaneous():
            self.clear()
            self.ahead.forget()
