"""The result of the benchmark of duplicates in the help, in English and Arabic."""

import re
from datetime import UTC, datetime
from pathlib import Path

from tests.benchmarks.alterations import ALTERATIONS
from tests.benchmarks.report import cores, processor
from tests.benchmarks.table import Report, share_of

_HELP = Path(__file__).parents[2] / "resources" / "help"
_PAGE = "duplicates.md"
_SECTIONS = {"": "## Measured", "ar": "## القياس"}
_HEADS = {
    "": ("what was done", "copies", "found", "to be found", "pHash alone"),
    "ar": ("ما فُعل بالصورة", "النسخ", "وُجد منها", "المطلوب", "بصمة pHash وحدها"),
}
_NEAR_HEADS = {
    "": ("different pictures", "pairs", "called one scene or possible", "called copies"),
    "ar": ("صور مختلفة", "الأزواج", "عُدّت مشهدًا واحدًا أو محتملة", "عُدّت نسخًا"),
}
_SENTENCES = {
    "": (
        "On {day}, {processor}, {cores} cores: {copies} altered copies of {photos} photos, each asked of {others} "
        "pictures.\n"
        "{found} of them were found; pHash alone (imagehash, at most 10 bits) finds {peer}.\n"
        "Of {pairs} pairs of different pictures, {wrong} were called copies, and {scenes} of views of one scene.",
        "Sets of different pictures that are easily taken for the same, every pair compared:",
    ),
    "ar": (
        "في {day}، {processor}، {cores} نوى: {copies} نسخة معدّلة من {photos} صورة، قورنت كل منها بـ{others} صورة.\n"
        "وُجد منها {found}؛ وتجد بصمة pHash وحدها (imagehash، 10 بتات على الأكثر) {peer}.\n"
        "ومن {pairs} من أزواج الصور المختلفة عُدّ {wrong} نسخًا، و{scenes} من مناظر المشهد الواحد.",
        "مجموعات من صور مختلفة يسهل أن تُظن واحدة، قورن كل زوج منها:",
    ),
}
_ALTERED = {
    "JPEG quality 50": "ضغط JPEG بجودة 50",
    "JPEG quality 30": "ضغط JPEG بجودة 30",
    "JPEG quality 10": "ضغط JPEG بجودة 10",
    "messenger, 1600 pixels, quality 70": "تطبيق مراسلة، 1600 بكسل، جودة 70",
    "messenger, 1280 pixels, quality 82": "تطبيق مراسلة، 1280 بكسل، جودة 82",
    "scaled to 1/2": "تصغير إلى 1/2",
    "scaled to 1/4": "تصغير إلى 1/4",
    "scaled to 320 pixels": "تصغير إلى 320 بكسل",
    "grey": "رمادية",
    "sepia": "بنّية قديمة",
    "strong filter": "مرشّح ألوان قوي",
    "gamma 0.5": "غاما 0.5",
    "gamma 2": "غاما 2",
    "mirrored": "معكوسة كالمرآة",
    "turned 90°": "مدوّرة 90°",
    "turned 180°": "مدوّرة 180°",
    "turned 270°": "مدوّرة 270°",
    "bars above and below": "شريطان فوق وتحت",
    "bars at the sides": "شريطان على الجانبين",
    "framed": "في إطار",
    "turned 3°, corners filled": "مائلة 3° والزوايا مملوءة",
    "turned 3°, corners cut": "مائلة 3° والزوايا مقصوصة",
    "turned 10°, corners filled": "مائلة 10° والزوايا مملوءة",
    "turned 10°, corners cut": "مائلة 10° والزوايا مقصوصة",
    "cropped by 10 %": "قُصّ 10 % من مساحتها",
    "cropped by 25 %": "قُصّ 25 % من مساحتها",
    "cropped by 40 %": "قُصّ 40 % من مساحتها",
    "caption bar": "شريط تعليق",
    "logo over 5 %": "شعار على 5 %",
    "logo over 15 %": "شعار على 15 %",
    "text across": "نص فوق الصورة كلها",
    "black box over 15 %": "مربع أسود على 15 %",
    "screenshot of a phone": "لقطة شاشة هاتف",
    "photo of a screen": "صورة لشاشة",
    "chain of three": "ثلاثة من هذه متتابعة",
    "blurred": "مموّهة",
    "sharpened": "مزادة الحدة",
    "noise": "تشويش",
    "emoji": "رموز تعبيرية",
    "cropped by 60 %": "قُصّ 60 % من مساحتها",
    "in another picture, 40 % as wide": "داخل صورة أخرى، بعرض 40 % منها",
    "collage of four": "ملصق من أربع صور",
    "blurred bars": "شريطان مموّهان من الصورة نفسها",
    "cropped by 40 % of both sides": "قُصّ 40 % من كل ضلع",
    "cropped by 60 % of both sides": "قُصّ 60 % من كل ضلع",
    "chain of three, with the weak ones": "ثلاثة متتابعة مع ما يُبقي القليل",
}
_NEAR = {
    "one form, filled in differently": "استمارة واحدة مُلئت بغير ما في الأخرى",
    "pages of text, set alike": "صفحات نص بتنسيق واحد",
    "maps of one style": "خرائط بأسلوب واحد",
    "dark frames": "لقطات معتمة",
    "skies": "سماوات",
    "brick walls": "جدران من الطوب",
    "fronts with the same windows": "واجهات بالنوافذ نفسها",
    "the same logo over 15 %": "الشعار نفسه على 15 %",
    "the same caption bar": "شريط التعليق نفسه",
    "the same phone screen": "شاشة الهاتف نفسها",
    "the same text across": "النص نفسه فوقها",
    "the same frame": "إطار القناة نفسه",
    "a fixed camera, things moving": "كاميرا ثابتة وأشياء تتحرك أمامها",
    "moments of one film": "لحظات من مقطع واحد",
    "views of one scene": "مناظر لمشهد واحد",
}


