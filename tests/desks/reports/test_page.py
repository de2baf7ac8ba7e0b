"""Every page: one file, strict policy, headings in order, tables under charts, nothing of the data run as code."""

from __future__ import annotations

import base64
import hashlib
import itertools
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from tests.desks.reports.samples import (
    JULY,
    POOR,
    UNSURE,
    burial_money,
    comparison,
    evaluated,
    family,
    pack,
    read,
    reform,
    report,
    result,
    said,
)
from yihu.desks.reports import page as shell
from yihu.desks.reports import reform_page, run_page
from yihu.desks.reports.family import family_page
from yihu.desks.reports.page import asset, styles
from yihu.desks.reports.texts import TEXTS
from yihu.desks.reports.texts_case import CASE
from yihu.engines.rules.book import Rulebook

PAGES = ("family", "unsure", "report", "months", "reform")
BAD = "<script>alert(1)</script>"


def made(name: str) -> str:
    makers: dict[str, Callable[[], str]] = {
        "family": lambda: family(POOR),
        "unsure": lambda: family(UNSURE),
        "report": report,
        "months": lambda: report(months=2),
        "reform": reform,
    }
    return makers[name]()


def policy(page: str) -> str:
    found = next(e for e in read(page).all("meta") if e.attributes.get("http-equiv") == "Content-Security-Policy")
    return str(found.attributes["content"])


