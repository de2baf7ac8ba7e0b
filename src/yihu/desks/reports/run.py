"""The report of a run: what was found over a whole city, by programme and district, why, and how sure it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from yihu.desks.reports.figures import count, large, month_words
from yihu.desks.reports.page import LANGS, Scripts, chart_scripts, render, styles, texts_in
from yihu.desks.reports.run_asked import asked_panels
from yihu.desks.reports.run_method import Method, Unverified, method, unverified
from yihu.desks.reports.run_panels import district_panel, people_label, programme_panel
from yihu.desks.reports.run_reasons import Reason, count_reasons
from yihu.desks.reports.run_sums import Sums
from yihu.desks.reports.run_why import follows_table, reason_table, recorded
from yihu.desks.reports.tables import Panel, Table, Tile
from yihu.desks.reports.texts import Texts
from yihu.engines.rules.month import Month, read_month
from yihu.engines.rules.naming import counted
from yihu.engines.rules.wording import Lang
from yihu.pack import Pack
from yihu.records.runs.lookup import month_of
from yihu.records.runs.result import Result

FINDINGS = ("missed", "changed", "ended", "cannot_tell")


@dataclass(frozen=True)
class RunView:
    """All that the template shows, in one language."""

    lang: Lang
    title: str
    lead: str
    notices: Sequence[str]
    reading: str
    tiles: Sequence[Tile]
    asked: Sequence[Panel]
    programmes: Panel | None
    districts: Panel
    cannot_lead: str
    cannot: Table | None
    ended: Table | None
    reasons_missing: bool
    follows: Table | None
    unverified: Sequence[Unverified]
    assumed: str
    method: Method
    charts: bool


def run_page(result: Result, pack: Pack, *, suppress: bool = True, scripts: Scripts | None = None) -> str:
    """The page of a finished run; with ``suppress`` counts of 1 to 4 in a district are not shown.

    ``scripts`` draw the charts (None: as installed, which may be none; the tables are always there).
    """
    month = month_of(result, pack)
    reasons = count_reasons(result)
    scripts = chart_scripts() if scripts is None else scripts
    views = [
        _Report(result, pack, month, lang).view(reasons, suppress=suppress, charts=bool(scripts)) for lang in LANGS
    ]
    title = " · ".join(view.title for view in views)
    return render("run.html.j2", styles("report.css"), scripts, root=pack.root, title=title, views=views)


class _Report:
    """Makes the view of a run in one language."""

    def __init__(self, result: Result, pack: Pack, month: Month, lang: Lang) -> None:
        self.result, self.pack, self.month, self.lang = result, pack, month, lang
        self.summary: Mapping[str, Any] = result.summary
        self.sums = Sums(result.summary)
        self.texts: Texts = texts_in(lang, pack.root)

    def view(self, reasons: Mapping[str, list[Reason]], *, suppress: bool, charts: bool) -> RunView:
        """The whole page."""
        single = self.sums.single
        return RunView(
            lang=self.lang,
            title=self.texts("run_title", city=self.pack.zh if self.lang == "zh" else self.pack.en),
            lead=self.texts(self._lead(), period=self._period()),
            notices=tuple(self._notices()),
            reading=self._reading(),
            tiles=tuple(self._tiles()),
            asked=tuple(asked_panels(self.summary, self.pack.places(), self.texts, suppress=suppress)),
            programmes=programme_panel(self.sums, self.texts) if self.sums.programmes else None,
            districts=district_panel(self.sums, self.pack, self.texts, suppress=suppress),
            cannot_lead=self._cannot_lead(),
            cannot=reason_table(self.month, self.sums, reasons["cannot_tell"], "cannot_tell", self.texts),
            ended=reason_table(self.month, self.sums, reasons["ended"], "ended", self.texts) if single else None,
            reasons_missing=not recorded(reasons),
            follows=follows_table(self.sums, self.texts),
            unverified=unverified(self.month, self.summary, self.texts),
            assumed=self._assumed(),
            method=method(self.result, self.pack, self._period(), self.texts),
            charts=charts,
        )

    def _lead(self) -> str:
        if not self.sums.programmes:
            return "asked_lead"
        return "run_lead" if self.sums.single else "months_lead"

    def _period(self) -> str:
        months = [read_month(text) for text in self.summary["months"]]
        first, last = (month_words(m, self.lang) for m in (months[0], months[-1]))
        return first if len(months) == 1 else self.texts("period", first=first, last=last)

    def _notices(self) -> Sequence[str]:
        found = []
        if self.summary.get("origin", {}).get("origin") == "synthetic":
            found.append(self.texts("synthetic"))
        if "reform" in self.summary:
            found.append(self.texts("under_reform", name=self.summary["reform"][self.lang]))
        return found

    def _reading(self) -> str:
        sums = self.sums
        size = counted(sums.families, self.pack.root, self.lang)
        said = {"families": count(sums.families), "people": count(sums.people), "size": size}
        if not sums.programmes:
            return self.texts("reading_asked", **said)
        said["entitled"] = count(sums.entitled())
        if not sums.single:
            return self.texts("reading_months", **said, money=large(sums.due, self.lang))
        return self.texts(
            "reading", **said, missed=count(sums.count("missed")), money=large(sums.missed_money, self.lang)
        )

    def _tiles(self) -> Sequence[Tile]:
        sums, texts = self.sums, self.texts
        tiles = [
            Tile(texts("families"), count(sums.families)),
            *([Tile(people_label(self.pack.root, texts), count(sums.people))] if self.pack.root.LISTS else []),
        ]
        if not sums.programmes:
            return tiles
        tiles.append(Tile(texts("entitled"), count(sums.entitled()), texts("means_entitled")))
        words = FINDINGS if sums.single else ("cannot_tell",)
        tiles += [Tile(texts(w), count(sums.count(w)), texts(f"means_{w}"), strong=w == "missed") for w in words]
        if not sums.single:
            return [*tiles, Tile(texts("due"), large(sums.due, self.lang))]
        money = (("due", sums.due), ("paid", sums.paid), ("missed_money", sums.missed_money))
        for word, fen in money:
            tiles.append(
                Tile(texts("each_month", text=texts(word)), large(fen, self.lang), strong=word == "missed_money")
            )
        return tiles

    def _assumed(self) -> str:
        names = [p[self.lang] for p in self.sums.programmes if p["assumed"]]
        return (
            self.texts("assumed_programmes", names=("、" if self.lang == "zh" else ", ").join(names)) if names else ""
        )

    def _cannot_lead(self) -> str:
        number = self.sums.count("cannot_tell")
        per = round(100 * number / self.sums.entitled(), 1) if self.sums.entitled() else 0
        return self.texts("cannot_lead", n=count(number), per=f"{per:,.1f}") if number and per else ""
