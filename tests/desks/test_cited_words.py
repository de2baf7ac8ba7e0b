"""Wherever an explanation cites a rule it shows the words that the rule carries out and leads to the document's page."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.command import yihu

FAMILY = """\
on: 2024-07
members:
  - relation: self
    birth: 1940-05-01
    hukou: beijing
    absence: none
"""
WORDS = "发放给80周岁及以上的老年人"
PAGE = "https://www.beijing.gov.cn/zhengce/zhengcefagui/201910/t20191028_454233.html"


@pytest.fixture(scope="module")
def family(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("family") / "family.yaml"
    file.write_text(FAMILY, "utf-8")
    return file


def steps(found: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for each in found:
        yield each
        yield from steps(each.get("steps", []))


def test_the_derivation_in_the_terminal_quotes_the_words(family: Path) -> None:
    said = yihu("assess", family, "--trace").stdout
    assert "".join(WORDS.split()) in "".join(said.replace("│", "").split())


def test_programs_read_the_words_of_every_step(family: Path) -> None:
    data = json.loads(yihu("assess", family, "--json").stdout)
    [answer] = [each for each in data["answers"] if each["programme"] == "elder_age"]
    found = {step["rule"]: step["words"] for step in steps(answer["trace"])}
    assert found["advanced_age"] == [WORDS]
    assert found["elder_age_amount"] == [
        "津贴标准为每人每月100元",
        "津贴标准为每人每月500元",
        "津贴标准为每人每月800元",
    ]


def test_the_page_quotes_the_words_and_links_the_document(family: Path, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    assert yihu("assess", family, "--html", page).returncode == 0
    text = page.read_text("utf-8")
    assert f"“{WORDS}”" in text
    assert f'<a href="{PAGE}" rel="noreferrer noopener">京民养老发〔2019〕160号</a> 二(三)' in text
