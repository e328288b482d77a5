"""The frames around the one on show, so that a step to either side shows them at once."""

from collections import deque

from av.video.frame import VideoFrame


class Recent:
    """At most so many frames that follow each other without a gap, by their time in seconds."""

    def __init__(self, most: int) -> None:
        self._frames: deque[tuple[float, VideoFrame]] = deque(maxlen=most)

    @property
    def newest(self) -> VideoFrame | None:
        return self._frames[-1][1] if self._frames else None

    def clear(self) -> None:
        self._frames.clear()

    def begin(self, seconds: float, picture: VideoFrame) -> None:
        """Forget the others: this one is not next to them."""
        self._frames.clear()
        self._frames.append((seconds, picture))

    def follow(self, seconds: float, picture: VideoFrame) -> None:
        """This one follows the last."""
        self._frames.append((seconds, picture))

    def precede(self, before: float, seconds: float, picture: VideoFrame) -> None:
        """This one directly precedes the one at `before`."""
        if not self._frames or self._frames[0][0] != before:
            self._frames.clear()
        self._frames.appendleft((seconds, picture))

    def beside(self, seconds: float, direction: float) -> VideoFrame | None:
        """The frame after (1) or before (-1) the one at this time, if it is here."""
        for at, (time, _) in enumerate(self._frames):
            if time == seconds:
                there = at + (1 if direction > 0 else -1)
                return self._frames[there][1] if 0 <= there < len(self._frames) else None
        return None
