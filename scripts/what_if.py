"""Writes docs/what-if.md: the worked reforms run over a synthetic city, with what they cost and whom they touch.

    python scripts/what_if.py [--people 1000000]

Every figure of the page comes from this run; the reports that are worth showing lie in the folder it names at the end.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path

from yihu.desks.reports import reform_page
from yihu.engines.rules.reform import Reform
from yihu.pack import Pack, find_pack
from yihu.records.runs.compare import Change, Comparison, compare
from yihu.records.runs.reforms import load_reform

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs/what-if.md"
MONTH = date(2024, 7, 1)
REFORMS = ("raise_dibao", "low_income_at_half_more", "low_income_wider", "beds_to_heads")
READING = {
    "raise_dibao": "Special hardship (1.5 times the standard), the living subsidy of disabled persons paid “by reference to the "
    "standard” and the supplements move with it; a few families on other allowances lose because a choice of one turns.",
    "low_income_at_half_more": "The national “marginal” line. In Beijing the line is the minimum wage, 2,420 yuan in July 2024; "
    "1.5 × 1,450 is 2,175. So the reform narrows the group, and that is what the figures say.",
    "low_income_wider": "What widening would be: one and a half times today's line.",
    "beds_to_heads": "补床头→补人头: homes lose the operating subsidy for each bed; each moderately or severely disabled elder "
    "draws the same money wherever they live. Who loses are homes with able residents; who gains are elders at home.",
}


def main() -> None:
    """Run all and write the page."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--people", type=int, default=1_000_000)
    people = asked.parse_args().people
    out = Path(tempfile.mkdtemp(prefix="what-if-"))
    pack = find_pack("beijing")
    command = [sys.executable, "-c", "from yihu.desks.cli import main; main()", "synth", "--seed", "1"]
    subprocess.run([*command, "--people", str(people), "--out", str(out / "city")], check=True)  # noqa: S603 - our own command
    reforms = {name: load_reform(ROOT / f"examples/reforms/{name}.yaml") for name in REFORMS}
    found = {name: compare(pack, out / "city", MONTH, reform) for name, reform in reforms.items()}
    for name, each in found.items():
        (out / f"{name}.html").write_text(reform_page(each, pack), "utf-8")
    PAGE.write_text("\n".join(page(pack, people, reforms, found)) + "\n", "utf-8")
    print(f"{PAGE.relative_to(ROOT)}; reports in {out}")


def page(pack: Pack, people: int, reforms: dict[str, Reform], found: dict[str, Comparison]) -> Iterator[str]:
    """Lines of the page."""
    yield "# What if"
    yield ""
    yield f"Worked reforms over a synthetic city of {people:,} people, the law of {MONTH:%Y-%m}. This page is written by"
    yield "`python scripts/what_if.py`. The city is made to published totals; its take-up and its wages are assumptions, so the"
    yield "figures show how a reform is read and not what Beijing would pay."
    yield ""
    yield "```bash"
    yield f"yihu synth --people {people} --seed 1 --out city"
    yield f"yihu run city --on {MONTH:%Y-%m} --reform examples/reforms/raise_dibao.yaml --out raised"
    yield "```"
    yield ""
    yield "![Report of a reform: cost, who gains, and the typical families](images/what-if.png)"
    yield ""
    yield "The result folder then holds `reform.html` (both languages, charts on their tables, made to be shown), `comparison.csv`"
    yield "and `comparison.json`. Money is yuan a month, once all that is found is granted; what is not paid monthly is left out."
    yield ""
    yield from table(
        ("reform", "cost", "families that gain", "lose", "cliffs before", "after"),
        [
            (f"[{each.en}](#{name.replace('_', '-')})", money(each.whole.cost), *counts(each.whole), *cliffs(each))
            for name, each in found.items()
        ],
    )
    yield ""
    yield "*Cliffs*: families with a wage and support that end up with less when the wage rises by 100 yuan a month."
    for name, each in found.items():
        yield from section(pack, name, reforms[name], each)


def section(pack: Pack, name: str, reform: Reform, found: Comparison) -> Iterator[str]:
    """One reform."""
    yield ""
    yield f"## {name.replace('_', '-')}"
    yield ""
    yield f"**{reform.zh}** — {reform.en}. `examples/reforms/{name}.yaml`"
    yield ""
    yield READING[name]
    changed = [p for p in found.programmes if p.every == "month" and p.before_amount != p.after_amount]
    yield ""
    yield from table(
        ("programme", "entitled before", "after", "added a month"),
        [(p.en, f"{p.before:,}", f"{p.after:,}", money(p.after_amount - p.before_amount)) for p in changed],
    )
    yield ""
    yield from table(("tenth of income", "families", "gain", "lose", "added a month"), groups(found.deciles.values()))
    yield ""
    yield from table(("district", "families", "gain", "lose", "added a month"), groups(found.districts.values()))
    yield ""
    yield from table(
        ("typical family", "law", "support without a wage", "cliffs (wage: less in hand)"),
        [
            (
                curve.en,
                side,
                f"{support[0] / 100:,.0f}",
                "; ".join(f"{w:,}: {f / 100:,.0f}" for w, f in curve.cliffs(support)) or "none",
            )
            for curve in found.curves
            for side, support in (("before", curve.before), ("after", curve.after))
        ],
    )


def falls(found: Sequence[tuple[int, int]]) -> str:
    """Where a typical family ends up with less, and by how much."""
    return "; ".join(f"{wage:,}: {fen / 100:,.0f}" for wage, fen in found) or "none"


def groups(found: Iterable[Change]) -> list[tuple[str, ...]]:
    """Rows of groups of families."""
    rows = [each for each in found if each.families]
    return [(each.en, f"{each.families:,}", *counts(each), money(each.cost)) for each in rows]


def counts(found: Change) -> tuple[str, str]:
    """Families that gain and that lose."""
    return f"{found.winners:,}", f"{found.losers:,}"


def cliffs(found: Comparison) -> tuple[str, str]:
    """Families at a cliff before and after."""
    return f"{found.kept['before'].cliffs:,}", f"{found.kept['after'].cliffs:,}"


def money(fen: int) -> str:
    """Whole yuan with sign."""
    return f"{fen / 100:+,.0f}"


def table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """A Markdown table; the first column to the left, figures to the right."""
    yield "| " + " | ".join(heads) + " |"
    yield "|---|" + "---:|" * (len(heads) - 1)
    for row in rows:
        yield "| " + " | ".join(row) + " |"


if __name__ == "__main__":
    main()
