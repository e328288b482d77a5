"""Metadata values from hostile files, bounded and made harmless."""

import re
from typing import Final

from annotator.model import Tag

MAX_TAGS: Final = 2000
"""No item has more tags than so many of one source."""
MAX_TEXT: Final = 4000
"""No value is kept beyond so many characters."""
_HARMLESS: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")


def text_of(untrusted_value: str | bytes) -> str:
    """A value as text that can be stored and shown: bytes as UTF-8 where they are that, else as Latin-1."""
    if isinstance(untrusted_value, bytes):
        head = untrusted_value[: MAX_TEXT * 4]
        try:
            text = head.decode("utf-8")
        except UnicodeDecodeError:
            text = head.decode("latin-1")
    else:
        text = untrusted_value
    return _HARMLESS.sub("\ufffd", text[:MAX_TEXT].rstrip("\0"))


def tag(source: str, name: str, untrusted_raw: str | bytes, untrusted_value: str | bytes | None = None) -> Tag:
    """A tag whose `raw` is what stands in the file and whose `value` is that for reading, trimmed, unless given."""
    raw = text_of(untrusted_raw)
    value = raw.strip() if untrusted_value is None else text_of(untrusted_value)
    return Tag(source=source, tag=text_of(name)[:200], value=value, raw=raw)