def write(report: Report) -> None:
    """Put the tables into the section of measurements of the help's page, English and Arabic."""
    for language, heading in _SECTIONS.items():
        page = _HELP / language / _PAGE
        begin, rest = page.read_text(encoding="utf-8").split(f"{heading}\n", 1)
        following = re.search(r"^## ", rest, re.MULTILINE)
        after = rest[following.start() :] if following else ""
        page.write_text(f"{begin}{heading}\n\n{_measured(report, language)}\n\n{after}", encoding="utf-8")


def _measured(report: Report, language: str) -> str:
    rows = [row for rows in report.rows.values() for row in rows]
    first, second = _SENTENCES[language]
    said = first.format(
        day=f"{datetime.now(UTC):%Y-%m-%d}", processor=processor(), cores=cores(), photos=report.photos,
        others=report.photos + report.others, found=_percent(share_of(rows)), copies=f"{len(rows):,}",
        peer=_percent(sum(row.peer for row in rows) / len(rows)), pairs=f"{report.pairs + report.forced:,}",
        wrong=len(report.wrong), scenes=len(report.scenes),
    )  # fmt: skip
    altered = []
    for name, some in report.rows.items():
        target = ALTERATIONS[name].target
        peer = _percent(sum(row.peer for row in some) / len(some))
        wanted = "" if target is None else f"≥ {_percent(target)}"
        altered.append((_ALTERED[name] if language else name, str(len(some)), _percent(share_of(some)), wanted, peer))
    tables = _table(_HEADS[language], altered), _table(_NEAR_HEADS[language], _near(report, language))
    return f"{said}\n\n{tables[0]}\n\n{second}\n\n{tables[1]}"


def _near(report: Report, language: str) -> list[tuple[str, ...]]:
    """Films and scenes are rows of their own, all together."""
    sums: dict[str, list[int]] = {}
    for one in report.near:
        kind = "moments of one film" if one.kind.startswith("moments") else one.kind.partition(":")[0]
        so_far = sums.setdefault(kind, [0, 0, 0])
        for place, count in enumerate((one.pairs, one.scene, len(one.wrong))):
            so_far[place] += count
    return [(_NEAR[kind] if language else kind, *(f"{count:,}" for count in counts)) for kind, counts in sums.items()]


def _table(head: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    lines = [head, ("---",) * len(head), *rows]
    return (
        "\n".join(f"| {' | '.join(cells)} |" for cells in lines).replace("| --- |", "|---|").replace(" --- |", "---|")
    )


def _percent(share: float) -> str:
    return f"{share * 100:.1f} %"
