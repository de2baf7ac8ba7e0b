"""``yihu assess`` from the shell: one family in words, as data, as a page, asked for, and bad files."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.command import yihu

EXAMPLE = Path(__file__).parents[2] / "examples" / "family.yaml"
SAMPLE = """
on: 2024-07
savings: 0
members:
  - {birth: 1960-05-01, wage: 0, pension: 300, care: none}
"""


def family(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "family.yaml"
    path.write_text(text, "utf-8")
    return path


# in words


def test_the_answer_says_what_how_much_and_by_which_document() -> None:
    done = yihu("assess", EXAMPLE, "--usual")
    assert (done.returncode, done.stderr) == (0, "")
    assert re.search(r"可享受\s+城乡居民最低生活保障\s+3,770元/月\s+京民社救发〔2018〕445号", done.stdout)
    assert "每月合计 4,870.00 元" in done.stdout


def test_amounts_are_those_once_all_is_granted_and_say_so() -> None:
    said = yihu("assess", EXAMPLE, "--usual").stdout
    assert re.search(r"困难残疾人生活补贴\s+400元/月", said)
    assert "其他待遇批准以后可以享受" in said


def test_what_clearly_does_not_apply_is_counted_and_listed_when_asked() -> None:
    short, whole = (yihu("assess", EXAMPLE, "--usual", *more).stdout for more in ((), ("--all",)))
    folded = re.search(r"另有 (\d+) 项明确不符合", short)
    assert folded is not None
    assert int(folded[1]) > 10
    assert "高龄老年人津贴" not in short
    assert "高龄老年人津贴" in whole
    assert "明确不符合" not in whole


def test_what_is_missing_is_named_by_what_it_is() -> None:
    said = yihu("assess", EXAMPLE).stdout
    assert "还需要知道" in said
    assert "户籍" in said
    assert "granted." not in said


def test_english_is_whole() -> None:
    said = yihu("assess", EXAMPLE, "--usual", "--en", "--all").stdout
    assert "minimum living allowance" in said
    assert "4,870.00 yuan a month" in said
    assert not re.search("每月|符合|合计|家庭|不详", said)


def test_the_trace_shows_rules_facts_and_dated_figures() -> None:
    said = yihu("assess", EXAMPLE, "--usual", "--trace").stdout
    assert "家庭月人均收入" in said
    assert re.search(r"低保标准 = 1,450元/月 京民社救发〔2024〕80号.*2024年7月1日", said)


def test_cliffs_say_where_earning_more_loses_more() -> None:
    said = yihu("assess", EXAMPLE, "--usual", "--cliffs").stdout
    assert re.search(r"第1人（本人）的养老金或退休金增加到每月[\d,]+元时，各项待遇每月减少[\d,.]+元", said)


def test_the_month_of_the_command_goes_before_that_of_the_file() -> None:
    assert "2016年3月的政策" in yihu("assess", EXAMPLE, "--on", "2016-03").stdout
    assert "2024年7月的政策" in yihu("assess", EXAMPLE).stdout


def test_programmes_of_a_later_year_are_named_as_not_in_force() -> None:
    said = yihu("assess", EXAMPLE, "--on", "2016-03").stdout.replace("\n", "")
    assert re.search("当月没有施行：[^：]*高龄老年人津贴", said)


def test_another_pack_is_asked_by_its_name(tmp_path: Path) -> None:
    done = yihu("assess", family(tmp_path, SAMPLE), "--pack", "sample")
    assert "每月合计 560.00 元" in done.stdout


# as data, as a page


def test_the_data_have_a_version_answers_and_cliffs() -> None:
    done = yihu("assess", EXAMPLE, "--usual", "--json", "--cliffs")
    data = json.loads(done.stdout)
    assert (done.returncode, done.stderr, data["format"], data["month"]) == (0, "", 1, "2024-07")
    assert len(data["answers"]) == len(data["after_grants"])
    assert {a["programme"]: a["status"] for a in data["answers"]}["dibao"] == "entitled"
    assert {"income", "loss", "zh", "en"} <= data["cliffs"][0].keys()


def test_a_page_is_written_and_named(tmp_path: Path) -> None:
    done = yihu("assess", EXAMPLE, "--usual", "--html", tmp_path / "page.html")
    assert (done.returncode, "page.html" in done.stdout) == (0, True)
    assert "最低生活保障" in (tmp_path / "page.html").read_text("utf-8")
    assert [p.name for p in tmp_path.iterdir()] == ["page.html"]


def test_a_page_that_cannot_be_written_is_told_by_its_name(tmp_path: Path) -> None:
    done = yihu("assess", EXAMPLE, "--html", tmp_path / "nowhere" / "page.html")
    assert done.returncode == 4
    assert "page.html" in done.stderr
    assert ".part" not in done.stderr


def test_a_page_that_does_not_fit_on_the_disk_is_not_half_there(tmp_path: Path) -> None:
    done = yihu("assess", EXAMPLE, "--html", tmp_path / "page.html", largest=3_000)
    assert (done.returncode, "磁盘已满" in done.stderr) == (4, True)
    assert list(tmp_path.iterdir()) == []


# asked


def test_questions_are_asked_until_nothing_can_change(tmp_path: Path) -> None:
    path = family(tmp_path, SAMPLE.replace("savings: 0\n", "").replace("pension: 300, ", ""))
    done = yihu("assess", path, "--pack", "sample", "--ask", stdin="300\n50\n")
    assert done.returncode == 0
    assert "共问了 2 个问题" in done.stderr
    assert "每月合计 560.00 元" in done.stdout


def test_an_answer_that_cannot_be_taken_is_asked_again(tmp_path: Path) -> None:
    path = family(tmp_path, SAMPLE.replace("savings: 0\n", ""))
    done = yihu("assess", path, "--pack", "sample", "--ask", "--en", stdin="a lot\n-5\n20000\n0\n")
    assert "expected a number" in done.stderr
    assert "outside" in done.stderr
    assert "1 questions were asked" in done.stderr


def test_an_empty_answer_leaves_the_fact_unknown(tmp_path: Path) -> None:
    path = family(tmp_path, SAMPLE.replace("savings: 0\n", ""))
    done = yihu("assess", path, "--pack", "sample", "--ask", stdin="\n")
    assert done.returncode == 0
    assert "还不能判断" in done.stdout


def test_answers_that_end_early_leave_the_rest_unknown() -> None:
    done = yihu("assess", EXAMPLE, "--ask", "--json", stdin="没有\n本市户籍\n")
    assert done.returncode == 0
    assert json.loads(done.stdout)["answers"]


# used wrongly


@pytest.mark.parametrize(
    "bad", [("--on", "2024-13"), ("--on", "soon"), ("--on", "1812-01"), ("--nothing",), ("a", "b")]
)
def test_wrong_use_ends_with_2(bad: tuple[str, ...]) -> None:
    done = yihu("assess", EXAMPLE, *bad)
    assert done.returncode == 2
    assert done.stderr


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"on: 2024-07\nmembers: [\n", "family.yaml"),
        ("家庭成员:\n  - 工姿: 5\n".encode(), "工资"),
        ("家庭成员:\n  - 出生日期: 昨天\n".encode(), "family.yaml:2"),
        ("家庭成员:\n  - 工资: -5\n".encode(), "-5"),
        ("家庭成员: 两个人\n".encode("gbk"), "family.yaml"),
        (b"on: soon\nmembers: []\n", "soon"),
        (b"\xff\xfe\x00", "family.yaml"),
        (b"", "family.yaml"),
        (b"just words", "family.yaml"),
    ],
)
def test_a_file_that_cannot_be_taken_ends_with_4_and_says_where(tmp_path: Path, content: bytes, says: str) -> None:
    path = tmp_path / "family.yaml"
    path.write_bytes(content)
    done = yihu("assess", path)
    assert done.returncode == 4
    assert says in done.stderr


@pytest.mark.parametrize("missing", ["nowhere.yaml", "."])
def test_a_missing_file_ends_with_4(tmp_path: Path, missing: str) -> None:
    done = yihu("assess", tmp_path / missing)
    assert (done.returncode, bool(done.stderr)) == (4, True)


def test_an_unknown_pack_is_told_with_what_there_is() -> None:
    done = yihu("assess", EXAMPLE, "--pack", "bejing")
    assert done.returncode == 4
    assert "did you mean beijing?" in done.stderr


def test_a_month_without_law_is_told() -> None:
    done = yihu("assess", EXAMPLE, "--on", "1999-01")
    assert (done.returncode, "1999" in done.stderr) == (4, True)
