"""The law of a pack is held against texts: places, words, figures, and texts that nothing uses. The city is made up."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from yihu.engines.rules import Entity, Money, OneOf, ParameterSet, Programme, fact, rule
from yihu.engines.rules.law import LawBook
from yihu.engines.rules.reform import Reading
from yihu.law_check import LawReport, check, uncited
from yihu.pack import Pack, Places

YAML = """\
documents:
  aid:
    number: 某民发〔2024〕1号
    zh: 某市补助办法
    en: Measures for aid
    text: aid.txt
    text_status: read
  old:
    number: 某民发〔2010〕1号
    zh: 旧办法
    en: Former measures
    text_status: cited
  words:
    number: 某民发〔2024〕2号
    zh: 关于用语的说明
    en: What words mean
    text: words.txt
    text_status: read
    not_a_programme: {zh: 只解释用语, en: only explains words}
parameters:
  line:
    zh: 标准
    en: standard
    type: money
    unit: CNY/month
    places: 2
    after_last: holds
    checked: 2026-11-24
    values:
      - {from: 2010-01, value: 800, document: old, confidence: reported}
      - {from: 2024-01, value: 1450, document: aid, article: 二, confidence: official}
  age:
    zh: 年龄
    en: age
    type: count
    unit: year
    after_last: holds
    checked: 2026-11-24
    values:
      - {from: 2024-01, value: 60, document: aid, article: 一(一), confidence: official}
  old_known:
    zh: 旧办法已收集
    en: former measures in hand
    type: yes_no
    unit: ''
    after_last: holds
    checked: 2026-11-24
    values:
      - {from: 2024-01, value: no, document: aid, article: 一, confidence: official}
