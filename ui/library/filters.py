"""The filters beside the grid, each with how many items it would find in the whole case."""

from collections.abc import Mapping

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPushButton, QScrollArea, QVBoxLayout, QWidget

from annotator.model import Counts, Filter, Kind, Level, Sort, Status
from ui import words
from ui.parts import label

_TYPING_MS = 150
_CHOICES = ("kind", "status", "warning", "incident", "place", "tag")
_FLAGS = ("duplicates", "problems", "has_position")


class Filters(QScrollArea):
    """Says which items the grid shows."""

    changed = Signal()

    def __init__(self, search: QLineEdit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._search = search
        self.setAccessibleName(self.tr("Filters"))
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = QWidget()
        inside.setProperty("role", "page")
        column = QVBoxLayout(inside)
        self._choices: dict[str, QComboBox] = {}
        self._flags: dict[str, QCheckBox] = {}
        titles = {
            "kind": self.tr("&Kind"),
            "status": self.tr("Stat&us"),
            "warning": self.tr("&Warning"),
            "incident": self.tr("Inciden&t"),
            "place": self.tr("&Place"),
            "tag": self.tr("Ta&g"),
        }
        for key in _CHOICES:
            self._choices[key] = self._combo(column, titles[key])
            self._choices[key].currentIndexChanged.connect(self.changed)
        column.addSpacing(8)
        for key in _FLAGS:
            box = QCheckBox()
            box.toggled.connect(self.changed)
            column.addWidget(box)
            self._flags[key] = box
        column.addSpacing(8)
        self._sort = self._combo(column, self.tr("S&ort by"))
        for sort, text in {
            Sort.ITEM: self.tr("order of import"),
            Sort.CAPTURED: self.tr("date taken"),
            Sort.NAME: self.tr("name"),
            Sort.SIZE: self.tr("size"),
        }.items():
            self._sort.addItem(text, sort)
        self._sort.currentIndexChanged.connect(self.changed)
        self._descending = QCheckBox(self.tr("Last first"))
        self._descending.toggled.connect(self.changed)
        column.addWidget(self._descending)
        self._clear = QPushButton(self.tr("&Clear filters"))
        self._clear.clicked.connect(self.clear)
        column.addWidget(self._clear)
        column.addStretch(1)
        self.setWidget(inside)
        self._typing = QTimer(self, interval=_TYPING_MS, singleShot=True)
        self._typing.timeout.connect(self.changed)
        search.textChanged.connect(lambda: self._typing.start())
        self.show_counts(None)

    def wanted(self) -> Filter:
        """The filter as it stands."""
        chosen = {
            key: () if combo.currentData() is None else (combo.currentData(),) for key, combo in self._choices.items()
        }
        flags = {key: box.isChecked() or None for key, box in self._flags.items()}
        return Filter(
            text=self._search.text().strip() or None,
            **chosen,
            **flags,
            sort=self._sort.currentData(),
            descending=self._descending.isChecked(),
        )

    def set_wanted(self, wanted: Filter) -> None:
        """Let the controls ask for this; nothing is said of it."""
        blocked = [QSignalBlocker(part) for part in (*self._choices.values(), *self._flags.values())]
        blocked += [QSignalBlocker(part) for part in (self._search, self._sort, self._descending)]
        self._search.setText(wanted.text or "")
        for key, combo in self._choices.items():
            value = next(iter(getattr(wanted, key)), None)
            if value is not None and combo.findData(value) < 0:
                combo.addItem(words.isolated(value), value)
            combo.setCurrentIndex(max(0, combo.findData(value)))
        for key, box in self._flags.items():
            box.setChecked(bool(getattr(wanted, key)))
        self._sort.setCurrentIndex(max(0, self._sort.findData(wanted.sort)))
        self._descending.setChecked(wanted.descending)
        del blocked

    def choose(self, key: str, value: str | None) -> None:
        """Set one filter: "kind", "status", "warning", "incident", "place" or "tag"; None takes it away."""
        combo = self._choices[key]
        combo.setCurrentIndex(max(0, combo.findData(value)))

    @Slot()
    def clear(self) -> None:
        blocked = [QSignalBlocker(part) for part in (*self._choices.values(), *self._flags.values())]
        for combo in self._choices.values():
            combo.setCurrentIndex(0)
        for box in self._flags.values():
            box.setChecked(False)
        del blocked
        self._search.clear()
        self.changed.emit()

    def show_counts(self, counts: Counts | None) -> None:
        """Offer the values that there are, with how many items bear each; what is chosen stays chosen.

        Before the counts are known, no number stands there.
        """
        whole = {name: many for name, (_, many) in counts.flags.items()} if counts is not None else {}

        def counted(text: str, count: int) -> str:
            return self.tr("{name} ({count})").format(name=text, count=words.number(count)) if whole else text

        for key, combo in self._choices.items():
            found = counts.values[key] if counts is not None else {}
            with QSignalBlocker(combo):
                chosen = combo.currentData()
                combo.clear()
                combo.addItem(self.tr("any"), None)
                for value, text in _values(key, found):
                    combo.addItem(counted(words.isolated(text), found.get(value, 0)), value)
                if chosen is not None and combo.findData(chosen) < 0:
                    combo.addItem(counted(words.isolated(chosen), 0), chosen)
                combo.setCurrentIndex(max(0, combo.findData(chosen)))
                widest = max(combo.fontMetrics().horizontalAdvance(combo.itemText(i)) for i in range(combo.count()))
                combo.view().setMinimumWidth(min(widest + 3 * combo.fontMetrics().height(), 500))
        texts = {
            "duplicates": self.tr("Has copies"),
            "problems": self.tr("Has problems"),
            "has_position": self.tr("Has a position"),
        }
        for key, box in self._flags.items():
            box.setText(counted(texts[key], whole.get(key, 0)))

    def _combo(self, column: QVBoxLayout, title: str) -> QComboBox:
        combo = QComboBox()
        combo.setAccessibleName(title.replace("&", ""))
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        combo.setMinimumContentsLength(8)
        name = label(title, role="section")
        name.setBuddy(combo)
        column.addWidget(name)
        column.addWidget(combo)
        return combo


def _values(key: str, found: Mapping[str, int]) -> list[tuple[str, str]]:
    """Values to offer for a filter and how they read."""
    if key == "kind":
        return [(kind, words.kind(kind)) for kind in Kind]
    if key == "status":
        return [(status, words.term("status", status)) for status in Status]
    if key == "warning":
        return [(level, words.level(level)) for level in Level]
    return [(name, name) for name in sorted(filter(None, found), key=str.casefold)]
