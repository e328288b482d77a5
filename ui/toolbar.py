"""The toolbar: import, export, search, who works here, the head of the journal, and the button that uncovers."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QToolBar, QToolButton, QWidget

from annotator.text import shown
from ui import marks, theme
from ui.menus import Actions
from ui.parts import Line, tip
from ui.shield.shield import Shield


class ToolBar(QToolBar):
    """Stays where it is; what it says gives way in a narrow window."""

    def __init__(self, actions: Actions, shield: Shield, *, actor: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("toolbar")
        self.setWindowTitle(self.tr("Tools"))
        self.setMovable(False)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        for name, shape, text in (
            ("import_folder", marks.into, self.tr("Import")),
            ("export", marks.out, self.tr("Export")),
        ):
            action = actions.by_name[name]
            action.setIcon(marks.icon(shape, theme.TEXT))
            action.setIconText(text)
            self.addAction(action)
        line = self.fontMetrics().height()
        self.search = QLineEdit()
        self.search.setAccessibleName(self.tr("Search"))
        self.search.setPlaceholderText(self.tr("Search names, notes, tags, places, metadata  (Ctrl+F)"))
        self.search.setToolTip(
            tip(
                self.tr(
                    "Finds every word among names, paths, notes, tags, incidents, places and metadata: as a word or "
                    "its beginning, in file names anywhere. “Words in quotation marks” must stand side by side."
                )
            )
        )
        self.search.setClearButtonEnabled(True)
        self.search.setMinimumWidth(line * 8)
        self.search.setMaximumWidth(line * 26)
        self.addWidget(self.search)
        space = QWidget()
        space.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.addWidget(space)
        self._actor = Line(elide=Qt.TextElideMode.ElideRight)
        self._actor.set_whole(shown(actor))
        self._actor.setMaximumWidth(line * 14)
        self.addWidget(self._actor)
        self._head = Line(role="quiet", elide=Qt.TextElideMode.ElideRight)
        self._head.setMaximumWidth(line * 9)
        self.addWidget(self._head)
        self._look = QToolButton()
        self._look.setIcon(marks.icon(marks.shield, theme.TEXT))
        self._look.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._look.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._look.setAccessibleName(self.tr("Hold to look at what is covered"))
        self._look.setToolTip(tip(self.tr("Covered pictures stay covered until you hold Space, or this button.")))
        self._look.pressed.connect(shield.look)
        self._look.released.connect(shield.cover)
        shield.changed.connect(self._on_shield)
        self.addWidget(self._look)
        self._on_shield(False)

    def allow(self, case: bool) -> None:
        """Let it be used with a case open; without one it says nothing of any."""
        self.search.setEnabled(case)
        self._look.setEnabled(case)
        if not case:
            self.search.clear()
            self._head.set_whole("")

    @Slot(str)
    def show_head(self, digest: str) -> None:
        """Show the newest digest of the journal."""
        self._head.set_whole(self.tr("custody {digest}").format(digest=digest[:8]) if digest else "")
        self._head.setToolTip(
            tip(
                self.tr("Newest digest of the journal, which vouches for all before it:\n{digest}").format(
                    digest=digest
                )
            )
        )

    @Slot(bool)
    def _on_shield(self, looking: bool) -> None:
        self._look.setText(self.tr("Looking") if looking else self.tr("Covered"))
