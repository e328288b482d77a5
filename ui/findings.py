"""What is found about files and copies, in the language of the window: a case keeps these sentences in English."""

import re
from functools import cache

from PySide6.QtCore import QCoreApplication

from ui import language, words
from ui.actions import NOOP
from ui.details import CHECKER, READERS, SYSTEM
from ui.settings import Language

_PLACE = re.compile(r"\{(\w+)\}")
_SENTENCES = (
    NOOP("findings", "{kind} is there but was not read."),
    NOOP("findings", "{kind} is there but was not read: {parts}."),
    NOOP("findings", "{first} says {one}, {second} says {other}."),
    NOOP("findings", "The date in {tag} ({text}) is before the first photograph."),
    NOOP("findings", "The date in {tag} ({text}) is in the future."),
    NOOP("findings", "The date in {tag} ({text}) is in {year}, from which devices count whose clock was never set."),
    NOOP("findings", "{tag} is no date: “{text}”."),
    NOOP("findings", "The position in {source} is not believed: {position}."),
    NOOP("findings", "The file is empty: it holds no bytes at all."),
    NOOP("findings", "The file is named {extension}, but it is an SVG drawing, which is not opened."),
    NOOP("findings", "The file is named {extension}, but its content is not of that kind."),
    NOOP("findings", "SVG is a format that is kept but not opened: it can refer to other files."),
    NOOP("findings", "{format} is a format that is kept but not opened."),
    NOOP("findings", "This format is kept but not opened."),
    NOOP("findings", "The file ends early: only a part of the picture is there."),
    NOOP("findings", "A part of the picture is damaged ({detail})."),
    NOOP("findings", "Only the preview in the RAW file could be read (LibRaw: {detail})."),
    NOOP("findings", "The RAW file can't be read ({detail}), and it holds no readable preview."),
    NOOP("findings", "The RAW file can't be read ({detail})."),
    NOOP("findings", "The photo is too big to open safely: its file has {size} MB."),
    NOOP("findings", "The picture needs more memory than a decoder is given."),
    NOOP("findings", "The picture says that it has no pixels."),
    NOOP("findings", "The picture is too big to open safely: it says that it has billions of pixels."),
    NOOP("findings", "The picture is too big to open safely: it says that it has {size} pixels."),
    NOOP("findings", "The picture's header can't be read as {format}."),
    NOOP("findings", "The picture can't be decoded ({detail})."),
    NOOP("findings", "The file holds no JPEG XL picture."),
    NOOP("findings", "Its frames are bigger than was said."),
    NOOP("findings", "The video can't be opened ({detail})."),
    NOOP("findings", "The video can't be read ({detail})."),
    NOOP("findings", "The video can't be read there ({detail})."),
    NOOP("findings", "The file holds no moving picture that can be decoded."),
    NOOP("findings", "The video is too big to open safely: {size} pixels."),
    NOOP("findings", "No frame of the video can be decoded."),
    NOOP("findings", "The video ends early: it says that it lasts {whole} s, and ends at {end} s."),
    NOOP("findings", "The video ends before that time."),
    NOOP("findings", "The video has more frames to sample than {count}: they were thinned out evenly."),
    NOOP("findings", "A part of the video can't be decoded ({detail})."),
    NOOP("findings", "Its contents could not be read ({detail})."),
    NOOP("findings", "Reading it gave an implausible answer ({detail})."),
    NOOP("findings", "Reading it took too long and was given up."),
    NOOP("findings", "Reading it needs more memory than a file may take."),
    NOOP("findings", "Reading it crashed the reader (exit code {code})."),
    NOOP("findings", "Reading it crashed the reader."),
    NOOP("findings", "Reading it was cancelled."),
    NOOP("findings", "Importing it was cancelled."),
    NOOP("findings", "It is neither photo nor video."),
    NOOP("findings", "The file that it belongs to was not imported."),
    NOOP("findings", "It changed while it was read; import it again when nothing writes to it."),
    NOOP("findings", "It can't be opened ({detail}); check its permissions."),
    NOOP("findings", "It can't be read ({detail}); check the drive."),
    NOOP("findings", "It can't be reached ({detail}); check its permissions."),
    NOOP("findings", "The folder can't be read ({detail}); check its permissions."),
    NOOP("findings", "It is no regular file; copy its contents to a file to import them."),
    NOOP("findings", "It is a symbolic link; import what it points to."),
    NOOP("findings", "It is a pipe, not a file."),
    NOOP("findings", "It is a socket, not a file."),
    NOOP("findings", "It is a device, not a file."),
    NOOP("findings", "It lies in this case's own folder; move it out to import it."),
    NOOP("findings", "It is this case's own folder."),
    NOOP("findings", "There is no such file; check the path."),
    NOOP("findings", "The EXIF block can't be read."),
    NOOP("findings", "Previews of HEIF's own kind are not read."),
    NOOP("findings", "The directory of the thumbnail is cut off."),
    NOOP("findings", "It is not stored as JPEG."),
    NOOP("findings", "Its bytes are missing or are no JPEG."),
    NOOP("findings", "LibRaw can't read it."),
    NOOP("findings", "Line {line} could not be read: {detail}."),
    NOOP("findings", "Not looked for: {names}."),
    NOOP("findings", "It was there when the folder was read and is gone now."),
)
_REASONS = (
    NOOP("findings", "turned 90° clockwise"),
    NOOP("findings", "turned 180°"),
    NOOP("findings", "turned 90° counter-clockwise"),
    NOOP("findings", "mirrored"),
    NOOP("findings", "mirrored and turned 90° counter-clockwise"),
    NOOP("findings", "mirrored top to bottom"),
    NOOP("findings", "mirrored and turned 90° clockwise"),
    NOOP("findings", "{seconds} s in common"),
    NOOP("findings", "in {count} parts"),
    NOOP("findings", "no more than an opening or a closing"),
    NOOP("findings", "too little to call it the same footage"),
    NOOP("findings", "but other things move in a part of the picture"),
    NOOP("findings", "looks alike"),
    NOOP("findings", "nothing moves in it"),
    NOOP("findings", "so times can't be compared"),
    NOOP("findings", "frame at {seconds} s"),
    NOOP("findings", "{count} points agree"),
    NOOP("findings", "the pixels agree"),
    NOOP("findings", "{count} of {whole} bits differ"),
    NOOP("findings", "the same bytes under {count} paths"),
    NOOP("findings", "said by a reviewer"),
)
"""What the reason of a link is put together of."""
_SOURCES = (
    NOOP("findings", "the GPS time"),
    NOOP("findings", "the container"),
    NOOP("findings", "the sidecar"),
    NOOP("findings", "the file's name"),
    NOOP("findings", "no numbers"),
)


