"""A reform beside the law as it is: who gains, who loses, what it costs, in the whole and in every group."""

from __future__ import annotations

import csv
import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.command import yihu
from tests.records.runs.hand import EAST, JULY, WEST, beijing, family, rows, sample, write
from yihu.engines.rules.reform import Reform, ReformError, read_reform
from yihu.engines.rules.syntax import RuleError
from yihu.records.runs.compare import Change, Comparison, compare
from yihu.records.runs.launch import run
from yihu.records.runs.lookup import family_case, rulebook_of
from yihu.records.runs.reforms import load_reform
from yihu.records.snapshots import open_snapshot

RULES = """
from yihu.engines.rules import Money, rule
from yihu_sample.facts import Home, Person
from yihu_sample.law import Law
from yihu_sample.programmes import income_per_head


@rule(cites="改革方案", zh="家庭生活补助金额", en="amount of the family allowance", unit="CNY/month")
def family_amount(home: Home, law: Law) -> Money:
    return law.family_standard
"""


def person(birth: str, pension: int, care: str = "none") -> dict[str, Any]:
    granted = {"age_allowance": 0, "care_allowance": 0}
    return {"birth": birth, "wage": 0, "pension": pension, "care": care, "granted": granted}


# In July 2024 the standard is 860 a head: the first two get 560 and 2 × 110, the third and fourth nothing, the last unknown.
TOWN: list[tuple[dict[str, Any], int | None]] = [
    ({"savings": 0, "members": [person("1960-01-01", 300)]}, EAST),
    ({"savings": 0, "members": [person("1960-01-01", 750), person("1962-01-01", 750)]}, WEST),
    ({"savings": 0, "members": [person("1960-01-01", 900)]}, WEST),
    ({"savings": 0, "members": [person("1930-01-01", 5_000, "some")]}, None),
    ({"members": [person("1960-01-01", 300)]}, EAST),
]


@pytest.fixture
def village(tmp_path: Path) -> Path:
    """Five families whose sums are known."""
    cases = [family(sample(), granted={"family_allowance": 0}, **facts) for facts, _ in TOWN]
    return write(tmp_path / "village", sample(), cases, [place for _, place in TOWN])


def reform(**parameters: Any) -> Reform:
    return Reform("reform.yaml", "方案", "plan", parameters, None)


def compared(snapshot: Path, change: Reform) -> Comparison:
    return compare(sample(), snapshot, JULY, change)


def counts(change: Change) -> tuple[int, int, int, int, int]:
    return change.families, change.winners, change.losers, change.gained, change.lost


def sums(groups: dict[int, Change]) -> tuple[int, ...]:
    return tuple(map(sum, zip(*map(counts, groups.values()), strict=True)))


def test_a_higher_standard_has_the_winners_and_the_cost_worked_out_by_hand(village: Path) -> None:
    found = compared(village, reform(family_standard=1000))
    # 300 → 560 to 700: +140; 2 × 750 → 220 to 500: +280; 900 → 0 to 100: +100
    assert counts(found.whole) == (5, 3, 0, 52_000, 0)
    assert found.whole.cost == 52_000
    first = found.programmes[0]
    assert (first.before, first.after, first.before_amount, first.after_amount) == (2, 3, 78_000, 130_000)


def test_a_lower_standard_has_losers(village: Path) -> None:
    found = compared(village, reform(family_standard=800))
    assert counts(found.whole) == (5, 0, 2, 0, 18_000)
    assert found.whole.cost == -18_000


def test_groups_hold_each_family_once(village: Path) -> None:
    found = compared(village, reform(family_standard=1000))
    assert {code: counts(each) for code, each in found.districts.items()} == {
        990101: (2, 1, 0, 14_000, 0),
        990102: (2, 2, 0, 38_000, 0),
        0: (1, 0, 0, 0, 0),
    }
    assert sums(found.deciles) == counts(found.whole)


def test_what_one_change_moves_between_programmes_is_netted_within_the_family(village: Path) -> None:
    # of age (300) and care (200) only the higher is given: the fourth family wins 400 where care pays 700
    found = compared(village, reform(care_some_amount=700))
    assert counts(found.whole) == (5, 1, 0, 40_000, 0)
    changes = {p.id: (p.before_amount, p.after_amount) for p in found.programmes}
    assert changes["age_allowance"] == (30_000, 0)
    assert changes["care_allowance"] == (0, 70_000)


