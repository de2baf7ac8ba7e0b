"""``yihu check-pack`` and ``yihu new-pack``: a new pack passes its own tests, and what is wrong with one is said."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner, Result

from yihu.desks.cli.check_pack import check_pack
from yihu.desks.cli.new_pack import new_pack, write
from yihu.engines.rules.law import LawBook, LawFileError
from yihu.pack import Pack, Places, find_pack
from yihu.pack_check import examine, policy_files

JULY = date(2024, 7, 1)
SAMPLE = find_pack("sample")


def run(command: object, *words: str) -> Result:
    app = typer.Typer()
    app.command()(command)  # type: ignore[type-var]
    return CliRunner().invoke(app, list(words), env={"COLUMNS": "100", "NO_COLOR": "1"})


# check-pack


def test_a_sound_pack_is_called_sound() -> None:
    result = run(check_pack, "sample", "--on", "2024-07")
    assert result.exit_code == 0
    assert "没有发现问题" in result.stdout
    assert "2023-01 至 2024-07" in result.stdout


def test_english_is_complete() -> None:
    shown = run(check_pack, "sample", "--on", "2024-07", "--en").stdout
    assert all(words in shown for words in ("No problems were found", "age allowance", "granted", "2023-01 to 2024-07"))


def test_json_counts_what_is_tested() -> None:
    found = json.loads(run(check_pack, "sample", "--json").stdout)
    assert found["problems"] == []
    assert {p["id"] for p in found["programmes"]} == {"family_allowance", "age_allowance", "care_allowance"}
    assert all(p["granted"] and p["refused"] for p in found["programmes"])


def test_months_before_the_law_cannot_be_computed() -> None:
    family = replace(SAMPLE.programmes[0], since=date(2022, 1, 1))
    pack = replace(SAMPLE, programmes=(family,), groups=())
    assert examine(pack, JULY).months == (date(2023, 1, 1), JULY)
    assert "family_standard" in examine(pack, date(2022, 12, 1)).problems[0].what


def test_a_pack_whose_branches_are_all_tested_is_sound() -> None:
    result = run(check_pack, "sample", "--branches")
    assert result.exit_code == 0
    assert "个规则分支（100.0%）" in result.stdout


def test_branches_are_measured_only_where_asked_for() -> None:
    assert json.loads(run(check_pack, "sample", "--json").stdout)["branches"] is None
    found = json.loads(run(check_pack, "sample", "--json", "--branches").stdout)["branches"]
    assert found == {"all": found["seen"], "seen": found["seen"], "missing": []}


BROKEN = """
from dataclasses import replace
from pathlib import Path
from yihu_sample import pack as sample

