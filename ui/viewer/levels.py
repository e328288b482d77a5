"""Levels of a view: black, white, gamma, exposure, inversion and single channels, by one table of 256 values.

Only what is on the screen is changed; the picture and the item stay as they are.
"""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage

_SAMPLE = 400
"""The longer side of what a histogram counts."""


class Channel(StrEnum):
    """What of the picture is shown."""

    ALL = "all"
    GREY = "grey"
    RED = "red"
    GREEN = "green"
    BLUE = "blue"


_BYTE = {Channel.BLUE: 0, Channel.GREEN: 1, Channel.RED: 2}
"""Where a channel stands in the four bytes of a pixel of Format_RGB32, on machines that are little-endian."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Levels:
    """How values are shown: `black` and below as black, `white` and above as white, between them by `gamma`.

    `exposure` in stops multiplies before all that. Defaults change nothing.
    """

    black: int = 0
    white: int = 255
    gamma: float = 1.0
    exposure: float = 0.0
    invert: bool = False
    channel: Channel = Channel.ALL

    @property
    def neutral(self) -> bool:
        return self == Levels()

    def table(self) -> bytes:
        """What each of the values 0 to 255 is shown as."""
        factor, span = 2.0**self.exposure, max(1, self.white - self.black)
        values = []
        for value in range(256):
            share = min(max((value * factor - self.black) / span, 0.0), 1.0) ** (1 / self.gamma)
            values.append(round(255 * (1 - share if self.invert else share)))
        return bytes(values)

    def applied(self, image: QImage) -> QImage:
        """A copy of `image` with these levels."""
        if image.isNull() or self.neutral:
            return image
        width, height = image.width(), image.height()
        four = bytearray(image.convertToFormat(QImage.Format.Format_RGB32).constBits())
        if self.channel is Channel.ALL:
            shown = four.translate(self.table())
            shown[3::4] = b"\xff" * (width * height)
            made = QImage(shown, width, height, width * 4, QImage.Format.Format_RGB32).copy()
        else:
            if self.channel is Channel.GREY:
                grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
                line = grey.bytesPerLine()
                one = bytearray(grey.constBits()).translate(self.table())
                made = QImage(one, width, height, line, grey.format()).copy()
            else:
                one = four[_BYTE[self.channel] :: 4].translate(self.table())
                made = QImage(one, width, height, width, QImage.Format.Format_Grayscale8).copy()
        made.setDevicePixelRatio(image.devicePixelRatio())
        return made


def histogram(image: QImage) -> dict[Channel, list[int]]:
    """How often each value comes, by channel, in a sample of whole pixels of `image`; empty where there is none."""
    if image.isNull():
        return {}
    size = image.size().boundedTo(QSize(_SAMPLE, _SAMPLE))
    sample = image.scaled(size, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.FastTransformation)
    four = bytes(sample.convertToFormat(QImage.Format.Format_RGB32).constBits())
    counted = {channel: _counts(four[at::4]) for channel, at in _BYTE.items()}
    grey = sample.convertToFormat(QImage.Format.Format_Grayscale8)
    rows, line = bytes(grey.constBits()), grey.bytesPerLine()
    counted[Channel.GREY] = _counts(b"".join(rows[y * line : y * line + grey.width()] for y in range(grey.height())))
    return counted


def _counts(values: bytes) -> list[int]:
    return [values.count(value) for value in range(256)]
