"""The dialog that asks how to import."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QDialogButtonBox, QDoubleSpinBox, QFormLayout, QWidget

from annotator.model import Sampling
from annotator.text import shown
from ui.parts import label


class HowToImport(QWidget):
    """Whether originals are copied, and which frames are taken of videos."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._link = QCheckBox(self.tr("&Leave the originals where they are, and only refer to them"))
        self._sampling = QComboBox()
        self._sampling.setAccessibleName(self.tr("Frames of videos"))
        for sampling, text in {
            Sampling.KEYFRAMES: self.tr("the keyframes (fast)"),
            Sampling.SCENES: self.tr("one for each scene"),
            Sampling.EVERY: self.tr("one every so many seconds"),
            Sampling.NONE: self.tr("none"),
        }.items():
            self._sampling.addItem(text, sampling)
        self._seconds = QDoubleSpinBox()
        self._seconds.setAccessibleName(self.tr("Seconds between frames"))
        self._seconds.setRange(0.1, 3600)
        self._seconds.setDecimals(1)
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.addRow(self.tr("&Frames of videos"), self._sampling)
        form.addRow(self.tr("&Seconds between frames"), self._seconds)
        form.addRow(self._link)
        self.choose(link=False, sampling=Sampling.KEYFRAMES, every=2.0)
        self._link.toggled.connect(self._on_changed)
        self._sampling.currentIndexChanged.connect(self._on_changed)
        self._seconds.valueChanged.connect(self._on_changed)

    def choose(self, *, link: bool, sampling: Sampling, every: float) -> None:
        """Show these choices."""
        self._link.setChecked(link)
        self._sampling.setCurrentIndex(self._sampling.findData(sampling))
        self._seconds.setValue(every)
        self._seconds.setEnabled(sampling is Sampling.EVERY)

    @Slot()
    def _on_changed(self) -> None:
        self._seconds.setEnabled(self.sampling is Sampling.EVERY)
        self.changed.emit()

    @property
    def link(self) -> bool:
        return self._link.isChecked()

    @property
    def sampling(self) -> Sampling:
        return Sampling(self._sampling.currentData())

    @property
    def seconds(self) -> float:
        """Between frames, whether or not they are taken so."""
        return self._seconds.value()


class ImportOptions(QDialog):
    """What is offered is how this user imports; Enter goes on with that."""

    def __init__(
        self,
        paths: Sequence[Path],
        *,
        link: bool = False,
        sampling: Sampling = Sampling.KEYFRAMES,
        every: float = 2.0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Import"))
        self._how = HowToImport()
        self._how.choose(link=link, sampling=sampling, every=every)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        go = buttons.addButton(self.tr("&Import"), QDialogButtonBox.ButtonRole.AcceptRole)
        go.setDefault(True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        names = "\n".join(shown(str(path)) for path in paths[:5])
        form = QFormLayout(self)
        form.addRow(label(names + (f"\n… +{len(paths) - 5}" if len(paths) > 5 else ""), wrap=True))
        form.addRow(self._how)
        self._says = label(role="quiet", wrap=True)
        form.addRow(self._says)
        form.addRow(buttons)
        self._how.changed.connect(self._tell)
        self._tell()
        self.setMinimumWidth(self.fontMetrics().height() * 34)
        go.setFocus()

    @Slot()
    def _tell(self) -> None:
        self._says.setText(
            self.tr("Originals stay where they are. The case depends on that drive: keep it, and change nothing on it.")
            if self._how.link
            else self.tr("Originals are copied into the case and never changed where they lie.")
        )

    @property
    def link(self) -> bool:
        return self._how.link

    @property
    def sampling(self) -> Sampling:
        return self._how.sampling

    @property
    def every(self) -> float | None:
        """Seconds between frames, where frames are taken so."""
        return self._how.seconds if self.sampling is Sampling.EVERY else None
