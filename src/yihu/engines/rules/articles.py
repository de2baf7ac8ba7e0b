"""The structure of an official Chinese text: annexes, chapters, articles, 一、(一) 1. (1) ①, tables, and where each stands.

``outline(text)`` reads the text as it is, with the lines that a page of a portal puts around it; ``find`` gives the span of
a locator (:mod:`locators`). A mark counts at the beginning of a line; within a line only where it goes on counting after a
full stop, semicolon, colon or space, for some texts have lost their line breaks. Chapters need not be named in a locator,
for articles are counted through them. Pure: no files.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from yihu.engines.rules.locators import CIRCLES, Kind, Loc, Part, fold
from yihu.engines.rules.numerals import CHINESE, read_chinese

Span = tuple[int, int]
"""Start and end of a piece of a text, in characters."""


@dataclass
class Node:
    """A division: its mark, where it begins, where its own words begin after the mark, its end, and what lies below."""

    part: Part | None
    start: int
    head: int
    end: int = 0
    children: list[Node] = field(default_factory=list)

    @property
    def rank(self) -> int:
        """The order of its kind; the whole text comes before all."""
        return -1 if self.part is None else self.part.kind


@dataclass(frozen=True)
class Outline:
    """A text and its divisions."""

    text: str
    root: Node

    def walk(self) -> Iterator[Node]:
        """Every division in the order of the text."""
        waiting = [self.root]
        while waiting:
            node = waiting.pop()
            yield node
            waiting.extend(reversed(node.children))


_MARK = re.compile(
    rf"(?P<annex>附\s*[件录]\s*(?P<annex_n>\d+|[{CHINESE}]+|[A-Z])?)\s*:?\s*(?=\n|\Z)"
    rf"|第\s*(?P<named>\d+|[{CHINESE}]+)\s*(?P<name>[章节条])(?:之(?P<after>[{CHINESE}]+))?"
    r"|(?P<table>表\s*(?P<table_n>(?:[A-Z]\.?)?\d+))(?=\s)"
    r"|(?P<clause>(?:[A-Z]|\d+)(?:\.\d+)+)(?=[ \t])"
    rf"|\(\s*(?P<bracketed>[{CHINESE}]+)\s*\)|\(\s*(?P<bracketed_digit>\d+)\s*\)"
    r"|(?P<composed>[⑴-⒇])|(?P<circled>[①-⑳])"
    rf"|(?P<chinese>[{CHINESE}]+)\s*[、.,，]"
    r"|(?P<digit>\d+)\s*[、.)](?!\d*\))"
)
_LINE = re.compile(r"^[ \t]*", re.MULTILINE)
_WITHIN = re.compile(r"(?<=[。；;：:])|(?<=[ \t])(?=\S)")
_INVISIBLE = "\u200b\u200c\u200d\ufeff"
_NAMED = {"章": Kind.CHAPTER, "节": Kind.SECTION, "条": Kind.ARTICLE}


def outline(text: str) -> Outline:
    """The divisions of a text."""
    folded = fold(text)
    root = Node(None, 0, 0)
    open_: list[Node] = [root]
    for at, begins in _places(folded):
        match = _MARK.match(folded, at)
        if match is None:
            continue
        part = _part(match)
        if not _counts(part, match, open_, folded, begins=begins):
            continue
        while open_[-1].rank >= part.kind:
            open_.pop().end = at
        node = Node(part, at, match.end())
        open_[-1].children.append(node)
        open_.append(node)
    for node in open_:
        node.end = len(text)
    return Outline(text, root)


def _places(folded: str) -> list[tuple[int, bool]]:
    """Where a mark may stand, and whether a line begins there."""
    lines = {match.end() for match in _LINE.finditer(folded)}
    within = {match.start() for match in _WITHIN.finditer(folded)}
    return sorted((at, at in lines) for at in lines | within)


def _part(match: re.Match[str]) -> Part:
    if match["annex"]:
        number = match["annex_n"] or ""
        return Part(Kind.ANNEX, number if number.isascii() else str(read_chinese(number)))
    if match["name"]:
        after = f"-{read_chinese(match['after'])}" if match["after"] else ""
        return Part(_NAMED[match["name"]], _digits(match["named"]) + after)
    if match["table"]:
        return Part(Kind.TABLE, match["table_n"])
    if match["composed"]:
        return Part(Kind.BRACKETED_DIGIT, str(ord(match["composed"]) - 0x2473))
    if match["circled"]:
        return Part(Kind.CIRCLED, str(ord(match["circled"]) - CIRCLES))
    kind = match.lastgroup or ""
    written = match[kind]
    return Part(Kind[kind.upper()], written if kind == "clause" else _digits(written))


def _digits(written: str) -> str:
    return written if written.isascii() else str(read_chinese(written))


def _counts(part: Part, match: re.Match[str], open_: list[Node], folded: str, *, begins: bool) -> bool:
    """Whether a mark is one: at the beginning of a line nearly always, within a line where it goes on counting."""
    if not part.number.isdecimal():
        return begins
    goes_on = int(part.number) == _last(part.kind, open_) + 1
    figure_follows = folded[match.end() : match.end() + 1].isdigit()
    if begins:
        return goes_on or part.kind is not Kind.DIGIT or not figure_follows
    if part.kind in (Kind.ANNEX, Kind.CHAPTER, Kind.SECTION, Kind.TABLE) or not goes_on:
        return False
    first = part.number == "1"
    if part.kind is Kind.CHINESE:
        return not first and folded[match.start() - 1] in " \t"
    if part.kind is Kind.ARTICLE:
        return folded[match.start() - 1] in " \t" or not first
    return not (first and figure_follows)


def _last(kind: Kind, open_: list[Node]) -> int:
    """The number of the division of this kind that was marked last where the next would stand; 0 if there is none.

    Articles are counted through the chapters.
    """
    scope = [node for node in open_ if node.rank < (Kind.CHAPTER if kind is Kind.ARTICLE else kind)][-1]
    waiting = list(scope.children)
    while waiting:
        node = waiting.pop()
        if node.part is not None and node.part.kind is kind:
            return int(node.part.number) if node.part.number.isdecimal() else 0
        if kind is Kind.ARTICLE:
            waiting.extend(node.children)
    return 0


# finding


def find(found: Outline, loc: Loc) -> Span | None:
    """The span of a locator, from its mark to the next division that is not below it; None if the text has no such place.

    The whole text for an empty locator. A locator without annex is looked for in the body first, then below an annex without
    number (a measure printed below the notice that issues it).
    """
    if not loc:
        return 0, len(found.text)
    for node in _scopes(found.root):
        span = _below(found.text, node, loc)
        if span is not None:
            return span
    return None


def _scopes(root: Node) -> list[Node]:
    """Where a locator may begin: the text, then its annexes without number."""
    return [root, *(node for node in root.children if node.part == Part(Kind.ANNEX, ""))]


def _below(text: str, node: Node, loc: Loc) -> Span | None:
    if not loc:
        return node.start, node.end
    if loc[0].kind is Kind.PARAGRAPH:
        return _in_paragraph(text, node, loc)
    for child in _children(node, loc[0].kind):
        if child.part == loc[0]:
            span = _below(text, child, loc[1:])
            if span is not None:
                return span
    return None


def _children(node: Node, kind: Kind) -> Iterator[Node]:
    """The divisions of this kind below a node; chapters and sections are looked through."""
    for child in node.children:
        assert child.part is not None
        if child.part.kind is kind:
            yield child
        elif child.part.kind in (Kind.CHAPTER, Kind.SECTION, Kind.TABLE):
            yield from _children(child, kind)


def _in_paragraph(text: str, node: Node, loc: Loc) -> Span | None:
    """The n-th paragraph (款) of a division with the items it introduces, or a place below these items."""
    starts = _paragraphs(text, node)
    number = int(loc[0].number)
    if not 0 < number <= len(starts):
        return None
    span = starts[number - 1], (*starts, node.end)[number]
    if len(loc) == 1:
        return span
    inside = Node(node.part, span[0], span[0], span[1], [c for c in node.children if span[0] <= c.start < span[1]])
    return _below(text, inside, loc[1:])


def _paragraphs(text: str, node: Node) -> list[int]:
    """Where the paragraphs of a division begin: lines with words that begin with no mark."""
    marked = {each.start for each in _all(node)} - {node.start}
    found = []
    at = node.head
    for line in text[node.head : node.end].splitlines(keepends=True):
        blank = len(line) - len(line.lstrip())
        if line.strip() and at + blank not in marked:
            found.append(at)
        at += len(line)
    return found


def _all(node: Node) -> Iterator[Node]:
    yield node
    for child in node.children:
        yield from _all(child)


def unmarked(found: Outline, span: Span) -> str:
    """The words of a span without the marks that number it, so that ``1.80周岁`` says 80."""
    start, end = span
    pieces = []
    for node in found.walk():
        if node.part is not None and start <= node.start < end:
            pieces.append(found.text[start : node.start])
            start = node.head
    return "\n".join([*pieces, found.text[start:end]])


def near(found: Outline, loc: Loc) -> str:
    """What the text has where the locator stops fitting, for an error: the divisions below its longest known beginning."""
    for length in reversed(range(len(loc))):
        nodes = [n for scope in _scopes(found.root) for n in _reach(scope, loc[:length])]
        there = list(dict.fromkeys(str(c.part) for n in nodes for c in _children(n, loc[length].kind)))
        if nodes:
            return "、".join(there[:12]) if there else "nothing of the kind"
    return "nothing of the kind"


def _reach(node: Node, loc: Loc) -> Iterator[Node]:
    if not loc:
        yield node
        return
    for child in _children(node, loc[0].kind):
        if child.part == loc[0]:
            yield from _reach(child, loc[1:])


# words


def squeezed(text: str) -> str:
    """The text without white space and invisible characters: so words are compared."""
    return "".join(c for c in text if not c.isspace() and c not in _INVISIBLE)


def where(found: Outline, words: str) -> Loc | None:
    """The locator of the narrowest division that holds the words; None if they stand nowhere."""
    wanted = squeezed(words)
    if wanted not in squeezed(found.text):
        return None
    loc: Loc = ()
    node = found.root
    while True:
        inner = [c for c in node.children if wanted in squeezed(found.text[c.start : c.end])]
        if not inner:
            return loc
        node = inner[0]
        assert node.part is not None
        loc = (*loc, *([] if node.part.kind in (Kind.CHAPTER, Kind.SECTION) else [node.part]))
