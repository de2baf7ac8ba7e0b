"""``yihu law --check``: the table, the problems with file and line, and what it says where there is nothing to check against."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.command import yihu


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    """A folder of texts with one text of the Beijing pack: the notice of 2024, made up to hold the figures it names."""
    folder = tmp_path / "texts"
    (folder / "sources").mkdir(parents=True)
    made = "一、本市低保标准从每人每月1395元调整为1450元。\n二、经费。\n三、新标准从2024年7月施行。\n"
    (folder / "sources" / "bj-2024-minimum-living-allowance.txt").write_text(made, "utf-8")
    return folder


def test_without_texts_nothing_is_checked_and_it_says_so(tmp_path: Path) -> None:
    done = yihu("law", "--check", "--pack", "beijing", cwd=tmp_path)
    assert done.returncode == 0
    assert "没有核对" in done.stdout
    assert "--texts" in done.stdout
    said = yihu("law", "--check", "--pack", "beijing", "--json", cwd=tmp_path)
    assert json.loads(said.stdout) == {"checked": False}


def test_a_folder_that_was_named_and_is_not_there_is_a_failure(tmp_path: Path) -> None:
    done = yihu("law", "--check", "--pack", "beijing", "--texts", tmp_path / "none", "--lang", "en")
    assert done.returncode == 1
    assert "Not checked" in done.stdout


def test_texts_of_another_city_are_not_held_against_the_pack(texts: Path) -> None:
    done = yihu("law", "--check", "--pack", "sample", "--texts", texts, "--lang", "en")
    assert (done.returncode, "holds none of the texts of sample" in done.stdout) == (0, True)


def test_counts_and_problems_are_shown_and_problems_fail(texts: Path) -> None:
    done = yihu("law", "--check", "--pack", "beijing", "--texts", texts)
    assert done.returncode == 1  # figures that only the notes hold, for there are no notes here
    assert "京民社救发〔2024〕80号" in done.stdout
    assert "dibao.yaml:" in done.stdout
    assert "个问题" in done.stdout


def test_a_program_reads_the_same_counts(texts: Path) -> None:
    data = json.loads(yihu("law", "--check", "--pack", "beijing", "--texts", texts, "--json").stdout)
    assert data["checked"] is True
    assert data["files"] == 1
    [document] = data["documents"]
    assert (document["number"], document["figures"]) == ("京民社救发〔2024〕80号", 3)
    assert {"where", "what"} == set(data["problems"][0])
