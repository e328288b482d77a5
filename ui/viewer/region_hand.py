"""The hand on the regions: what mouse and keys do to them on the picture."""

from PySide6.QtCore import QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QCursor, QKeyEvent, QMouseEvent

from annotator.region import Region, Shape
from ui.shield.shapes import Points, handles, moved, path, pulled, stretched
from ui.shield.shield import Shield
from ui.viewer.drawing import Draft
from ui.viewer.region_board import Board
from ui.viewer.region_paint import HANDLE

_STEP, _BIG_STEP = 2.0, 25.0
"""Points of the screen that an arrow key moves."""
_DRAG = 4.0
"""Points of the screen from which on a press that moves is a drag."""
_ARROWS = {
    Qt.Key.Key_Left: QPointF(-1, 0), Qt.Key.Key_Right: QPointF(1, 0),
    Qt.Key.Key_Up: QPointF(0, -1), Qt.Key.Key_Down: QPointF(0, 1),
}  # fmt: skip
_HELD = (Qt.Key.Key_Control, Qt.Key.Key_Shift, Qt.Key.Key_Alt, Qt.Key.Key_Meta)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Hand(QObject):
    """Sees the keys of the canvas before the canvas, and before the window's actions where they are for a region."""

    def __init__(self, board: Board, shield: Shield) -> None:
        super().__init__(board.canvas)
        self._board, self._canvas, self._shield = board, board.canvas, shield
        self.draft: Draft | None = None
        self._grip: tuple[int | None, QPointF, Points] | None = None
        """The handle that is held, or None for the whole region; where it was taken, and the points then."""
        self._canvas.installEventFilter(self)

    def begin(self, shape: Shape) -> None:
        """Begin to draw; while that shape is being drawn, set a corner."""
        self._canvas.setFocus()
        if self.draft is not None and self.draft.shape is shape:
            self._go_on(done=self.draft.set_corner())
            return
        self._board.pick(0)
        start = QPointF(self._canvas.width() / 3, self._canvas.height() / 3)  # in the middle a cover says why
        self.draft = Draft(shape, self._canvas.in_picture(start))
        self._canvas.setCursor(QCursor(Qt.CursorShape.CrossCursor))
        self._canvas.update()

    def leave(self) -> None:
        """Let go of everything; what was being drawn is gone."""
        self._grip = None
        if self.draft is not None:
            self.draft = None
            self._canvas.unsetCursor()
            self._canvas.update()

    def _go_on(self, *, done: bool) -> None:
        draft = self.draft
        if done and draft is not None:
            self.leave()
            self._board.add(draft.shape, draft.points)
        self._canvas.update()

    # --- the mouse

    def mouse(self, event: QMouseEvent) -> bool:
        """Take an event of the mouse, or let it through."""
        at, kind = self._canvas.in_picture(event.position()), event.type()
        if self.draft is not None:
            self._draw(self.draft, event, at)
            return True
        if self._grip is not None and kind == QEvent.Type.MouseMove:
            self._pull(self._grip, at)
            return True
        if self._grip is not None and kind == QEvent.Type.MouseButtonRelease:
            self._grip = None
            self._board.settle()
            return True
        if event.button() != Qt.MouseButton.LeftButton or not self._board.outlined:
            return False
        if kind == QEvent.Type.MouseButtonDblClick and self._board.one() is not None:
            self._board.edit_words()
            return True
        return kind == QEvent.Type.MouseButtonPress and self._press(event.position(), at)

    def _draw(self, draft: Draft, event: QMouseEvent, at: QPointF) -> None:
        kind, left = event.type(), event.button() == Qt.MouseButton.LeftButton
        if kind == QEvent.Type.MouseMove:
            draft.move(at)
            self._canvas.update()
        elif left and kind == QEvent.Type.MouseButtonPress:
            near = len(draft.corners) >= 3 and self._reach(draft.corners[0], event.position()) <= HANDLE
            self._go_on(done=draft.enter() if near else draft.press(at))
        elif left and kind == QEvent.Type.MouseButtonRelease and draft.corners:
            self._go_on(done=draft.release(at, dragged=self._reach(draft.corners[0], event.position()) > _DRAG))
        elif left and kind == QEvent.Type.MouseButtonDblClick and draft.shape is Shape.POLYGON:
            self._go_on(done=draft.enter())

    def _reach(self, point: QPointF, place: QPointF) -> float:
        """How far on the screen a point of the picture is from a place of the canvas."""
        way = self._canvas.on_screen().map(point) - place
        return max(abs(way.x()), abs(way.y()))

    def _press(self, place: QPointF, at: QPointF) -> bool:
        """Take hold of a handle or of a region; beside them all, choose none and let the press through."""
        self._board.settle()
        one = self._board.one()
        if one is not None and self._board.writable:
            for number, handle in enumerate(handles(one.shape, one.points)):
                if self._reach(handle, place) <= HANDLE:
                    self._grip = (number, at, one.points)
                    return True
        under = [region for region in self._board.here() if path(region.shape, region.points).contains(at)]
        if not under:
            self._board.pick(0)
            return False
        smallest = min(under, key=_extent)
        again = one is not None and one.region == smallest.region
        self._board.pick(smallest.region)
        if again and self._board.writable:
            self._grip = (None, at, smallest.points)
            return True
        return False  # a drag that begins on a region that was not chosen moves the picture

    def _pull(self, grip: tuple[int | None, QPointF, Points], at: QPointF) -> None:
        one, (handle, start, points) = self._board.one(), grip
        if one is not None:
            self._board.move(moved(points, at - start) if handle is None else pulled(one.shape, points, handle, at))

    # --- keys

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.Hide:
            self._board.settle()
            self.leave()
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            if self._wanted(event):
                event.accept()
                return True
            if event.key() not in _HELD:
                self._board.settle()  # what the key does, such as undo, comes after the move
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._tab(event) if event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab) else self._key(event)
        return super().eventFilter(watched, event)

    def _wanted(self, event: QKeyEvent) -> bool:
        """Whether a key is for what is being drawn, or for the region that is chosen."""
        key, held = Qt.Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        shift, control = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
        if self.draft is not None:
            if key in _ARROWS:
                return not held & ~shift
            return not held and key in (*_ENTER, Qt.Key.Key_Escape, Qt.Key.Key_Backspace)
        if self._board.one() is None or self._shield.peeking is self._canvas:
            return False
        if key in _ARROWS:
            return self._board.writable and not held & ~(shift | control)
        return not held and key in (*_ENTER, Qt.Key.Key_Escape)

    def _key(self, event: QKeyEvent) -> bool:
        if not self._wanted(event):
            return False
        key = Qt.Key(event.key())
        if key in _ARROWS:
            self._arrow(_ARROWS[key], event.modifiers())
        elif key == Qt.Key.Key_Escape:
            self.leave()
            self._board.pick(0)
        elif self.draft is None:
            self._board.edit_words()
        elif key == Qt.Key.Key_Backspace:
            self.draft.back()
        else:
            self._go_on(done=self.draft.enter())
        self._canvas.update()
        return True

    def _arrow(self, way: QPointF, held: Qt.KeyboardModifier) -> None:
        big = bool(held & Qt.KeyboardModifier.ShiftModifier)
        by = self._canvas.in_picture(way * (_BIG_STEP if big else _STEP)) - self._canvas.in_picture(QPointF())
        one = self._board.one()
        if self.draft is not None:
            self.draft.step(by)
        elif one is not None:
            change = stretched if held & Qt.KeyboardModifier.ControlModifier else moved
            self._board.move(change(one.points, by))
            self._board.settle_soon()

    def _tab(self, event: QKeyEvent) -> bool:
        """Choose the next region or the one before; after the last one the keyboard goes on to the next control."""
        board, back = self._board, event.key() == Qt.Key.Key_Backtab
        here = [region.region for region in board.here()] if board.outlined and self.draft is None else []
        if not here or event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return False
        one = board.one()
        place = (-1 if back else 0) if one is None else here.index(one.region) + (-1 if back else 1)
        if one is not None and not 0 <= place < len(here):
            board.pick(0)
            return False
        board.pick(here[place])
        return True


def _extent(region: Region) -> float:
    bounds = path(region.shape, region.points).boundingRect()
    return bounds.width() * bounds.height()