"""
TEXT = """\
一、对象
(一)年满六十周岁的老年人；
(二)其家庭月收入低于补助标准的。
二、标准
每人每月1,450元。
"""
TEXTS = {"aid.txt": TEXT, "words.txt": "一、老年人，是指年满六十周岁的人。"}
NOTES = "2010 年标准 800 元（报道）。"


class Home(Entity):
    age: int = fact(zh="年龄", en="age", unit="year", high=150)
    wage: Money = fact(zh="工资", en="wage", unit="CNY/month", high=100_000)


class Law(ParameterSet):
    line: Money
    age: int
    old_known: bool


@rule(cites="某民发〔2024〕1号 一(一)", zh="老年人", words="年满六十周岁的老年人")
def old(home: Home, law: Law) -> bool:
    return home.age >= law.age


@rule(cites="某民发〔2024〕1号 一(一)、(二)", zh="符合条件", words=("老年人", "低于补助标准的"))
def eligible(home: Home, law: Law) -> bool:
    return old(home, law) and home.wage < law.line


@rule(cites="某民发〔2024〕1号 二", zh="金额", unit="CNY/month", words="每人每月")
def amount(home: Home, law: Law) -> Money:
    return law.line


@rule(cites="某民发〔2010〕1号 三", zh="旧办法的条件", words="旧文中的词")
def formerly(home: Home, law: Law) -> bool:
    return home.age >= law.age


@rule(cites="按年龄分组，非法定", zh="分组")
def group(home: Home, law: Law) -> bool:
    return home.age >= law.age


AID = Programme(id="aid", of=Home, zh="补助", en="aid", eligible=eligible, amount=amount, cites="某民发〔2024〕1号")


def no_places() -> Places:
    return Places({}, {}, {}, "", {})


def pack_of(programme: Programme = AID, yaml: str = YAML) -> Pack:
    def law() -> LawBook[Law]:
        return Law.read([("made.yaml", yaml)])

    return Pack("made", "某市", "Madeup", Home, law, (programme,), (), no_places, (), answers=(group,))


def checked(pack: Pack, texts: Mapping[str, str] = TEXTS, notes: str = NOTES) -> LawReport:
    return check(pack, texts, notes)


def problem_of(report: LawReport) -> str:
    [problem] = report.problems
    return f"{problem.where}: {problem.what}"


def test_a_pack_that_says_what_its_texts_say_has_no_problem() -> None:
    found = checked(pack_of())
    assert found.problems == []
    assert (found.rules, found.rules_not_in_hand) == (3, 0)
    row = found.rows["aid"]
    assert (row.rules, row.words, row.figures) == (3, 4, 2)
    assert row.places == {"一", "一(一)", "一(二)", "二", "正文"}
    assert (found.values, found.noted, found.derived, found.not_programmes) == (4, 1, 0, 1)
    assert found.elsewhere == []


# places and words


def test_a_place_that_the_text_does_not_have_is_a_problem() -> None:
    found = checked(pack_of(), {**TEXTS, "aid.txt": TEXT.replace("(二)", "(三)")})
    assert "某民发〔2024〕1号 一(二) is not in aid.txt; there is (一)、(三)" in found.problems[0].what
    assert found.problems[0].where.endswith(" eligible")


def test_words_must_stand_in_the_cited_place_and_the_error_tells_where_they_stand() -> None:
    moved = TEXT.replace("其家庭月收入低于补助标准的。", "").replace("每人每月", "低于补助标准的每人每月")
    found = problem_of(checked(pack_of(), {**TEXTS, "aid.txt": moved}))
    assert "the words “低于补助标准的” do not stand in the cited article; they stand in 某民发〔2024〕1号 二" in found


def test_words_that_stand_nowhere_are_to_be_written_as_the_article_has_them() -> None:
    found = problem_of(checked(pack_of(), {**TEXTS, "aid.txt": TEXT.replace("低于", "不高于")}))
    assert "write them exactly as they stand in the article" in found


def test_words_broken_by_a_line_stand() -> None:
    assert checked(pack_of(), {**TEXTS, "aid.txt": TEXT.replace("六十周岁", "六十\n　周岁")}).problems == []


def test_a_rule_of_a_text_in_hand_needs_words() -> None:
    @rule(cites="某民发〔2024〕1号 一(一)", zh="符合条件")
    def silent(home: Home, law: Law) -> bool:
        return home.age >= law.age

    found = checked(pack_of(replace(AID, eligible=silent)))
    assert problem_of(found).endswith("give words='…' as they stand there")


def test_a_rule_of_a_text_not_in_hand_is_counted() -> None:
    found = checked(pack_of(replace(AID, eligible=formerly)))
    assert found.problems == []
    assert (found.rules, found.rules_not_in_hand, found.words_not_in_hand) == (2, 1, 1)


def test_words_may_stand_in_a_cited_text_that_is_not_in_hand() -> None:
    @rule(cites="某民发〔2024〕1号 一(一)；某民发〔2010〕1号 三", zh="符合条件", words=("老年人", "旧文中的词"))
    def both(home: Home, law: Law) -> bool:
        return home.age >= law.age

    found = checked(pack_of(replace(AID, eligible=both)))
    assert (found.problems, found.words_not_in_hand) == ([], 1)


def test_rules_of_a_reading_are_checked_too() -> None:
    pack = replace(pack_of(replace(AID, eligible=old)), readings=(Reading("1-x", "另读", "other", {old: formerly}),))
    assert checked(pack).rules_not_in_hand == 1


# figures


@pytest.mark.parametrize(
    ("written", "instead", "problem"),
    [
        ("value: 1450", "value: 1500", "made.yaml:31 line: 1500 does not stand in aid.txt"),
        (
            "value: 800",
            "value: 810",
            "made.yaml:30 line: 810 (reported) stands in no text in hand; say in note: where it is from",
        ),
        ("article: 一(一)", "article: 一(四)", "made.yaml:40 age: 一(四) is not in aid.txt; there is (一)、(二)"),
        ("article: 一(一)", "article: 第一页", "is no place in a document"),
    ],
)
def test_a_figure_stands_in_its_text_or_in_the_notes(written: str, instead: str, problem: str) -> None:
    found = checked(pack_of(yaml=YAML.replace(written, instead)))
    assert problem in problem_of(found)


def test_a_figure_of_another_article_is_told() -> None:
    found = checked(pack_of(yaml=YAML.replace("article: 二", "article: 一")))
    assert found.problems == []
    assert [each.what for each in found.elsewhere] == ["1450 stands in the text, but not in 一"]


def test_a_figure_with_a_note_may_stand_nowhere() -> None:
    noted = YAML.replace("confidence: reported}", "confidence: derived, note: {zh: 推算, en: derived}}").replace(
        "800", "810"
    )
    assert checked(pack_of(yaml=noted)).derived == 1


def test_none_and_the_whole_need_no_figure_where_a_note_says_so() -> None:
    none = YAML.replace("value: 60, document: aid, article: 一(一), confidence: official", "value: 0, document: aid, article: 二, "
                        "confidence: official, note: {zh: 未规定, en: none is named}")  # fmt: skip
    assert checked(pack_of(yaml=none)).problems == []


# texts


def test_a_text_that_no_document_names_is_a_problem() -> None:
    found = checked(pack_of(), {**TEXTS, "new.txt": "一、"})
    assert problem_of(found) == "new.txt: no document of the pack is this text; add it under documents: with text:"


def test_a_text_that_nothing_cites_is_a_programme_to_write_or_says_that_it_is_none() -> None:
    unmarked = YAML.replace("    not_a_programme: {zh: 只解释用语, en: only explains words}\n", "")
    found = problem_of(checked(pack_of(yaml=unmarked)))
    assert found.startswith("words.txt: no programme rests on it; write the programme, or not_a_programme:")


# without the texts


def test_citations_are_read_without_any_text() -> None:
    assert uncited(pack_of()) == []


@pytest.mark.parametrize(
    ("cites", "problem"),
    [
        ("某民发〔2024〕3号", "no document 某民发〔2024〕3号; did you mean"),
        ("某民发〔2024〕1号 第一页", "is no place in a document"),
        ("", "the citation is empty"),
    ],
)
def test_a_citation_of_nothing_known_is_a_problem_of_the_pack(cites: str, problem: str) -> None:
    [found] = uncited(pack_of(replace(AID, cites=cites)))
    assert found.where == "programme aid"
    assert problem in found.what


def test_the_citation_of_a_choice_is_read() -> None:
    other = replace(AID, id="other")
    pack = replace(pack_of(), programmes=(AID, other), groups=(OneOf((AID, other), cites="某办法 一"),))
    [found] = uncited(pack)
    assert found.where == "choice of aid and other"


def test_a_text_of_which_only_an_unused_value_comes_is_a_programme_to_write() -> None:
    only = YAML.replace("    not_a_programme: {zh: 只解释用语, en: only explains words}\n", "").replace(
        "value: no, document: aid, article: 一,", "value: no, document: words, article: 一,"
    )
    assert problem_of(checked(pack_of(yaml=only))).startswith("words.txt: no programme rests on it")
