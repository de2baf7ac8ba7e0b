"""The page of a family through the years: a chart, and a table of periods with what changed in the law."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from yihu.desks.reports.figures import count, exact, month_words
from yihu.desks.reports.page import LANGS, chart_scripts, render, styles, texts_in
from yihu.desks.reports.tables import PALETTE, Chart, Panel, Section, SectionsView, Series, Table, Tile, lines
from yihu.desks.reports.texts import Texts
from yihu.engines.rules.book import parameter_type
from yihu.engines.rules.history import Instant, Line, Spell
from yihu.engines.rules.parameters import DatedValue, Parameter, ParameterType
from yihu.engines.rules.rule import Programme
from yihu.engines.rules.wording import Lang
from yihu.engines.rules.wording import value as value_words


def history_words(lang: Lang) -> _History:
    """The words of the page for another desk: ``lines`` and ``why`` of a spell."""
    return _History((), (), lang)


def history_page(months: Sequence[Instant], spells: Sequence[Spell]) -> str:
    """The page of a family's months and the same in spells."""
    scripts = chart_scripts()
    views = [_History(months, spells, lang).view(charts=bool(scripts)) for lang in LANGS]
    title = " · ".join(view.title for view in views)
    return render("sections.html.j2", styles("report.css"), scripts, title=title, views=views)


class _History:
    """Makes the view in one language."""

    def __init__(self, months: Sequence[Instant], spells: Sequence[Spell], lang: Lang) -> None:
        self.months, self.spells, self.lang = months, spells, lang
        self.texts: Texts = texts_in(lang)

    def view(self, *, charts: bool) -> SectionsView:
        """The whole page."""
        texts, first, last = self.texts, self.months[0], self.months[-1]
        changes = len(self.spells) - 1
        reading = texts("history_reading", first=exact(first.total), last=exact(last.total), n=changes)
        total = sum((each.total for each in self.months), Decimal(0))
        tiles = [
            Tile(texts("history_now"), exact(last.total), strong=True),
            Tile(texts("history_all"), exact(total), texts("history_all_means", n=count(len(self.months)))),
            Tile(texts("history_rises"), count(changes)),
        ]
        return SectionsView(
            lang=self.lang,
            title=texts("history_title"),
            lead=texts("history_lead", first=self.month(first.month), last=self.month(last.month)),
            reading=reading if total else texts("history_none"),
            tiles=tiles,
            sections=[Section(texts("history_head"), self._panel())],
            charts=charts,
            closing=texts("history_not_this_data"),
        )

    def month(self, day: date) -> str:
        """A month in words."""
        return month_words(day, self.lang)

    def name(self, programme: Programme) -> str:
        """Name of a programme."""
        return programme.zh if self.lang == "zh" else programme.en

    def _panel(self) -> Panel:
        texts = self.texts
        heads = [
            (texts("spell"), False),
            (texts("month_total"), True),
            (texts("programmes_col"), False),
            (texts("changed_col"), False),
        ]
        rows = [self._row(spell, first=i == 0) for i, spell in enumerate(self.spells)]
        remarks = [texts("history_unsure")] if not all(s.first.sure for s in self.spells) else []
        return Panel(Table(texts("history_caption"), heads, rows), self._charts(), remarks)

    def _row(self, spell: Spell, *, first: bool) -> list[str]:
        mark = "" if spell.first.sure else " *"
        period = f"{spell.first.month:%Y-%m} – {spell.last:%Y-%m}{mark}"
        if spell.first.gap:
            return [period, "—", self.texts("history_gap"), ""]
        why = "" if first else self.why(spell)
        return [period, exact(spell.first.total), self.lines(spell.first.lines), why]

    def lines(self, found: Sequence[Line]) -> str:
        """Programmes with who and how much."""
        names = [f"{self.name(x.programme)} {self.amount(x)}".strip() for x in found]
        return (self.texts("list_mark")).join(names) or "—"

    def amount(self, line: Line) -> str:
        """An amount with how often it is paid; empty for a recognition."""
        if line.amount is None:
            return ""
        return f"{exact(line.amount)} {self.texts(f'paid_{line.programme.every}')}"

    def why(self, spell: Spell) -> str:
        """What changed in the law, or that somebody grew older."""
        said = [self._begins(*each) for each in spell.changes if each[0].type is ParameterType.MONEY]
        return self.texts("list_mark").join(said) or self.texts("history_since_birth")

    def _begins(self, parameter: Parameter, value: DatedValue, before: DatedValue | None) -> str:
        """A new figure with the one before it and its document."""
        document = value.document
        return self.texts(
            "history_begins",
            name=parameter.zh if self.lang == "zh" else parameter.en,
            before="" if before is None or before.value is None else f"{_figure(before)} → ",
            value=value_words(value.value, parameter_type(parameter), self.lang),
            document=(document.number or document.title(self.lang)) if document else self.texts("unverified_source"),
        )

    def _charts(self) -> list[Chart]:
        programmes = list(dict.fromkeys(x.programme for m in self.months for x in m.lines if x.programme.monthly))
        if not programmes:
            return []
        names = [f"{m.month:%Y-%m}" for m in self.months]
        series = [
            Series(self.name(p), [_paid(m, p) for m in self.months], PALETTE[i % len(PALETTE)])
            for i, p in enumerate(programmes)
        ]
        unit = self.texts("paid_month")
        first, last = self.months[0], self.months[-1]
        says = self.texts(
            "history_chart_says", first=self.month(first.month), last=self.month(last.month), sum=exact(last.total)
        )
        option = lines(names, series, unit=unit, steps=True, stacked=True)
        return [Chart(self.texts("history_head"), says, option, len(programmes))]


def _figure(value: DatedValue) -> str:
    return exact(Decimal(str(value.value)))


def _paid(month: Instant, programme: Programme) -> float | None:
    """Money of a programme in a month, of all who draw it; None where the month cannot be computed."""
    if month.gap:
        return None
    return float(sum((x.amount for x in month.lines if x.programme is programme and x.amount is not None), Decimal(0)))
