"""The filters beside the grid, each value with how many items it would find together with the other filters."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QPushButton, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from annotator.model import NOT_GIVEN, Counts, Filter, Kind, Level, SavedSearch, Status
from annotator.text import ordered
from ui.library.dates import Dates
from ui.library.facet import Facet, Fold, Value
from ui.library.saved import Saved
from ui.library.told import FIELDS, FLAGS, flag, title, value

_TYPING_MS = 150
_KINDS = {"kind": Kind, "status": Status, "warning": Level}


class Filters(QScrollArea):
    """Says which items the grid shows, and in which order."""

    changed = Signal()

    def __init__(self, search: QLineEdit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._search = search
        self._wanted = Filter()
        self._counts: Counts | None = None
        self._known: dict[str, set[str]] = {name: set() for name in FIELDS}
        self.setAccessibleName(self.tr("Filters"))
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = QWidget()
        inside.setProperty("role", "page")
        column = QVBoxLayout(inside)
        column.setSpacing(2)
        self.saved = Saved(title("saved"))
        self.saved.applied.connect(self._apply_saved)
        column.addWidget(self.saved)
        self._facets: dict[str, Facet] = {}
        self.dates = Dates(title("date"))
        self.dates.chosen.connect(self._choose_dates)
        for name in FIELDS:
            if name == "incident":
                column.addWidget(self.dates)
            self._facets[name] = Facet(name, title(name))
            self._facets[name].chosen.connect(lambda codes, name=name: self.choose_all(name, codes))
            column.addWidget(self._facets[name])
        self._flags = Facet("flags", title("flags"))
        self._flags.chosen.connect(self._choose_flags)
        column.addWidget(self._flags)
        self._clear = QPushButton(self.tr("&Clear filters"))
        self._clear.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._clear.clicked.connect(self.clear)
        column.addWidget(self._clear)
        column.addStretch(1)
        self.setWidget(inside)
        self.folds: list[Fold] = [self.saved, self.dates, *self._facets.values(), self._flags]
        self._typing = QTimer(self, interval=_TYPING_MS, singleShot=True)
        self._typing.timeout.connect(self._on_typed)
        search.textChanged.connect(self._on_text)
        self._show()

    # --- what is wanted

    def wanted(self) -> Filter:
        """The filter as it stands."""
        return replace(self._wanted, text=self._search.text().strip() or None)

    def apply(self, wanted: Filter) -> None:
        """Want this and nothing else."""
        self.set_wanted(wanted)
        self.changed.emit()

    def set_wanted(self, wanted: Filter) -> None:
        """Let the controls ask for this; nothing is said of it."""
        self._typing.stop()
        if (self._search.text().strip() or None) != wanted.text:
            with QSignalBlocker(self._search):
                self._search.setText(wanted.text or "")
        self._wanted = replace(wanted, text=None)
        self._show()

    def choose(self, key: str, value: str | None) -> None:
        """Set one filter of `FIELDS` to one value; None takes it away."""
        self.choose_all(key, () if value is None else (value,))

    def choose_all(self, key: str, codes: Sequence[str]) -> None:
        """Set one filter of `FIELDS` to any of these values."""
        kind = _KINDS.get(key, str)
        asked: dict[str, Any] = {key: tuple(kind(code) for code in codes)}
        self.apply(replace(self.wanted(), **asked))

    def rename(self, key: str, old: str, new: str) -> None:
        """A value of a filter has another name now: ask for that where the old one was asked for."""
        self._known[key].discard(old)
        chosen: tuple[str, ...] = getattr(self._wanted, key)
        if old in chosen:
            self.choose_all(key, tuple(dict.fromkeys(new if code == old else code for code in chosen)))

    def forget(self, key: str, name: str) -> None:
        """A value of a filter is there no more: don't ask for it."""
        self._known[key].discard(name)
        chosen: tuple[str, ...] = getattr(self._wanted, key)
        if name in chosen:
            self.choose_all(key, tuple(code for code in chosen if code != name))
        self._show()

    def show_only(self, key: str, *names: str) -> None:
        """Ask for these values of one filter and nothing else."""
        now = self._wanted
        asked: dict[str, Any] = {key: names}
        self.apply(Filter(sort=now.sort, alike=now.alike, descending=now.descending, **asked))

    def sort(self, wanted: Filter) -> None:
        """Take over how `wanted` is ordered."""
        self.apply(replace(self.wanted(), sort=wanted.sort, alike=wanted.alike, descending=wanted.descending))

    @Slot()
    def clear(self) -> None:
        """Want everything, in the order that there is."""
        wanted = self._wanted
        self.apply(Filter(sort=wanted.sort, alike=wanted.alike, descending=wanted.descending))

    @Slot()
    def _on_text(self) -> None:
        self._typing.start()

    @Slot()
    def _on_typed(self) -> None:
        self.changed.emit()

    @Slot(object)
    def _apply_saved(self, search: SavedSearch) -> None:
        self.apply(search.wanted)

    @Slot(object, object)
    def _choose_dates(self, since: str | None, until: str | None) -> None:
        if (since, until) != (self._wanted.since, self._wanted.until):
            self.apply(replace(self.wanted(), since=since, until=until))

    @Slot(object)
    def _choose_flags(self, codes: tuple[str, ...]) -> None:
        asked: dict[str, Any] = {}
        for name in FLAGS:
            yes, no = f"{name} yes" in codes, f"{name} no" in codes
            asked[name] = None if yes == no else yes
        self.apply(replace(self.wanted(), **asked))

    # --- what there is

    def show_counts(self, counts: Counts | None) -> None:
        """Say how many items each value would find; before that is known, no number stands there."""
        self._counts = counts
        if counts is not None:
            for name in FIELDS:
                self._known[name] |= counts.values[name].keys()
        self._show()

    def _show(self) -> None:
        counts = self._counts
        for name, facet in self._facets.items():
            chosen = getattr(self._wanted, name)
            found = None if counts is None else counts.values[name]
            codes = self._codes(name, chosen)
            facet.show_values([_value(name, code, found) for code in codes], chosen)
            facet.setVisible(bool(codes))  # a heading with nothing under it looks like something that failed
        flags = []
        ticked = set()
        for name in FLAGS:
            for is_so in (True, False):
                code = f"{name} {'yes' if is_so else 'no'}"
                many = None if counts is None else counts.flags[name][is_so]
                flags.append(Value(code, flag(name, is_so=is_so), many))
                if getattr(self._wanted, name) is is_so:
                    ticked.add(code)
        self._flags.show_values(flags, ticked)
        self.dates.show_range(self._wanted.since, self._wanted.until)
        self.dates.bars.show_dates(counts.dates if counts is not None else {})

    def _codes(self, name: str, chosen: Sequence[str]) -> list[str]:
        if name in _KINDS:
            return [str(code) for code in _KINDS[name]]
        found = self._counts.values[name] if self._counts is not None else {}
        codes = self._known[name] | set(chosen)
        if found and not codes - {NOT_GIVEN}:
            return []  # where nothing has a tag, there is no need to ask for what has none
        return sorted(codes, key=lambda code: (not found.get(code), code == NOT_GIVEN, ordered(code)))


def _value(name: str, code: str, found: dict[str, int] | None) -> Value:
    return Value(code, value(name, code), None if found is None else found.get(code, 0))
