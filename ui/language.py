"""The language of the window: its words, Qt's own words, numbers and the direction of everything."""

import os

from PySide6.QtCore import QT_TRANSLATE_NOOP, QLibraryInfo, QLocale, Qt, QTranslator
from PySide6.QtWidgets import QApplication

from ui.settings import LANGUAGE, Language, Settings
from ui.theme import RESOURCES

VARIABLE = "EVIDENCE_ANNOTATOR_LANGUAGE"
TRANSLATIONS = RESOURCES / "translations"
_LOCALES = {
    Language.ENGLISH: "en",
    # This Arabic writes its numbers with the digits of the clocks, digests and names beside them.
    Language.ARABIC: "ar_AE",
}
QT_WORDS = (
    QT_TRANSLATE_NOOP("QPlatformTheme", "OK"),
    QT_TRANSLATE_NOOP("QPlatformTheme", "Cancel"),
    QT_TRANSLATE_NOOP("QPlatformTheme", "Close"),
    QT_TRANSLATE_NOOP("QFileDialog", "&Look in:"),
    QT_TRANSLATE_NOOP("QFileDialog", "Files of &type:"),
    QT_TRANSLATE_NOOP("QFileDialog", "Directory:"),
    QT_TRANSLATE_NOOP("QFileDialog", "Directories"),
    QT_TRANSLATE_NOOP("QFileDialog", "Parent Directory"),
    QT_TRANSLATE_NOOP("QFileDialog", "Create New Folder"),
    QT_TRANSLATE_NOOP("QFileDialog", "&Open"),
    QT_TRANSLATE_NOOP("QFileDialog", "&Save"),
    QT_TRANSLATE_NOOP("QFileDialog", "Save As"),
    QT_TRANSLATE_NOOP("QFileDialog", "&Choose"),
)
"""What Qt's own translation lacks, or calls otherwise than the rest of the window."""


def wanted(settings: Settings) -> Language:
    """The environment's language, else the one that was set, else the desktop's where the window speaks it."""
    for language in (os.environ.get(VARIABLE, "")[:2], settings.get(LANGUAGE), QLocale.system().name()[:2]):
        if language in _LOCALES:
            return Language(language)
    return Language.ENGLISH


def current() -> Language:
    """The language that the window is in."""
    return Language.ARABIC if QLocale().language() == QLocale.Language.Arabic else Language.ENGLISH


def install(application: QApplication, language: Language) -> None:
    """Let everything that is made from now on be in this language."""
    for old in application.findChildren(QTranslator, options=Qt.FindChildOption.FindDirectChildrenOnly):
        application.removeTranslator(old)
        old.deleteLater()
    QLocale.setDefault(QLocale(_LOCALES[language]))
    rtl = language is Language.ARABIC
    application.setLayoutDirection(Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight)
    if language is Language.ENGLISH:
        return
    qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    for folder, name in ((qt, f"qtbase_{language}"), (str(TRANSLATIONS), f"evidence_annotator_{language}")):
        translator = QTranslator(application)
        if translator.load(name, folder):
            application.installTranslator(translator)
