"""One family written by hand, in YAML or JSON: facts, day and place, and errors that name the line."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from tests.records.intake.town import PACK, PLACE, Role
from yihu.records.intake import FamilyError, read_family

GOOD = f"""on: 2024-07
社区代码: {PLACE}
家庭成员:
  - 身份: 户主
    出生日期: 1950-03-08
    工资: 1200.50
    在业: 否
  - role: child
    birth: null
rooms: 3
正在享受:
  生活补助: 88
"""


def written(tmp_path: Path, text: str, name: str = "family.yaml") -> Path:
    """A family file."""
    path = tmp_path / name
    path.write_text(text, "utf-8")
    return path


def test_a_family_is_read_with_its_day_and_place(tmp_path: Path) -> None:
    family = read_family(written(tmp_path, GOOD), PACK)
    assert (family.on, family.community) == (date(2024, 7, 1), int(PLACE))
    head, child = family.case.known("people")
    assert (head.known("wage"), head.known("working"), child.known("role")) == (Decimal("1200.50"), False, Role.CHILD)
    assert child.known("birth") is None
    assert family.case.known("granted.aid") == 88


def test_json_is_as_good(tmp_path: Path) -> None:
    text = '{"on": "2024-07-15", "people": [{"role": "head", "wage": 0.10}], "savings": null}'
    family = read_family(written(tmp_path, text, "family.json"), PACK)
    assert (family.on, family.case.known("people")[0].known("wage")) == (date(2024, 7, 15), Decimal("0.10"))


def test_the_usual_is_presumed_only_when_asked(tmp_path: Path) -> None:
    path = written(tmp_path, "people: [{role: head}]\n")
    assert read_family(path, PACK).case.known("rooms") is None
    assert read_family(path, PACK, usual=True).case.known("rooms") == 2


@pytest.mark.parametrize(
    ("text", "line", "field"),
    [
        ("people:\n  - role: head\n    wage: -3\n", 3, "people[0].wage"),
        ("people:\n  - role: head\n  - role: x\n", 3, "people[1].role"),
        ("people:\n  - role: head\n    birth: 1950-02-30\n", 3, "people[0].birth"),
        ("people: 3\n", 1, "people"),
        ("rooms: 3\nroms: 4\n", 2, "roms"),
        (
            "people:\n  - {role: head, birth: 1950-01-01}\n  - 身份: 子女\n    出生日期: 1949-01-01\n",
            4,
            "people[1].出生日期",
        ),
        ("rooms: 2\non: 2024-13\n", 2, "on"),
        ("rooms: 2\non: soon\n", 2, "on"),
        ("rooms: 2\ncommunity: 123456789012\n", 2, "community"),
        ("rooms: 2\nrooms: 3\n", 2, ""),
        ("rooms: [2\n", 2, ""),
        ("a: &x 1\nb: *x\n", 2, ""),
        ("- 1\n", 1, ""),
        ("", 1, ""),
    ],
)
def test_an_error_names_line_and_field(tmp_path: Path, text: str, line: int, field: str) -> None:
    with pytest.raises(FamilyError) as error:
        read_family(written(tmp_path, text), PACK)
    assert (error.value.line, error.value.field) == (line, field)
    assert "family.yaml:" in str(error.value)


def test_a_misspelt_fact_is_answered_with_the_nearest(tmp_path: Path) -> None:
    with pytest.raises(FamilyError, match="did you mean rooms"):
        read_family(written(tmp_path, "roms: 4\n"), PACK)


@pytest.mark.parametrize("raw", ["户: 1".encode("gbk"), b"x" * 1_000_001])
def test_what_is_no_small_utf8_text_is_refused(tmp_path: Path, raw: bytes) -> None:
    path = tmp_path / "family.yaml"
    path.write_bytes(raw)
    with pytest.raises(FamilyError):
        read_family(path, PACK)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(FamilyError, match=r"gone\.yaml"):
        read_family(tmp_path / "gone.yaml", PACK)
