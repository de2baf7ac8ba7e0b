"""Beijing's rules cite what exists: always by name, and against the official texts wherever these are in hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from yihu.law_check import LawReport, check, uncited
from yihu.pack import find_pack

TOP = Path(__file__).resolve().parents[3]
TEXTS = TOP.parent / "shared" / "policy"
SOURCES = TEXTS / "sources"

here = pytest.mark.skipif(not SOURCES.is_dir(), reason="the official texts are not part of the project")


@pytest.fixture(scope="module")
def report() -> LawReport:
    texts = {file.name: file.read_text("utf-8") for file in SOURCES.glob("*.txt")}
    notes = "\n".join(file.read_text("utf-8") for file in (TEXTS / "facts.md", TEXTS / "corrections.md"))
    return check(find_pack("beijing"), texts, notes)


def test_every_citation_names_a_known_document_and_a_readable_place() -> None:
    beijing = find_pack("beijing")
    assert [problem for part in (beijing, *beijing.domains) for problem in uncited(part)] == []


@here
def test_every_article_word_and_figure_stands_in_its_text(report: LawReport) -> None:
    assert report.problems == []


@here
def test_every_official_figure_stands_in_the_article_that_it_cites(report: LawReport) -> None:
    assert report.elsewhere == []


@here
def test_every_text_was_held_against_the_pack(report: LawReport) -> None:
    used = {row.document.text for row in report.rows.values()}
    marked = {d.text for d in find_pack("beijing").law().documents.values() if d.not_a_programme}
    assert used | marked >= {file.name for file in SOURCES.glob("*.txt")}