def test_a_reform_of_what_nobody_uses_changes_nothing(village: Path) -> None:
    found = compared(village, reform(care_full_amount=9_999))
    assert counts(found.whole) == (5, 0, 0, 0, 0)
    assert all((p.before, p.before_amount) == (p.after, p.after_amount) for p in found.programmes)


def test_the_law_as_it_is_written_again_changes_nothing(village: Path) -> None:
    assert counts(compared(village, reform(family_standard={"value": 860, "from": "2023-05"})).whole)[1:] == (0,) * 4


def test_a_change_outside_the_month_changes_nothing(village: Path) -> None:
    later = reform(family_standard={"value": 1000, "from": "2024-08"})
    ended = reform(family_standard={"value": 1000, "from": "2024-01", "until": "2024-07"})
    assert compared(village, later).whole.cost == compared(village, ended).whole.cost == 0


def test_what_is_paid_today_does_not_count(tmp_path: Path) -> None:
    drawing = [family(sample(), granted={"family_allowance": drawn}, **TOWN[0][0]) for drawn in (0, 560, None)]
    found = compared(write(tmp_path / "drawing", sample(), drawing), reform(family_standard=1000))
    assert counts(found.whole) == (3, 3, 0, 42_000, 0)
    assert found.programmes[0].before == 3


def test_a_rule_is_replaced_by_one_of_its_name(village: Path, tmp_path: Path) -> None:
    (tmp_path / "new.py").write_text(RULES, "utf-8")
    (tmp_path / "reform.yaml").write_text("zh: 不减收入\nen: flat\nrules: new.py\n", "utf-8")
    found = compared(village, load_reform(tmp_path / "reform.yaml"))
    # everybody below the standard gets 860 once a family: 560 → 860, 220 → 860
    assert counts(found.whole) == (5, 2, 0, 30_000 + 64_000, 0)


def test_a_city_adds_up_by_district_kind_and_tenth(town: Path) -> None:
    change = read_reform("reform.yaml", "zh: 提高\nparameters: {dibao_standard: 1540, elder_advanced_first: 50}")
    found = compare(beijing(), town, JULY, change, threads=2)
    assert found.whole.winners > 100
    assert found.whole.losers > 100
    for groups in (found.districts, found.kinds, found.deciles):
        assert sums(groups) == counts(found.whole)
    monthly = sum(p.after_amount - p.before_amount for p in found.programmes if p.every == "month")
    assert monthly == found.whole.cost


def test_every_family_changes_by_what_two_runs_owe_it(town: Path, tmp_path: Path) -> None:
    change = read_reform("reform.yaml", "zh: 提高\nparameters: {elder_advanced_first: 50}")
    now, then = (
        rows(run(beijing(), town, [JULY], tmp_path / str(n), reform=each)) for n, each in enumerate([None, change])
    )
    owed = [sum(row.amount for key, row in found.items() if key[1] == "elder_age") for found in (now, then)]
    assert compare(beijing(), town, JULY, change).whole.cost == owed[1] - owed[0] < 0


