"""XMP packets → tags named by the namespaces' usual prefixes ("xmp:CreateDate").

Source: XMP specification part 1 (ISO 16684-1), RDF/XML serialisation. Structures are flattened
("xmpMM:History/stEvt:when"), items of lists are joined by "; ".
"""

import re
from typing import Final
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from annotator.media.tags import MAX_TAGS, MAX_TEXT, tag
from annotator.model import Tag

_MAX_PACKET: Final = 4 << 20
_MAX_DEPTH: Final = 40
_RDF: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_XML: Final = "http://www.w3.org/XML/1998/namespace"
_PREFIXES: Final = {
    "http://ns.adobe.com/xap/1.0/": "xmp",
    "http://ns.adobe.com/exif/1.0/": "exif",
    "http://cipa.jp/exif/1.0/": "exifEX",
    "http://ns.adobe.com/exif/1.0/aux/": "aux",
    "http://ns.adobe.com/tiff/1.0/": "tiff",
    "http://ns.adobe.com/photoshop/1.0/": "photoshop",
    "http://ns.adobe.com/xap/1.0/mm/": "xmpMM",
    "http://ns.adobe.com/xap/1.0/rights/": "xmpRights",
    "http://ns.adobe.com/xap/1.0/sType/ResourceEvent#": "stEvt",
    "http://ns.adobe.com/xap/1.0/sType/ResourceRef#": "stRef",
    "http://ns.adobe.com/xmp/1.0/DynamicMedia/": "xmpDM",
    "http://ns.adobe.com/camera-raw-settings/1.0/": "crs",
    "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/": "Iptc4xmpCore",
    "http://iptc.org/std/Iptc4xmpExt/2008-02-29/": "Iptc4xmpExt",
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://www.dji.com/drone-dji/1.0/": "drone-dji",
    "http://ns.google.com/photos/1.0/panorama/": "GPano",
    "http://ns.google.com/photos/1.0/camera/": "GCamera",
    "http://ns.microsoft.com/photo/1.0": "MicrosoftPhoto",
    "http://ns.useplus.org/ldf/xmp/1.0/": "plus",
}
_WHOLE: Final = re.compile(r"<(?:\w+:)?(xmpmeta|xapmeta|RDF)\b.*</(?:\w+:)?\1\s*>", re.DOTALL)
_NOT_XML: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


class NotXmp(ValueError):
    """A packet that can't be parsed; its message says why."""


def read(untrusted_packet: bytes, *, source: str = "xmp") -> list[Tag]:
    """The tags of one packet. Raises NotXmp."""
    if len(untrusted_packet) > _MAX_PACKET:
        raise NotXmp("longer than 4 MB")
    found = _WHOLE.search(_decoded(untrusted_packet))
    if found is None:
        raise NotXmp("no complete RDF in it")
    try:
        root = fromstring(_NOT_XML.sub("", found.group()), forbid_dtd=True)
    except (ParseError, DefusedXmlException, ValueError, RecursionError) as error:
        raise NotXmp(str(error)[:120] or type(error).__name__) from None
    values: dict[str, list[str]] = {}
    for rdf in [root] if root.tag == f"{{{_RDF}}}RDF" else root.iter(f"{{{_RDF}}}RDF"):
        for description in rdf:
            _properties(description, "", values, 0)
    return [tag(source, name, "; ".join(texts)) for name, texts in list(values.items())[:MAX_TAGS]]


def _decoded(packet: bytes) -> str:
    for start, encoding in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if packet.startswith(start):
            return packet.decode(encoding, errors="replace")
    for start, encoding in ((b"<\0\0\0", "utf-32-le"), (b"<\0", "utf-16-le"), (b"\0<", "utf-16-be")):
        if packet.startswith(start):
            return packet.decode(encoding, errors="replace")
    try:
        return packet.decode("utf-8")
    except UnicodeDecodeError:
        return packet.decode("utf-8", errors="replace")


def _properties(node: Element, path: str, values: dict[str, list[str]], depth: int) -> None:
    """The properties of a description or structure: its attributes and its children."""
    if depth > _MAX_DEPTH or len(values) > MAX_TAGS:
        return
    for attribute, text in node.attrib.items():
        if not attribute.startswith((f"{{{_RDF}}}", f"{{{_XML}}}")) and attribute.startswith("{"):
            _add(values, path + _name(attribute), text)
    for child in node:
        _value(child, path + _name(child.tag), values, depth + 1)


def _value(node: Element, path: str, values: dict[str, list[str]], depth: int) -> None:
    """One property: plain text, a list, or a structure."""
    if depth > _MAX_DEPTH or len(values) > MAX_TAGS:
        return
    for container in node:
        if container.tag in (f"{{{_RDF}}}Seq", f"{{{_RDF}}}Bag", f"{{{_RDF}}}Alt"):
            for item in container:
                _value(item, path, values, depth + 1)
        elif container.tag == f"{{{_RDF}}}Description":
            _properties(container, f"{path}/", values, depth + 1)
        elif container.tag == f"{{{_RDF}}}value":
            _value(container, path, values, depth + 1)
        else:
            _value(container, f"{path}/{_name(container.tag)}", values, depth + 1)
    resource = node.get(f"{{{_RDF}}}resource")
    if resource is not None:
        _add(values, path, resource)
    elif len(node) == 0 and node.text is not None and node.text.strip():
        _add(values, path, node.text)
    for attribute, text in node.attrib.items():
        if attribute.startswith("{") and not attribute.startswith((f"{{{_RDF}}}", f"{{{_XML}}}")):
            _add(values, f"{path}/{_name(attribute)}", text)


def _add(values: dict[str, list[str]], path: str, text: str) -> None:
    texts = values.setdefault(path, [])
    if sum(map(len, texts)) < MAX_TEXT:
        texts.append(text.strip()[:MAX_TEXT])


def _name(tag_name: str) -> str:
    """ "{http://ns.adobe.com/xap/1.0/}CreateDate" → "xmp:CreateDate"; an unknown namespace by its last word."""
    namespace, _, local = tag_name[1:].rpartition("}") if tag_name.startswith("{") else ("", "", tag_name)
    prefix = _PREFIXES.get(namespace)
    if prefix is None:
        words = re.findall(r"[A-Za-z][\w-]*", namespace)
        prefix = words[-1] if words else ""
    return f"{prefix}:{local}" if prefix else local
