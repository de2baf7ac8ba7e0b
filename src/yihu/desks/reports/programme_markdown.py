"""The page of a programme as Markdown: Chinese first, then complete English; tables that a phone can scroll."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from yihu.desks.reports.page import texts_in
from yihu.desks.reports.programme_view import (
    Basis,
    FigureRow,
    Piece,
    Pieces,
    ProgrammePage,
    ProgrammeView,
    RuleView,
)
from yihu.engines.rules.formula import Listed
from yihu.engines.rules.wording import Lang

Address = Callable[[str], str]
"""Turns the address of a piece into a link from the page; empty where there is none."""

_SPECIAL = re.compile(r"([\\`*\[\]|~]|(?<!\w)_|_(?!\w))")


def escaped(text: str) -> str:
    """Text that Markdown leaves as it is."""
    return _SPECIAL.sub(r"\\\1", text).replace("<", "&lt;").replace("\n", " ")


@dataclass(frozen=True)
class Markdown:
    """Writes pages; ``address`` makes the links, ``line`` parts the lines within a cell (a terminal has no ``<br>``) and
    ``bullet`` begins those of a list."""

    address: Address
    line: str = "<br>"
    bullet: str = "• "
    pictures: bool = True

    def page(self, page: ProgrammePage, back: str) -> str:
        """The file of a page; ``back`` is the link to the list of all."""
        zh, en = (list(self.view(each)) for each in (page.zh, page.en))
        links = (
            f"[English](#english) · [{texts_in('zh')('programme_back')} / {texts_in('en')('programme_back')}]({back})"
        )
        lines = [zh[0], "", links, *zh[1:], "", "---", "", '<a id="english"></a>', "", *en, ""]
        return referenced(re.sub(r"\n{3,}", "\n\n", "\n".join(lines)))

    def view(self, view: ProgrammeView) -> Iterator[str]:
        """The lines of a page in one language."""
        yield from self._what(view)
        yield from self._who(view)
        yield from self._how_much(view)
        yield from self._figures(view)
        yield from self._through_time(view)
        yield from self._cases(view)
        yield from self._sources(view)

    # parts of the page

    def _what(self, view: ProgrammeView) -> Iterator[str]:
        yield f"# {escaped(capital(view.title))}"
        yield from ("", escaped(_say(view, "law_of", month=view.month)), "")
        yield from _head(view, "about", level=2)
        for label, content in view.about:
            yield f"- **{capital(label)}**{_say(view, 'says', label='')}{self.pieces(content)}"

    def _who(self, view: ProgrammeView) -> Iterator[str]:
        if not view.conditions and not view.relations:
            return
        yield from _head(view, "who")
        yield escaped(_say(view, "who_lead" if view.conditions else "who_none"))
        yield ""
        if view.conditions:
            heads = [_say(view, key) for key in ("condition", "how", "basis")]
            yield from table(heads, [self._rule(view, each) for each in view.conditions])
        if view.relations:
            yield from _head(view, "relations", level=3)
            yield from (f"- {self.pieces(each)}" for each in view.relations)
        yield from self._rules(view, "condition_rules", view.condition_rules)

    def _how_much(self, view: ProgrammeView) -> Iterator[str]:
        yield from _head(view, "answer" if view.finding else "amount")
        if view.service:
            yield escaped(_say(view, "amount_none", service=view.service))
            return
        yield from self._amounts(view)
        if view.amount_basis is not None:
            yield from ("", f"{_label(view, 'basis')}{self.basis(view.amount_basis)}")
        if view.amount_note:
            yield from ("", f"{_label(view, 'note')}{escaped(view.amount_note)}")
        yield from self._rules(view, "amount_rules", view.amount_rules)
        if view.conditions:
            yield from ("", escaped(_say(view, "rules_above")))

    def _amounts(self, view: ProgrammeView) -> Iterator[str]:
        first = view.amounts[0]
        if len(view.amounts) == 1:
            formula = " = ".join(part for part in (first.gives, first.figure) if part)
            yield escaped(_say(view, "amount_one", name=view.amount, formula=formula))
            return
        yield from (escaped(_say(view, "amount_cases")), "")
        some = any(row.figure for row in view.amounts)
        heads = [_say(view, key) for key in (("when", "sum", "found") if some else ("when", "found"))]
        cells = [
            [row.when, *([f"**{row.figure}**" if row.figure else "—"] if some else []), row.gives]
            for row in view.amounts
        ]
        yield from table(heads, [[escaped(r[0]), *r[1:-1], escaped(r[-1])] for r in cells])

    def _rules(self, view: ProgrammeView, head: str, rules: Sequence[RuleView]) -> Iterator[str]:
        if rules:
            yield from _head(view, head, level=3)
            heads = [_say(view, key) for key in ("rule", "worked_out", "basis")]
            yield from table(heads, [self._rule(view, each) for each in rules])

    def _rule(self, view: ProgrammeView, rule: RuleView) -> tuple[str, str, str]:
        meant = escaped(_say(view, "meant", name=rule.meant)) + self.line if rule.meant and rule.how else ""
        how = meant + (self.listed(view.lang, rule.how) if rule.how else "—")
        note = f"{self.line}*{escaped(rule.note)}*" if rule.note else ""
        return escaped(rule.says), how + note, self.basis(rule.basis)

    def _figures(self, view: ProgrammeView) -> Iterator[str]:
        yield from _head(view, "figures", month=view.month)
        if not view.figures:
            yield escaped(_say(view, "figures_none"))
            return
        heads = [_say(view, key) for key in ("figure", "value", "value_since", "source", "sure")]
        rows = [(escaped(each.name), f"**{escaped(each.value)}**", *self._dated(each)) for each in view.figures]
        yield from table(heads, rows)
        if any(each.recalled for each in view.figures):
            yield from ("", escaped(_say(view, "recalled")))

    def _dated(self, row: FigureRow) -> tuple[str, str, str]:
        note = f"{self.line}*{escaped(row.note)}*" if row.note else ""
        sure = f"**{row.sure}**" if row.recalled else row.sure
        return row.since, (self.pieces(row.source) + note).removeprefix(self.line) or "—", sure

    def _through_time(self, view: ProgrammeView) -> Iterator[str]:
        if view.series:
            yield from _head(view, "series")
        for chart in view.charts if self.pictures else ():
            yield from (f"![{escaped(chart.says(view.lang == 'en'))}]({chart.file})", "")
        heads = [_say(view, key) for key in ("value_since", "value", "source", "sure")]
        for each in view.series:
            yield from (f"### {escaped(each.name)}", "")
            values = [(row.since, escaped(row.value), *self._dated(row)[1:]) for row in each.rows]
            yield from (*table(heads, values), "")
        if view.events:
            yield from _head(view, "events")
            days = [
                (e.day, self.line.join(map(escaped, e.changes)), self.pieces(e.source, " ") or "—") for e in view.events
            ]
            yield from table([_say(view, key) for key in ("day", "changes", "documents")], days)

    def _cases(self, view: ProgrammeView) -> Iterator[str]:
        yield from _head(view, "cases")
        found = view.cases
        if not found.total:
            yield escaped(_say(view, "cases_none"))
            return
        stop = texts_in(view.lang)("programme_stop")
        some = _say(view, "cases_some", n=len(found.rows)) if len(found.rows) < found.total else ""
        yield f"{_say(view, 'cases_all', n=found.total)}{self.pieces(found.files, _say(view, 'comma'))}{stop}{some}".strip()
        yield ""
        heads = [_say(view, key) for key in ("test", "month", "expects", "origin")]
        yield from table(
            heads, [(self.piece(c.name), c.month, escaped(c.expects), escaped(c.source)) for c in found.rows]
        )

    def _sources(self, view: ProgrammeView) -> Iterator[str]:
        if view.readings:
            yield from _head(view, "readings")
            yield from (f"- {self.pieces(each)}" for each in view.readings)
        if view.documents:
            yield from _head(view, "documents")
            heads = [_say(view, key) for key in ("number", "title", "issued", "state")]
            yield from table(
                heads, [(escaped(d.number), self.piece(d.title), d.issued, d.state) for d in view.documents]
            )

    # pieces

    def pieces(self, found: Pieces, between: str = "") -> str:
        """Texts with their links."""
        return between.join(self.piece(each) for each in found)

    def piece(self, found: Piece) -> str:
        """A text, linked where it has an address."""
        text, address = found
        link = address if address.startswith("http") else self.address(address) if address else ""
        return f"[{escaped(text)}]({link})" if link else escaped(text)

    def basis(self, basis: Basis) -> str:
        """A citation with the words that stand there."""
        return self.pieces(basis.cites) + "".join(f"{self.line}“{escaped(each)}”" for each in basis.words)

    def listed(self, lang: Lang, found: Listed) -> str:
        """A formula in one cell."""
        texts = texts_in(lang)
        if found.kind == "one":
            return escaped(found.parts[0][1])
        if found.kind == "cases":
            lines = [texts("programme_case", when=when, what=what) for when, what in found.parts]
            return self.line.join(f"{self.bullet}{escaped(line)}" for line in lines)
        head = texts(f"programme_{found.kind}_of")
        return self.line.join([head, *(f"{self.bullet}{escaped(what)}" for _, what in found.parts)])


def referenced(page: str) -> str:
    """The page with every address outside written once, at its end."""
    known: dict[str, int] = {}

    def name(found: re.Match[str]) -> str:
        return f"][{known.setdefault(found[1], len(known) + 1)}]"

    text = re.sub(r"\]\((https?://[^)\s]+)\)", name, page)
    return text + "".join(f"\n[{number}]: {address}" for address, number in known.items()) + "\n" * bool(known)


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """A table of Markdown; heads begin with a capital."""
    yield f"| {' | '.join(map(capital, heads))} |"
    yield f"|{' --- |' * len(heads)}"
    yield from (f"| {' | '.join(row)} |" for row in rows)


def capital(text: str) -> str:
    """The text with a capital in front."""
    return text[:1].upper() + text[1:]


def _head(view: ProgrammeView, key: str, level: int = 2, **values: object) -> Iterator[str]:
    yield from ("", f"{'#' * level} {escaped(_say(view, f'head_{key}', **values))}", "")


def _label(view: ProgrammeView, key: str) -> str:
    return capital(_say(view, "says", label=_say(view, key)))


def _say(view: ProgrammeView, key: str, **values: object) -> str:
    return texts_in(view.lang)(f"programme_{key}", **values)
