"""Where in a document: a locator follows the numbering of Chinese official texts (GB/T 9704), joined without spaces.

    二(一)1      第十二条(三)      附件2 三(一)      第三条第二款      表1      5.2

Full- and half-width forms are one; 正文 is a text without numbering as a whole. :func:`read_locs` reads a list in which a later
locator inherits the prefix of the one before it: ``二(一)1、2`` is 二(一)1 and 二(一)2; ``九(一)、(二)、十(二)`` is 九(一), 九(二)
and 十(二).
"""

from __future__ import annotations

import re
from enum import IntEnum
from itertools import pairwise
from typing import NamedTuple

from yihu.engines.rules.numerals import CHINESE, read_chinese, show_chinese


class Kind(IntEnum):
    """Kinds of division, the wider first."""

    ANNEX = 0
    CHAPTER = 1
    SECTION = 2
    TABLE = 3
    ARTICLE = 4
    CLAUSE = 5
    CHINESE = 6
    BRACKETED = 7
    DIGIT = 8
    BRACKETED_DIGIT = 9
    CIRCLED = 10
    LETTER = 11
    PARAGRAPH = 12


class Part(NamedTuple):
    """One step of a locator: kind and number in digits (``3``, ``5.2``, ``A``; empty for an annex without number)."""

    kind: Kind
    number: str

    def __str__(self) -> str:
        if self.kind is Kind.CIRCLED:
            return chr(CIRCLES + int(self.number))
        return _SHOWN[self.kind].format(n=self.number, zh=show_chinese(self.number))


Loc = tuple[Part, ...]

CIRCLES = 0x245F
"""The character before ①."""

WHOLE = "正文"
"""Says that a text without numbering is meant as a whole."""

_SHOWN = {
    Kind.ANNEX: "附件{n}", Kind.CHAPTER: "第{zh}章", Kind.SECTION: "第{zh}节", Kind.TABLE: "表{n}", Kind.ARTICLE: "第{zh}条",
    Kind.CLAUSE: "{n}", Kind.CHINESE: "{zh}", Kind.BRACKETED: "({zh})", Kind.DIGIT: "{n}", Kind.BRACKETED_DIGIT: "({n})",
    Kind.LETTER: "{n})", Kind.PARAGRAPH: "第{zh}款",
}  # fmt: skip
_OF_NAME = {
    "章": Kind.CHAPTER, "节": Kind.SECTION, "条": Kind.ARTICLE, "款": Kind.PARAGRAPH, "项": Kind.BRACKETED, "目": Kind.DIGIT,
}  # fmt: skip
_TOKEN = re.compile(
    rf"(?P<annex>附[件录]?\s*(?P<annex_n>\d+|[{CHINESE}]+|[A-Z])?)"
    rf"|第\(?(?P<named>\d+|[{CHINESE}]+)\)?(?P<name>[章节条款项目])(?:之(?P<after>[{CHINESE}]+))?"
    r"|表\s*(?P<table>(?:[A-Z]\.?)?\d+)"
    r"|(?P<clause>(?:[A-Z]|\d+)(?:\.\d+)+)|(?P<lettered>[A-Z])"
    rf"|\((?P<bracketed>[{CHINESE}]+)\)|\((?P<bracketed_digit>\d+)\)"
    r"|(?P<circled>[①-⑳])|(?P<letter>[a-z])\)"
    rf"|(?P<chinese>[{CHINESE}]+)|(?P<digit>\d+)"
)
_FOLDED = str.maketrans(
    {"（": "(", "）": ")", "：": ":", "［": "[", "］": "]", "．": ".", "\u3000": " ", "\u200b": " ", "\ufeff": " "}
    | {chr(0xFF10 + i): str(i) for i in range(10)}
)
_COMPOSED = {chr(0x2473 + i): f"({i})" for i in range(1, 21)}
_COMPOSED |= {chr(0x321F + i): f"({show_chinese(str(i))})" for i in range(1, 11)}


class LocError(ValueError):
    """A locator that cannot be read: what is wrong and what to write."""


def fold(text: str) -> str:
    """The text with half-width brackets and digits, character for character."""
    return text.translate(_FOLDED)


def read_locs(written: str) -> tuple[Loc, ...]:
    """The locators of a list joined by 、; raises :class:`LocError`."""
    found: list[Loc] = []
    for each in written.split("、"):
        own = read_loc(each)
        found.append(_inherited(own, found[-1]) if found else own)
    return tuple(found)


def read_loc(written: str) -> Loc:
    """One locator; raises :class:`LocError`."""
    folded = fold(written).strip()
    if folded == WHOLE:
        return ()
    for whole, plain in _COMPOSED.items():
        folded = folded.replace(whole, plain)
    parts: list[Part] = []
    at = 0
    while at < len(folded):
        if folded[at] == " ":
            at += 1
            continue
        match = _TOKEN.match(folded, at)
        if match is None:
            raise LocError(
                f"{written.strip()!r} is no place in a document; write it as 二(一)1, 第十二条(三) or 附件2 三"
            )
        parts.append(_part(match))
        at = match.end()
    if not parts:
        raise LocError("a place in the document is missing beside 、; write it as 二(一)1、2")
    return _in_order(tuple(parts), written.strip())


def _part(match: re.Match[str]) -> Part:
    kind = match.lastgroup or ""
    if match["annex"]:
        number = match["annex_n"] or ""
        return Part(Kind.ANNEX, number if number.isascii() else str(read_chinese(number)))
    if match["lettered"]:
        return Part(Kind.ANNEX, match["lettered"])
    if match["name"]:
        after = f"-{read_chinese(match['after'])}" if match["after"] else ""
        return Part(_OF_NAME[match["name"]], _digits(match["named"]) + after)
    if match["circled"]:
        return Part(Kind.CIRCLED, str(ord(match["circled"]) - CIRCLES))
    written = match[kind]
    return Part(Kind[kind.upper()], written if kind in ("table", "clause", "letter") else _digits(written))


def _digits(written: str) -> str:
    return written if written.isascii() else str(read_chinese(written))


def _in_order(parts: Loc, written: str) -> Loc:
    """The parts, if each is narrower than the one before it (a paragraph may stand in between)."""
    ordered = [part for part in parts if part.kind is not Kind.PARAGRAPH]
    for before, after in pairwise(ordered):
        if after.kind <= before.kind:
            raise LocError(f"in {written!r} {after} cannot stand below {before}; join two places with 、")
    return parts


def _inherited(own: Loc, before: Loc) -> Loc:
    """``own`` below what of ``before`` is wider than its first part."""
    if not own or own[0].kind in (Kind.ANNEX, Kind.CHAPTER):
        return own
    same = [i for i, part in enumerate(before) if part.kind is own[0].kind]
    if same:
        return (*before[: same[0]], *own)
    wider = tuple(part for part in before if part.kind < own[0].kind)
    return (*wider, *own)


def show_loc(loc: Loc) -> str:
    """The locator as it is written."""
    return (
        WHOLE
        if not loc
        else "".join(f"{part} " if part.kind is Kind.ANNEX and len(loc) > 1 else str(part) for part in loc)
    )