def digest(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


@pytest.mark.parametrize("name", PAGES)
def test_the_policy_allows_exactly_the_inlined_bytes(name: str) -> None:
    page = made(name)
    inlined = re.findall(r"<style>(.*?)</style>", page, re.S) + re.findall(r"<script>(.*?)</script>", page, re.S)
    assert sorted(re.findall(r"'sha256-[^']+'", policy(page))) == sorted(digest(text) for text in inlined)


@pytest.mark.parametrize("name", PAGES)
def test_the_policy_starts_from_nothing(name: str) -> None:
    assert policy(made(name)).startswith("default-src 'none'; ")
    assert "unsafe" not in policy(made(name))


@pytest.mark.parametrize("name", PAGES)
def test_nothing_is_loaded_and_nothing_is_styled_in_place(name: str) -> None:
    for element in read(made(name)).elements:
        assert not {"src", "style", "onclick", "srcset", "action"} & element.attributes.keys()
        assert element.name not in ("link", "img", "iframe", "form", "base")


@pytest.mark.parametrize("name", ["family", "unsure"])
def test_the_page_of_a_family_has_no_script_at_all(name: str) -> None:
    assert read(made(name)).all("script") == []
    assert "script-src" not in policy(made(name))


@pytest.mark.parametrize("name", PAGES)
def test_headings_go_down_one_step_at_a_time_from_one_h1_in_each_language(name: str) -> None:
    levels: dict[str, list[int]] = {"zh-Hans": [], "en": []}
    lang = ""
    for element in read(made(name)).elements:
        if element.name == "article":
            lang = str(element.attributes["lang"])
        if re.fullmatch(r"h[1-6]", element.name):
            levels[lang].append(int(element.name[1]))
    for found in levels.values():
        assert found[0] == 1
        assert found.count(1) == 1
        assert all(after - before <= 1 for before, after in itertools.pairwise(found))


@pytest.mark.parametrize("name", PAGES)
def test_chinese_comes_first_and_english_is_complete(name: str) -> None:
    page = read(made(name))
    assert page.all("html")[0].attributes["lang"] == "zh-Hans"
    chinese, english = page.all("article")
    assert (chinese.attributes["lang"], english.attributes["lang"]) == ("zh-Hans", "en")
    for tag in ("section", "h2", "h3", "table", "tr", "figure", "details"):
        count = [sum(e.name == tag and e.lang.startswith(lang) for e in page.elements) for lang in ("zh", "en")]
        assert count[0] == count[1], tag


@pytest.mark.parametrize("name", ["report", "months", "reform"])
def test_every_chart_says_what_it_shows_and_stands_before_a_table(name: str) -> None:
    elements = read(made(name)).elements
    charts = [i for i, e in enumerate(elements) if e.attributes.get("class") == "chart"]
    assert charts
    for at in charts:
        assert elements[at].attributes["role"] == "img"
        assert elements[at].attributes["aria-label"]
        following = [e.name for e in elements[at:] if e.name in ("table", "section")]
        assert following[0] == "table"


@pytest.mark.parametrize("name", PAGES)
def test_tables_have_captions_and_heads_of_rows_and_columns(name: str) -> None:
    page = read(made(name))
    assert len(page.all("caption")) == len(page.all("table"))
    assert all(e.attributes.get("scope") in ("col", "row") for e in page.all("th"))
    assert all(not e.text.strip() or e.text.strip() for e in page.all("td"))


@pytest.mark.parametrize("name", PAGES)
def test_no_code_or_unit_of_the_program_shows_in_the_chinese_text(name: str) -> None:
    shown = said(made(name))
    for word in (
        "CNY",
        "month",
        "None",
        "cannot_tell",
        "family_allowance",
        "import",
        "kernel",
        "not_in_force",
        "undefined",
    ):
        assert word not in shown, word


def test_a_script_in_a_label_of_the_pack_stays_text() -> None:
    bad = replace(pack().programmes[0], zh=BAD, en=BAD, cites=BAD, note=(BAD, BAD), amount=burial_money)
    book = Rulebook(pack().root, pack().law(), (bad,))
    page = family_page(evaluated({**POOR}, book=book))
    assert BAD not in page
    assert page.count("&lt;script&gt;") > 4


def test_a_script_in_the_name_of_a_reform_stays_text_in_page_and_chart() -> None:
    found = comparison()
    bad = replace(found, zh=BAD, districts={c: replace(d, zh=f"{BAD}{c}") for c, d in found.districts.items()})
    page = reform_page(bad, pack())
    assert BAD not in page
    assert "\\u003cscript\\u003e" in page


def test_without_the_chart_library_the_page_is_complete_and_says_how_to_get_charts() -> None:
    page = run_page(result(), pack(), scripts=())
    assert read(page).all("script") == []
    assert "figure" not in {e.name for e in read(page).elements}
    assert "make run" in said(page)
    assert len(read(page).all("table")) == len(read(report()).all("table"))


def test_an_asset_that_would_end_its_element_is_refused() -> None:
    with pytest.raises(ValueError, match="</style"):
        shell._inline("p { } </STYLE>", "</style")


def test_styles_need_no_recent_browser() -> None:
    text = str(styles("family.css", "report.css"))
    assert not re.search(r"@layer|:has\(|&\s|url\(|@import", text)


def test_every_text_is_there_in_both_languages_and_chinese_has_no_english_words() -> None:
    allowed = {"make", "run", "DuckDB", "Spark", "n", "zh"}
    for key, (zh, en) in TEXTS.items():
        assert zh, key
        assert en, key
        words = set(re.findall(r"[A-Za-z]+", re.sub(r"\{\w+\}", "", zh)))
        assert words <= allowed, key


def test_both_languages_of_a_text_take_the_same_values() -> None:
    for key, (zh, en) in TEXTS.items():
        assert set(re.findall(r"\{(\w+)\}", zh)) == set(re.findall(r"\{(\w+)\}", en)), key


def test_every_text_is_used() -> None:
    folder = Path(shell.__file__).parent
    source = "".join(
        p.read_text("utf-8") for p in [*folder.glob("*.py"), *folder.glob("templates/*.j2")] if "texts" not in p.name
    )
    made_up = {"engine_", "means_", "cannot_", "ended_", "above_", "short_", "paid_", "raise_", "case_", "programme_"}
    unused = [key for key in TEXTS if f'"{key}"' not in source and not any(key.startswith(start) for start in made_up)]
    assert unused == []


def test_texts_about_another_case_stand_in_for_those_about_a_family() -> None:
    assert set(CASE) <= set(TEXTS)
    assert all(pair != TEXTS[key] for key, pair in CASE.items())


def test_the_month_of_the_law_stands_on_every_page() -> None:
    assert JULY.year == 2024
    for name in PAGES:
        assert "2024年7月" in said(made(name))


def test_static_files_are_known() -> None:
    assert asset("tokens.css")
    assert asset("nothing.css") is None
