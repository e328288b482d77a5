"""The start page and the dialogs."""
