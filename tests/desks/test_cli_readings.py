"""``yihu readings`` from the shell: what is listed, what each reading would change, and one of them run by itself."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.command import yihu
from tests.records.runs.hand import beijing, family, sample, write


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Of the made-up city: somebody who is 80 in the middle of July 2024, and somebody who was before."""
    given = [{"members": [{"birth": birth}]} for birth in ("1944-07-15", "1940-01-01")]
    return write(tmp_path_factory.mktemp("readings") / "town", sample(), [family(sample(), True, **g) for g in given])


def rows(*words: object) -> dict[str, dict[str, Any]]:
    done = yihu("readings", *words, "--json")
    assert (done.returncode, done.stderr) == (0, "")
    return {row["id"]: row for row in json.loads(done.stdout)["readings"]}


def test_every_reading_of_the_pack_and_its_domains_is_listed() -> None:
    pack = beijing()
    known = {(reading.id, part.id) for part in (pack, *pack.domains) for reading in part.readings}
    assert {(row["id"], row["pack"]) for row in rows().values()} == known


def test_the_list_shows_what_each_says_and_how_to_name_it() -> None:
    shown = yihu("readings").stdout
    assert "支出型救助的24个月上限按人计算" in shown
    assert "0117-cap-each-person" in shown
    assert "北京市婚姻登记" in shown
    assert "The cap of 24 months of relief of spending is one a person" in yihu("readings", "--en").stdout


def test_a_number_stands_for_all_readings_of_the_decision() -> None:
    assert list(rows("--only", "0125", "--only", "0117-cap-each-person")) == [
        "0117-cap-each-person",
        "0125-out-of-school-until-18",
        "0125-visual-grade-one",
    ]


def test_effects_in_a_snapshot_are_counted_for_the_pack_it_was_made_for(town: Path) -> None:
    found = rows(town, "--on", "2024-07")["0001-age-on-the-first"]
    assert (found["families"], found["less"], found["more"]) == (1, 1, 0)
    assert (found["money"], found["programmes"]) == ({"month": -10_000}, {"age_allowance": 1})


def test_effects_are_shown_in_yuan(town: Path) -> None:
    done = yihu("readings", town, "--on", "2024-07")
    assert (done.returncode, done.stderr.strip()) == (0, "")
    assert "-100 元/月" in done.stdout
    assert "领取资格也算" in done.stdout
    assert "-100/month" in yihu("readings", town, "--on", "2024-07", "--en").stdout


def test_a_reading_that_changes_nothing_shows_a_dash(town: Path) -> None:
    assert "—" in yihu("readings", town, "--on", "2022-12").stdout


def test_a_reading_that_is_not_kept_is_refused_with_the_nearest() -> None:
    done = yihu("readings", "--only", "0117-cap-each-man")
    assert done.returncode != 0
    assert "did you mean 0117-cap-each-person?" in done.stderr


def test_a_pack_that_keeps_none_says_so() -> None:
    assert "没有保留的另一读法" in yihu("readings", "--pack", "beijing:tekun").stdout


def test_one_reading_is_run_by_its_number_and_compared(town: Path, tmp_path: Path) -> None:
    done = yihu("run", town, "--on", "2024-07", "--reform", "0001", "--out", tmp_path / "result", "--json")
    assert (done.returncode, done.stderr) == (0, "")
    compared = json.loads(done.stdout)["comparison"]
    assert (compared["whole"]["cost"], compared["whole"]["losers"]) == (-10_000, 1)
    assert compared["zh"] == "高龄津贴：当月1日已满周岁才发"
    assert (tmp_path / "result" / "reform.html").is_file()
