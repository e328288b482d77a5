"""All metadata of a photo's bytes: blocks found, read, and what could not be read."""

from dataclasses import dataclass, field
from mmap import mmap

from annotator.media import blocks, exif, iptc, xmp
from annotator.media.findings import not_read
from annotator.media.sniff import Format
from annotator.media.tags import MAX_TAGS
from annotator.model import Finding, Tag


@dataclass(slots=True, kw_only=True)
class Metadata:
    """Tags in the order EXIF, XMP, IPTC, file; findings about blocks that were not read."""

    tags: list[Tag] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)


def read(data: mmap, format: Format) -> Metadata:
    """Metadata of a photo; never raises for what the bytes say."""
    found = blocks.find(data, format.decoder)
    metadata = Metadata()
    unread: dict[str, list[str]] = {kind: [] for kind in found.unread}
    if found.exif:
        read_exif = exif.read(found.exif)
        metadata.tags += read_exif.tags
        if read_exif.unread:
            unread.setdefault("EXIF", []).extend(read_exif.unread)
        for kind, block in read_exif.blocks:
            if kind == "XMP":
                found.xmp.append(block)
            elif kind == "IPTC":
                found.iptc.append(block)
            elif kind == "Photoshop":
                found.iptc.extend(blocks.iptc_resources(block))
    metadata.findings += [not_read(kind, parts) for kind, parts in unread.items()]
    read_xmp(found.xmp, metadata)
    for data_sets in found.iptc[:8]:
        metadata.tags += iptc.read(data_sets)
    metadata.tags += found.tags[:MAX_TAGS]
    return metadata


def read_xmp(packets: list[bytes], metadata: Metadata, *, source: str = "xmp") -> None:
    """Add the tags of XMP packets, or a finding that tells why there are none."""
    reasons = []
    for packet in packets[:8]:
        if not packet.strip(b"\0 \r\n\t"):
            continue
        try:
            metadata.tags += xmp.read(packet, source=source)
        except xmp.NotXmp as error:
            reasons.append(str(error))
    if reasons:
        metadata.findings.append(not_read("XMP", reasons))