# what cannot be applied


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("parameters: {family_standart: 5}", "no parameter family_standart; did you mean family_standard?"),
        ("parameters: {家庭生活补助标谁: 5}", "did you mean 家庭生活补助标准?"),
        ("parameters: {1540: 5}", "no parameter 1540"),
        ("parameters: {family_standard: lots}", "family_standard: expected a number"),
        ("parameters: {family_standard: 1.234}", "more than 2 decimal places"),
        ("parameters: {family_standard: {valu: 5}}", "unknown key valu; did you mean value?"),
        ("parameters: {family_standard: {from: 2024-07}}", "value: is missing"),
        ("parameters: {family_standard: {value: 5, from: soon}}", "is not a month"),
        ("parameters: {family_standard: {value: 5, from: 2024-07, until: 2024-06}}", "not after"),
        ("parameters: [1]", "give parameters"),
        ("paramters: {a: 1}", "unknown key paramters; did you mean parameters?"),
        ("rules: [a.py]", "name one Python file"),
        ("rules: nowhere.py", "nowhere.py does not exist"),
        ("zh: 空", "give parameters"),
        ("- a", "expected the keys"),
        ("a: [", "not YAML"),
    ],
)
def test_a_reform_that_cannot_be_applied_says_what_to_write(
    village: Path, tmp_path: Path, text: str, says: str
) -> None:
    (tmp_path / "reform.yaml").write_text(text, "utf-8")
    done = yihu(
        "run",
        village,
        "--on",
        "2024-07",
        "--out",
        tmp_path / "out",
        "--reform",
        tmp_path / "reform.yaml",
        "--pack",
        "sample",
    )
    assert done.returncode == 4
    assert says in done.stderr
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("rules", "error", "says"),
    [
        (RULES.replace("family_amount", "family_amounts"), ReformError, "no rule family_amounts.*family_amount"),
        (RULES.replace("CNY/month", "CNY/year"), ReformError, "gives a number of CNY/year"),
        (RULES.replace("return law", "return law."), ReformError, "SyntaxError"),
        (RULES.replace("yihu_sample.law", "yihu_sample.lore"), ReformError, "No module named"),
        (RULES.replace("law.family_standard", "860.5"), RuleError, "float"),
        ("x = 1", ReformError, "has no @rule function"),
    ],
)
def test_a_rule_that_cannot_replace_says_why(
    village: Path, tmp_path: Path, rules: str, error: type[Exception], says: str
) -> None:
    (tmp_path / "new.py").write_text(rules, "utf-8")
    (tmp_path / "reform.yaml").write_text("zh: 方案\nrules: new.py\n", "utf-8")
    with pytest.raises(error, match=says):
        compared(village, load_reform(tmp_path / "reform.yaml"))


@pytest.mark.parametrize("content", ["zh: 提高".encode("gbk"), None])
def test_a_reform_file_that_cannot_be_read_is_told(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "reform.yaml"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(ReformError, match="UTF-8" if content else "there is no such file"):
        load_reform(path)


# what is kept


def test_a_reform_stays_with_its_result(village: Path, tmp_path: Path) -> None:
    (tmp_path / "new.py").write_text(RULES, "utf-8")
    text = "zh: 方案\nparameters: {old_age: 70, family_standard: {value: 900.5, from: 2024-02}}\nrules: new.py\n"
    (tmp_path / "reform.yaml").write_text(text, "utf-8")
    result = run(sample(), village, [JULY], tmp_path / "out", reform=load_reform(tmp_path / "reform.yaml"))
    (tmp_path / "new.py").unlink()
    book = rulebook_of(result, sample())
    assert book.law.value_on("family_standard", JULY).value == 900.5
    assert book.law.value_on("family_standard", date(2024, 1, 1)).value == 860
    assert [r for r in book.replaced.values() if r.name == "family_amount"]
    assert rows(result)[1, "family_allowance", -1].amount == 90_050
    assert family_case(result, sample(), "1")[1] == 1


def test_the_command_writes_table_data_and_page(village: Path, tmp_path: Path) -> None:
    (tmp_path / "reform.yaml").write_text("zh: 提高\nen: raise\nparameters: {家庭生活补助标准: 1000}\n", "utf-8")
    words = ("run", village, "--on", "2024-07", "--out", tmp_path / "out", "--reform", tmp_path / "reform.yaml")
    done = yihu(*words, "--pack", "sample", "--json")
    assert (done.returncode, done.stderr) == (0, "")
    data = json.loads((tmp_path / "out" / "comparison.json").read_text("utf-8"))
    assert json.loads(done.stdout)["comparison"] == data
    assert (data["whole"]["winners"], data["whole"]["cost"], data["month"]) == (3, 52_000, "2024-07")
    with (tmp_path / "out" / "comparison.csv").open(encoding="utf-8-sig", newline="") as file:
        table = list(csv.DictReader(file))
    assert table[0] | {"zh": "", "en": ""} == {
        "group": "whole", "zh": "", "en": "", "families": "5", "winners": "3", "losers": "0", "gained": "520.00",
        "lost": "0.00", "cost": "520.00",
    }  # fmt: skip
    assert {row["group"] for row in table} == {"whole", "districts", "deciles"}
    assert "提高" in (tmp_path / "out" / "reform.html").read_text("utf-8")


def test_a_snapshot_of_nobody_can_be_compared(tmp_path: Path) -> None:
    nobody = write(tmp_path / "nobody", sample(), [])
    assert counts(compared(nobody, reform(family_standard=1000)).whole) == (0,) * 5
    assert open_snapshot(nobody).families == 0