pack = replace(sample, id="broken", tests=(Path(__file__).parent,))
"""


@pytest.fixture
def broken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A pack called broken that has no policy tests."""
    (tmp_path / "broken-1.dist-info").mkdir()
    (tmp_path / "broken-1.dist-info/METADATA").write_text("Name: broken\nVersion: 1\n", "utf-8")
    (tmp_path / "broken-1.dist-info/entry_points.txt").write_text("[yihu.packs]\nbroken = yihu_broken:pack\n", "utf-8")
    (tmp_path / "yihu_broken.py").write_text(BROKEN, "utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.delitem(sys.modules, "yihu_broken", raising=False)


@pytest.mark.usefixtures("broken")
def test_problems_end_with_exit_code_1() -> None:
    result = run(check_pack, "broken")
    assert result.exit_code == 1
    assert "3 个问题" in result.stdout


@pytest.mark.usefixtures("broken")
@pytest.mark.parametrize(("language", "last"), [((), "还要改的：broken"), (("--en",), "to be mended: broken")])
def test_the_last_line_names_what_is_wrong_and_not_its_sound_domain(language: tuple[str, ...], last: str) -> None:
    assert run(check_pack, "broken", *language).stdout.splitlines()[-1] == last


@pytest.mark.usefixtures("broken")
@pytest.mark.parametrize(
    ("language", "words"), [((), "没有测试用到这条规则"), (("--en",), "no test rests on this rule")]
)
def test_branches_that_no_test_has_seen_are_listed_with_file_line_and_rule(
    language: tuple[str, ...], words: str
) -> None:
    result = run(check_pack, "broken", "--branches", *language)
    assert result.exit_code == 1
    assert re.search(rf"yihu_sample/programmes/elders.py:\d+ age_amount: {words}", result.stdout)


def test_a_branch_that_is_not_seen_is_enough_for_exit_code_1(tmp_path: Path) -> None:
    found = examine(spoilt(SAMPLE, tmp_path, ("{income_per_head: 0}", "{}")), JULY, branches=True)
    assert found.problems == ()
    assert not found.sound


def test_a_month_that_is_none_is_a_usage_error() -> None:
    assert run(check_pack, "sample", "--on", "2024-13").exit_code == 2


def spoilt(pack: Pack, folder: Path, *changes: tuple[str, str]) -> Pack:
    """The pack with some words of its policy tests changed."""
    texts = {f.name: f.read_text("utf-8") for each in pack.tests for f in policy_files(each)}
    for old, new in changes:
        assert any(old in text for text in texts.values())
        texts = {name: text.replace(old, new) for name, text in texts.items()}
    for name, text in texts.items():
        (folder / name).write_text(text, "utf-8")
    return replace(pack, tests=(folder,))


def test_a_failed_policy_test_names_file_line_case_and_difference(tmp_path: Path) -> None:
    [problem] = examine(spoilt(SAMPLE, tmp_path, ("amount: 720", "amount: 721")), JULY).problems
    assert problem.where.startswith("family.policy.yaml:3 人均收入低于标准")
    assert problem.what == "family_allowance.amount: expected 721, found 720.00"


def test_a_policy_test_that_cannot_be_read_is_a_problem(tmp_path: Path) -> None:
    problems = examine(spoilt(SAMPLE, tmp_path, ("savings: 3000", "saving: 3000")), JULY).problems
    assert "did you mean savings" in problems[0].what


def test_a_programme_without_a_refusal_is_a_problem(tmp_path: Path) -> None:
    none = ("eligible: yes, entitled: no}", "eligible: yes}"), ("care_allowance: {entitled: no, ", "care_allowance: {")
    found = examine(spoilt(SAMPLE, tmp_path, *none), JULY)
    assert [p.where for p in found.problems] == ["care_allowance"]
    assert "entitled: no" in found.problems[0].what


def test_a_pack_whose_law_cannot_be_read_is_a_problem() -> None:
    def broken() -> LawBook:
        raise LawFileError("law.yaml", 3, "parameters", "it is empty", "write them")

    [problem] = examine(replace(SAMPLE, law=broken), JULY).problems
    assert problem.what == "law.yaml:3: parameters: it is empty; write them"


def test_a_community_without_street_is_a_problem() -> None:
    def lost() -> Places:
        return replace(SAMPLE.places(), communities={990199001001: "无名社区"})

    [problem] = examine(replace(SAMPLE, places=lost), JULY).problems
    assert problem.what == "there is no street 990199001"


def test_rules_that_no_test_reaches_are_named(tmp_path: Path) -> None:
    (tmp_path / "few.policy.yaml").write_text("cases: []\n", "utf-8")
    found = examine(replace(SAMPLE, tests=(tmp_path,)), JULY)
    assert "age_amount" in found.unreached
    assert len(found.problems) == len(SAMPLE.programmes)


# new-pack


def test_a_new_pack_passes_its_own_tests(tmp_path: Path) -> None:
    folder, place = tmp_path / "yihu-hai-bin", tmp_path / "installed"
    assert run(new_pack, "hai_bin", "--out", str(folder), "--zh", "海滨市", "--en", "Haibin").exit_code == 0
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-build-isolation", "--no-index"]
    subprocess.run([*pip, "--target", str(place), str(folder)], check=True, capture_output=True)
    environment = {**os.environ, "PYTHONPATH": str(place)}
    tests = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-p", "no:randomly", str(folder)]
    done = subprocess.run(tests, cwd=folder, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout
    texts = folder / "src/yihu_hai_bin/texts"
    for words in (
        ["check-pack", "hai_bin", "--branches"],
        ["law", "--check", "--pack", "hai_bin", "--texts", str(texts)],
    ):
        yihu = [str(Path(sys.executable).with_name("yihu")), *words, "--json"]
        checked = subprocess.run(yihu, env=environment, capture_output=True, text=True)
        assert checked.returncode == 0, checked.stderr
        found = json.loads(checked.stdout)
        assert (found["pack"], found["problems"]) == ("hai_bin", [])


def test_a_new_pack_names_its_city_and_not_the_template(tmp_path: Path) -> None:
    write(SAMPLE, tmp_path / "new", "haibin", "海滨市", "Haibin")
    new = tmp_path / "new"
    texts = {f.relative_to(new).as_posix(): f.read_text("utf-8") for f in new.rglob("*") if f.is_file()}
    assert {name for name, text in texts.items() if "yihu_sample" in text or "云溪" in text or "Yunxi" in text} == set()
    assert 'id="haibin"' in texts["src/yihu_haibin/__init__.py"]
    assert "template" not in texts["src/yihu_haibin/__init__.py"]
    assert 'id="haibin:day_care"' in texts["src/yihu_haibin/domains/day_care/__init__.py"]


def test_a_folder_that_exists_is_not_touched(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    result = run(new_pack, "haibin", "--out", str(tmp_path / "mine"))
    assert result.exit_code == 1
    assert "--out" in result.stderr
    assert list((tmp_path / "mine").iterdir()) == []


@pytest.mark.parametrize("name", ["Haibin", "hai-bin", "1st", "class", "../x"])
def test_a_name_that_cannot_be_a_pack_is_a_usage_error(name: str, tmp_path: Path) -> None:
    result = run(new_pack, name, "--out", str(tmp_path / "new"))
    assert result.exit_code == 2
    assert list(tmp_path.iterdir()) == []


def test_nothing_half_written_stays(tmp_path: Path) -> None:
    (tmp_path / "new.half").write_text("in the way", "utf-8")
    with pytest.raises(FileExistsError):
        write(SAMPLE, tmp_path / "new", "haibin", "海滨市", "Haibin")
    assert not (tmp_path / "new").exists()
