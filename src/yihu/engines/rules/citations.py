"""What a rule cites: documents by number or title, then the places in them.

    京民养老发〔2019〕160号 二(一)1、2；京民福发〔2016〕434号 第一条(一)3
    中华人民共和国民法典 第一千零四十七条

Documents are parted by ；, places by 、 (:mod:`locators`). What carries out no law (a grouping, say) ends with 非法定.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from yihu.engines.rules.locators import Loc, LocError, fold, read_locs, show_loc
from yihu.engines.rules.parameters import Document, did_you_mean, nearest

NOT_LAW = "非法定"
_BRACKETS = str.maketrans("[]【】", "〔〕〔〕")


class CitationError(ValueError):
    """A citation that names no known document or no readable place: what is wrong and what to write."""


@dataclass(frozen=True)
class Citation:
    """A place in a document; an empty locator means the whole document."""

    document: Document
    loc: Loc = ()

    def __str__(self) -> str:
        return " ".join([self.document.number or self.document.zh, *([show_loc(self.loc)] if self.loc else [])])


def citations(cites: str, documents: Iterable[Document]) -> tuple[Citation, ...]:
    """The places that ``cites`` names, in its order; none where it says that it is no law.

    Raises :class:`CitationError`.
    """
    if cites.rstrip().endswith(NOT_LAW):
        return ()
    known = tuple(documents)
    return tuple(found for part in re.split("[；;]", cites) for found in _cited(part.strip(), known))


def _cited(part: str, documents: tuple[Document, ...]) -> list[Citation]:
    if not part:
        raise CitationError("the citation is empty; write the document's number, then the place: 京民发〔2026〕2号 二3")
    document, rest = _document(part, documents)
    if not rest:
        return [Citation(document)]
    try:
        return [Citation(document, loc) for loc in read_locs(rest)]
    except LocError as problem:
        raise CitationError(f"{part}: {problem}") from None


def _document(part: str, documents: tuple[Document, ...]) -> tuple[Document, str]:
    """The document with the longest name that begins ``part``, and what follows the name."""
    plain = _plain(part)
    names = [(name, document) for document in documents for name in _names(document)]
    begins = [(name, document) for name, document in names if plain.startswith(name)]
    if not begins:
        shown = re.split(r"(?<=号)|\s", part)[0]
        close = nearest(_plain(shown), {name for name, _ in names})
        hint = did_you_mean(close) or "; add it under documents: of a law file, or write its number as it stands there"
        raise CitationError(f"no document {shown}{hint}")
    name, document = max(begins, key=lambda each: len(each[0]))
    return document, plain[len(name) :].strip()


@lru_cache(maxsize=4096)
def _names(document: Document) -> tuple[str, ...]:
    return tuple(_plain(name) for name in (document.number, document.zh) if name)


def _plain(text: str) -> str:
    """One form of brackets, digits and spaces; no space within a document's number."""
    return re.sub(r"\s*〔\s*(\d+)\s*〕\s*", r"〔\1〕", re.sub(r"\s+", " ", fold(text).translate(_BRACKETS)))


def cited(cites: str, documents: Iterable[Document]) -> tuple[Document, ...]:
    """The documents that ``cites`` names, each once; what names none is passed over."""
    try:
        return tuple(dict.fromkeys(each.document for each in citations(cites, documents)))
    except CitationError:
        return ()


def pages(documents: Iterable[Document]) -> dict[str, str]:
    """The page of each document that has one, by its number and by its title, the longest name first."""
    named = {name: d.url for d in documents if d.url for name in (d.number, d.zh) if name}
    return {name: named[name] for name in sorted(named, key=len, reverse=True)}


def linked(cites: str, known: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """``cites`` in pieces, each with the page of the document that it names (empty for the rest); ``known``: :func:`pages`."""
    pieces: list[tuple[str, str]] = []
    for part in re.split("(?<=[；;])", cites):
        name = next((each for each in known if part.startswith(each)), "")
        pieces += [(name, known[name])] if name else []
        pieces += [(part[len(name) :], "")] if part[len(name) :] else []
    return tuple(pieces)
