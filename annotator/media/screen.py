"""Frames as a screen wants them – scaled, upright, four bytes a pixel – in places of a memory that is shared."""

import numpy as np
from av.video.frame import VideoFrame
from av.video.reformatter import Interpolation, VideoReformatter

from annotator.analysis import NotDecoded
from annotator.media.wire import SLOTS


class Screen:
    """`SLOTS` places of `place` bytes each; a place that was drawn into is free again when whoever looks says so."""

    def __init__(self, memory: memoryview, place: int) -> None:
        self._memory, self._place = memory, place
        self._scaler = VideoReformatter()
        self.free = set(range(SLOTS))
        self.box = (320, 320)
        """Into so many pixels in width and height frames are fitted."""

    def draw(self, picture: VideoFrame) -> tuple[int, int, int]:
        """Scale, turn and write a frame into a free place; returns the place, width and height. Raises NotDecoded
        where it is bigger than a place, KeyError where none is free."""
        quarter = round(picture.rotation / 90) % 4
        most_wide, most_high = self.box if quarter % 2 == 0 else self.box[::-1]
        scale = min(1.0, most_wide / picture.width, most_high / picture.height)
        size = max(1, round(picture.width * scale)), max(1, round(picture.height * scale))
        scaled = self._scaler.reformat(
            picture,
            width=size[0],
            height=size[1],
            format="bgra",
            interpolation=Interpolation.AREA if scale < 1 else Interpolation.FAST_BILINEAR,
            threads=1,
        )
        plane = scaled.planes[0]
        rows = np.frombuffer(memoryview(plane), dtype=np.uint32)
        rows = rows.reshape(-1, plane.line_size // 4)[: size[1], : size[0]]
        upright = np.rot90(rows, quarter) if quarter else rows
        if upright.nbytes > self._place:
            raise NotDecoded("too-big", "Its frames are bigger than was said.")
        slot = self.free.pop()
        first = slot * self._place
        there = np.frombuffer(self._memory[first : first + upright.nbytes], dtype=np.uint32)
        np.copyto(there.reshape(upright.shape), upright)
        return slot, upright.shape[1], upright.shape[0]
