"""``yihu history``: a family's years in the terminal, as data and as a page."""

from __future__ import annotations

import json
from pathlib import Path

from tests.command import yihu

FAMILY = Path(__file__).parents[2] / "examples/family.yaml"


def test_the_years_are_told_with_what_changed() -> None:
    done = yihu("history", FAMILY, "--usual", "--from", "2023-01", "--to", "2024-12")
    assert done.returncode == 0
    told = done.stdout.replace("\n", "")
    assert "2023-07 – 2024-06" in told
    assert "1,395 →" in told


def test_data_has_every_spell_without_a_hole() -> None:
    done = yihu("history", FAMILY, "--usual", "--to", "2024-12", "--json")
    spells = json.loads(done.stdout)["spells"]
    assert spells[0]["from"] == "2005-01"
    assert spells[-1]["to"] == "2024-12"
    ends = [tuple(map(int, s["to"].split("-"))) for s in spells]
    starts = [tuple(map(int, s["from"].split("-"))) for s in spells]
    assert all(12 * a + b + 1 == 12 * c + d for (a, b), (c, d) in zip(ends, starts[1:], strict=False))


def test_the_page_stands_alone_with_chart_and_table(tmp_path: Path) -> None:
    page = tmp_path / "years.html"
    assert yihu("history", FAMILY, "--usual", "--from", "2019-01", "--to", "2024-12", "--html", page).returncode == 0
    text = page.read_text("utf-8")
    assert "这户家庭历年应享受的待遇" in text
    assert "What the law gave this family" in text
    assert text.count("<table>") == 2


def test_a_month_before_the_first_is_refused() -> None:
    done = yihu("history", FAMILY, "--from", "2024-05", "--to", "2024-01")
    assert done.returncode == 2
    assert "2024-01 is before 2024-05" in " ".join(done.stderr.split())


def test_a_month_that_is_none_is_refused() -> None:
    done = yihu("history", FAMILY, "--from", "soon")
    assert done.returncode == 2
    assert "not a month" in " ".join(done.stderr.split())
