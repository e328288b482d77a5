"""The core of Evidence Annotator; nothing in it imports Qt."""

__version__ = "0.1.0"
