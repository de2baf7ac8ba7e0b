"""Writes the figures into the pages that show them, between their markers: `docs/performance.md` and both READMEs."""

import re
from pathlib import Path
from typing import Any, Final

from benchmarks import bars, country, family, growth, imports, interviews, machine
from benchmarks.city import figures as city
from benchmarks.tables import Grid
from benchmarks.template import figures as template

TOP: Final = Path(__file__).parent.parent
PAGE: Final = "docs/performance.md"
IN_SHORT: Final = (
    "openfisca", "memory", "duckdb", "polars", "explained", "assess", "month", "peak", "year", "differ",
)  # fmt: skip
"""Bars for a README."""
MARKED: Final = re.compile(r"<!-- figures: (?P<how>[^>]*) -->\n(?:.*?<!-- /figures -->\n)?", re.DOTALL)


class NoMarkerError(RuntimeError):
    """A page without the place where its figures go."""


def grids(report: dict[str, Any]) -> list[Grid]:
    """All tables of a report, the bars first."""
    found = bars.bars(report)
    made = [machine.grid(report["machine"]), *([bars.grid(found)] if found else [])]
    made += template.grids(report["template"]) if "template" in report else []
    made += [family.grid(report["family"])] if "family" in report else []
    made += [growth.grid(report["growth"])] if "growth" in report else []
    made += city.grids(report["city"]) if "city" in report else []
    made += [imports.grid(report["imports"])] if "imports" in report else []
    made += [interviews.grid(report["questions"])] if "questions" in report else []
    return made + (country.grids(report["spark"]) if "spark" in report else [])


def write(report: dict[str, Any], top: Path = TOP) -> list[Path]:
    """Write all pages; raises :class:`NoMarkerError` before anything is written."""
    texts = {
        PAGE: "\n\n".join(grid.markdown() for grid in grids(report)),
        "README.md": _summary(report, "en"),
        "README.zh-CN.md": _summary(report, "zh"),
    }
    filled = {top / name: _filled(top / name, text) for name, text in texts.items()}
    for path, text in filled.items():
        path.write_text(text, "utf-8")
    return list(filled)


def _filled(page: Path, text: str) -> str:
    whole = page.read_text("utf-8")
    if len(MARKED.findall(whole)) != 1:
        raise NoMarkerError(
            f"{page}: write one line <!-- figures: … --> where the figures go, and <!-- /figures --> below"
        )
    return MARKED.sub(lambda found: f"<!-- figures: {found['how']} -->\n\n{text}\n\n<!-- /figures -->\n", whole)


def _summary(report: dict[str, Any], lang: str) -> str:
    """The bars that a README shows."""
    said = {
        "en": {True: "met", False: "not met", None: "not measured"},
        "zh": {True: "达到", False: "未达到", None: "未测"},
    }[lang]
    head = {"en": ("", "measured", "aimed at", ""), "zh": ("", "测得", "目标", "")}[lang]
    rows = [(getattr(bar, lang), bar.found, bar.bar, said[bar.met]) for bar in bars.bars(report) if bar.id in IN_SHORT]
    table = Grid("", head, rows, names=4).markdown().split("\n", 2)[2]
    found = report["machine"]
    cores, memory = found["cores_used"], f"{found['memory_gib']:.0f} GiB"
    where = {
        "en": f"On {cores} cores of {found['processor']}, {memory}, {found['day']}:",
        "zh": f"{found['processor']}，使用 {cores} 核，{memory} 内存，{found['day']}：",
    }[lang]
    return f"{where}\n\n{table}"
