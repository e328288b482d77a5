"""Puts into the panes and bars of a comparison what is known of the items and of the pair on show."""

from collections.abc import Sequence

from annotator.link import Verdict
from ui.compare.bars import BottomBar, TopBar
from ui.compare.facts import alike, facts, joined, more, progress, relation, said_of
from ui.compare.pane import Pane
from ui.compare.reading import Read
from ui.compare.round import Going


def tell_panes(panes: Sequence[Pane], read: Read) -> str:
    """Say in each pane where its item differs; returns what all items have in common."""
    told = [facts(detail) for detail in read.details]
    common = alike(told)
    for pane, known in zip(panes, told, strict=True):
        pane.tell(known, common)
    return joined([phrase for name, phrase in told[0].items() if name in common])


def tell_pair(
    bars: tuple[TopBar, BottomBar], read: Read, place: int, *, laid: str, common: str, title: str, going: Going,
    writable: bool,
) -> None:  # fmt: skip
    """Say all that is known of the first item and the one in `place`; `laid` says how their pictures lie."""
    top, bottom = bars
    first = read.details[0].item.item
    known = read.known_with(place)
    verdict = known.link.verdict if known.link is not None else Verdict.UNDECIDED
    bottom.tell_found(relation(known, first, place + 1), laid, more(read, known, common))
    bottom.show_verdict(said_of(place + 1, verdict), verdict, writable=writable, more=len(going.pairs) > 1)
    top.tell(title, progress(going.pairs))
    top.show_doubts(going.counts, going.inbox.only if going.inbox is not None else None)
