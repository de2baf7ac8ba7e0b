"""The page of a reform: both laws over the same families, what it costs, who gains and who loses."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from yihu.desks.reports.figures import SMALL, count, hidden, large, month_words, signed, yuan
from yihu.desks.reports.page import LANGS, chart_scripts, render, styles, texts_in
from yihu.desks.reports.reform_raise import raise_sections
from yihu.desks.reports.tables import COLOURS, Chart, Panel, Section, SectionsView, Series, Table, Tile, bars, wan
from yihu.desks.reports.texts import Texts, every_words
from yihu.engines.rules.wording import Lang
from yihu.pack import Pack
from yihu.records.runs.compare import Change, Comparison, ProgrammeChange

HIDDEN = NOTHING = "—"
COLUMNS = ("families", "winners", "losers", "gained", "lost", "cost")


def reform_page(comparison: Comparison, pack: Pack, *, suppress: bool = True) -> str:
    """The page of a comparison; with ``suppress`` counts of 1 to 4 families in a group are not shown."""
    scripts = chart_scripts()
    views = [_Reform(comparison, pack, lang, suppress=suppress).view(charts=bool(scripts)) for lang in LANGS]
    title = " · ".join(view.title for view in views)
    return render("sections.html.j2", styles("report.css"), scripts, root=pack.root, title=title, views=views)


class _Reform:
    """Makes the view of a comparison in one language."""

    def __init__(self, found: Comparison, pack: Pack, lang: Lang, *, suppress: bool) -> None:
        self.found, self.pack, self.lang, self.suppress = found, pack, lang, suppress
        self.texts: Texts = texts_in(lang, pack.root)

    def view(self, *, charts: bool) -> SectionsView:
        """The whole page; groups that a pack does not have are left out."""
        found, texts = self.found, self.texts
        sections = [Section(texts("programmes_head"), self._programmes())]
        for head, caption, label, groups in (
            ("districts_head", "reform_districts", "district", found.districts),
            ("kinds_head", "kinds_caption", "kind", found.kinds),
            ("deciles_head", "deciles_caption", "decile", found.deciles),
        ):
            present = [each for each in groups.values() if each.families]
            if present:
                sections.append(Section(texts(head), self._groups(present, texts(caption), texts(label), label)))
        sections += raise_sections(found, texts, suppress=self.suppress)
        return SectionsView(
            lang=self.lang,
            title=texts("reform_title", name=self._name(found)),
            lead=texts("reform_lead", period=month_words(found.month, self.lang)),
            reading=self._reading(),
            tiles=self._tiles(),
            sections=sections,
            charts=charts,
            closing=texts("city_privacy"),
        )

    def _name(self, thing: Comparison | Change | ProgrammeChange) -> str:
        return thing.zh if self.lang == "zh" else thing.en

    def _reading(self) -> str:
        whole = self.found.whole
        key = "costs_more" if whole.cost > 0 else "costs_less" if whole.cost < 0 else "costs_same"
        return self.texts(
            "reform_reading",
            cost=self.texts(key, money=large(abs(whole.cost), self.lang)),
            winners=count(whole.winners),
            losers=count(whole.losers),
            same=count(whole.families - whole.winners - whole.losers),
        )

    def _tiles(self) -> list[Tile]:
        whole, texts = self.found.whole, self.texts
        year = signed(large(12 * whole.cost, self.lang), whole.cost)
        means = texts("a_year", text=year) + ("；" if self.lang == "zh" else "; ") + texts("year_note")
        return [
            Tile(
                texts("each_month", text=texts("cost")),
                signed(large(whole.cost, self.lang), whole.cost),
                means,
                strong=True,
            ),
            Tile(texts("winners"), count(whole.winners), texts("gained") + " " + large(whole.gained, self.lang)),
            Tile(texts("losers"), count(whole.losers), texts("lost") + " " + large(whole.lost, self.lang)),
            Tile(texts("families"), count(whole.families)),
        ]

    def _programmes(self) -> Panel:
        texts, found = self.texts, self.found.programmes
        labels = ("entitled_before", "entitled_after", "difference")
        money = ("money_before", "money_after", "difference")
        heads = [(texts("programme"), False), *((texts(each), True) for each in labels)]
        heads += [(texts("per_month", text=texts(each)), True) for each in money]
        touched = [p for p in found if (p.before, p.before_amount) != (p.after, p.after_amount)]
        rows = [self._programme(each) for each in touched]
        changed = [p for p in found if p.after_amount != p.before_amount and p.every == "month"]
        charts = []
        if changed:
            names = [self._name(p) for p in changed]
            costs = [wan(p.after_amount - p.before_amount) for p in changed]
            charts.append(self._cost_chart(names, costs, texts("programmes_head")))
        remarks = [texts("reform_same", n=len(found) - len(touched)), texts("reform_note")]
        return Panel(Table(texts("reform_programmes"), heads, rows), charts, remarks)

    def _programme(self, each: ProgrammeChange) -> list[str]:
        people, money = each.after - each.before, each.after_amount - each.before_amount
        name = self._name(each) + every_words(each.every, self.texts.lang)
        amounts = [yuan(each.before_amount), yuan(each.after_amount), signed(yuan(money), money)]
        if not self._pays(each):
            amounts = [NOTHING] * len(amounts)
        return [name, count(each.before), count(each.after), signed(count(people), people), *amounts]

    def _pays(self, each: ProgrammeChange) -> bool:
        return any(p.id == each.id and p.amount is not None for p in self.pack.programmes)

    def _groups(self, groups: Sequence[Change], caption: str, label: str, group: str) -> Panel:
        texts = self.texts
        counts = {c: [getattr(each, c) for each in groups] for c in ("families", "winners", "losers")}
        hide = {c: hidden(found) if self.suppress else [False] * len(found) for c, found in counts.items()}
        rows = [self._row(each, {c: found[i] for c, found in hide.items()}) for i, each in enumerate(groups)]
        unit = {"gained": "per_month", "lost": "per_month", "cost": "per_month"}
        heads = [(label, False), *((texts(unit[c], text=texts(c)) if c in unit else texts(c), True) for c in COLUMNS)]
        charts = []
        open_ = [i for i in range(len(groups)) if not (hide["winners"][i] or hide["losers"][i])]
        if any(groups[i].cost for i in open_):
            names = [self._name(groups[i]) for i in open_]
            charts.append(self._cost_chart(names, [wan(groups[i].cost) for i in open_], caption))
        families = self._families_chart(groups, hide, caption)
        remarks = [texts("deciles_note")] if group == "decile" else []
        remarks += [texts("small_rule")] if self.suppress else []
        foot = self._row(self.found.whole, dict.fromkeys(hide, False))
        return Panel(Table(caption, heads, rows, foot), [*charts, *families], remarks)

    def _row(self, each: Change, hide: Mapping[str, bool]) -> list[str]:
        counts = [_count(getattr(each, c), out) for c, out in hide.items()]
        gained = HIDDEN if hide["winners"] else yuan(each.gained)
        lost = HIDDEN if hide["losers"] else yuan(each.lost)
        cost = HIDDEN if hide["winners"] or hide["losers"] else signed(yuan(each.cost), each.cost)
        return [self._name(each), *counts, gained, lost, cost]

    def _cost_chart(self, names: Sequence[str], costs: Sequence[float], group: str) -> Chart:
        most = names[max(range(len(costs)), key=lambda i: costs[i])]
        option = bars(names, [Series(self.texts("cost"), costs, COLOURS["gain"])], stacked=False)
        return Chart(
            self.texts("chart_cost"), self.texts("chart_cost_says", group=group, name=most), option, len(names)
        )

    def _families_chart(self, groups: Sequence[Change], hide: dict[str, list[bool]], group: str) -> list[Chart]:
        values: dict[str, list[float | None]] = {
            c: [None if hide[c][i] else getattr(each, c) for i, each in enumerate(groups)]
            for c in ("winners", "losers")
        }
        if not any(v for column in values.values() for v in column):
            return []
        names = [self._name(each) for each in groups]
        series = [Series(self.texts(c), values[c], COLOURS[k]) for c, k in (("winners", "gain"), ("losers", "lose"))]
        most = names[max(range(len(names)), key=lambda i: values["winners"][i] or 0)]
        says = self.texts("chart_families_says", group=group, name=most)
        return [Chart(self.texts("chart_families"), says, bars(names, series, stacked=True), len(names))]


def _count(number: int, hide: bool) -> str:
    if not hide:
        return count(number)
    return f"<{SMALL}" if number < SMALL else HIDDEN