def told(message: str) -> str:
    """The sentence of a finding; one that is not known here stands as it was written."""
    if language.current() is Language.ENGLISH:
        return message
    found = match(message)
    if found is None:
        return words.isolated(message)
    sentence, values = found
    places = {
        name: clause(value) if name == "detail" else words.isolated(_source(value)) for name, value in values.items()
    }
    return QCoreApplication.translate("findings", sentence).format(**places)


def clause(said: str) -> str:
    """The same as a part of a sentence, without a full stop of its own."""
    whole = next((text for text in (said, f"{said}.") if match(text) is not None), said)
    return told(whole).removesuffix(".")


def reason(link: str) -> str:
    """Why two items are linked: "mirrored, 4 of 64 bits differ"."""
    if language.current() is Language.ENGLISH:
        return link
    return words.tr(", ").join(map(told, link.split(", ")))


def match(message: str) -> tuple[str, dict[str, str]] | None:
    """The sentence that a message was made of, and what stands in its places."""
    for sentence, pattern in _patterns():
        if found := pattern.fullmatch(message):
            return sentence, found.groupdict()
    return None


def _source(value: str) -> str:
    """ "The file's name" at the beginning of a sentence is the file's name within it."""
    inside = value[:1].lower() + value[1:]
    return QCoreApplication.translate("findings", inside) if inside in _SOURCES else value


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    known = (*_SENTENCES, *_REASONS, *SYSTEM, *READERS, *CHECKER)
    return tuple((sentence, re.compile(_pattern(sentence), re.DOTALL)) for sentence in known)


def _pattern(sentence: str) -> str:
    text, places = _PLACE.split(sentence)[::2], _PLACE.findall(sentence)
    after = [f"(?P<{place}>.+?){re.escape(rest)}" for place, rest in zip(places, text[1:], strict=True)]
    return re.escape(text[0]) + "".join(after)
