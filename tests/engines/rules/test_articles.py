"""The outline of an official text: numbering in all its forms, texts that lost their line breaks, annexes, paragraphs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yihu.engines.rules.articles import Outline, find, near, outline, squeezed, unmarked, where
from yihu.engines.rules.locators import Kind, LocError, Part, read_loc, read_locs, show_loc
from yihu.engines.rules.numerals import read_chinese, show_chinese

NOTICE = """\
某市门户网站
- [发文字号] 某民发 〔2024〕 1号
附件1：申请表 附件2：汇总表
各区民政局：
一、对象
具有本市户籍的老年人。
(一)困难老年人
1.80周岁及以上的；
2．领取补助的：（1）低保；（2）低收入。
（二）失能老年人。经评估为重度的。
二、标准
(一) 每人每月1,450元。
①按月发放；②不重复。
"""

MEASURES = """\
第一章 总则
第一条 本办法所称老年人。
第二章 补贴
第二条
困难老年人补贴：
（一）甲类；
（二）乙类。
　　前款所称乙类，不含已享受的。
第二条之一 另有规定的除外。
第三条 按照第二条规定执行。 第四条 自2024年起施行。
附件1
细则
第一条 细则第一条。
附件：
说明
一、填表
"""


def text_of(found: Outline, locator: str) -> str:
    """The words of a place."""
    span = find(found, read_loc(locator))
    assert span is not None, locator
    return found.text[slice(*span)].strip()


PLACES = [
    ("一(一)1", "1.80周岁及以上的；"),
    ("一（一）2（1）", "（1）低保；"),
    ("一(一)2(2)", "（2）低收入。"),
    ("一(二)", "（二）失能老年人。经评估为重度的。"),
    ("二(一)①", "①按月发放；"),
    ("二(一)②", "②不重复。"),
    ("二(一)第一款", "每人每月1,450元。\n①按月发放；②不重复。"),
]


@pytest.mark.parametrize(("locator", "words"), PLACES)
def test_every_form_of_numbering_is_found(locator: str, words: str) -> None:
    assert text_of(outline(NOTICE), locator) == words


def test_the_names_of_annexes_at_the_head_of_a_page_begin_none() -> None:
    assert find(outline(NOTICE), read_loc("附件1")) is None
    assert text_of(outline(NOTICE), "一").startswith("一、对象")


ARTICLES = [
    ("第一条", "第一条 本办法所称老年人。"),
    ("第二条(一)", "（一）甲类；"),
    ("第二条第（二）项", "（二）乙类。\n　　前款所称乙类，不含已享受的。"),
    ("第二条第一款(一)", "（一）甲类；"),
    ("第二条第二款", "前款所称乙类，不含已享受的。"),
    ("第二条之一", "第二条之一 另有规定的除外。"),
    ("第三条", "第三条 按照第二条规定执行。"),
    ("第四条", "第四条 自2024年起施行。"),
    ("第二章第三条", "第三条 按照第二条规定执行。"),
    ("附件1 第一条", "第一条 细则第一条。"),
    ("附件1第一条", "第一条 细则第一条。"),
]


@pytest.mark.parametrize(("locator", "words"), ARTICLES)
def test_articles_are_found_through_chapters_and_below_annexes(locator: str, words: str) -> None:
    assert text_of(outline(MEASURES), locator) == words


def test_a_measure_below_an_annex_without_number_needs_no_annex_in_the_locator() -> None:
    assert text_of(outline(MEASURES), "一") == "一、填表"


@pytest.mark.parametrize("locator", ["第九条", "第二条(三)", "附件2", "附件1 第二条", "第一条第四款", "三"])
def test_a_place_that_is_not_there_is_none(locator: str) -> None:
    assert find(outline(MEASURES), read_loc(locator)) is None


def test_near_says_what_stands_there_instead() -> None:
    assert near(outline(MEASURES), read_loc("第二条(三)")) == "(一)、(二)"
    assert near(outline(MEASURES), read_loc("附件1 第二条")) == "第一条"
    assert near(outline(NOTICE), read_loc("表1")) == "nothing of the kind"


def test_a_reference_within_a_sentence_is_no_article() -> None:
    found = outline("第一条 按照第二条和附件1办理，残疾等级为一、二级的，不按第三条。\n第二条 施行。")
    assert [str(n.part) for n in found.root.children] == ["第一条", "第二条"]


def test_a_whole_text_is_the_empty_locator() -> None:
    assert find(outline("无编号的通告。"), read_loc("正文")) == (0, 7)
    assert show_loc(()) == "正文"


def test_marks_are_no_figures() -> None:
    found = outline(NOTICE)
    span = find(found, read_loc("一(一)1"))
    assert span is not None
    assert unmarked(found, span).strip() == "80周岁及以上的；"


def test_words_are_found_across_lines_and_their_place_is_told() -> None:
    found = outline("一、对象\n老年\n 人。\n(一)困难的\n二、标准")
    assert squeezed("老年\u200b\n 人") == "老年人"
    assert show_loc(where(found, "老年人") or ()) == "一"
    assert show_loc(where(found, "困难的") or ()) == "一(一)"
    assert where(found, "没有") is None


# locators

INHERITED = [
    ("二(一)1、2", ["二(一)1", "二(一)2"]),
    ("九(一)、(二)、十(二)", ["九(一)", "九(二)", "十(二)"]),
    ("十二(一)1、3、(三)", ["十二(一)1", "十二(一)3", "十二(三)"]),
    ("附件2 三(一)、四、附件3", ["附件2 三(一)", "附件2 四", "附件3"]),
    ("第一条、第九条(四)1", ["第一条", "第九条(四)1"]),
    ("第十条第二款、第三款", ["第十条第二款", "第十条第三款"]),
    ("十(三)2（1）、⑵", ["十(三)2(1)", "十(三)2(2)"]),
    ("二、㈠", ["二", "二(一)"]),
    ("5.2、附录C、B.3.1 a)", ["5.2", "附件C", "附件C B.3.1a)"]),
    ("表1", ["表1"]),
    ("第12条", ["第十二条"]),
]


@pytest.mark.parametrize(("written", "read"), INHERITED)
def test_a_later_locator_inherits_the_prefix(written: str, read: list[str]) -> None:
    assert [show_loc(loc) for loc in read_locs(written)] == read


@pytest.mark.parametrize(
    ("written", "advice"),
    [
        ("二(一)、", "missing beside 、"),
        ("2018年", "is no place in a document; write it as"),
        ("十(三)2(1)(2)", r"\(2\) cannot stand below \(1\); join two places with 、"),
        ("1(一)", r"\(一\) cannot stand below 1"),
    ],
)
def test_an_unreadable_locator_says_what_to_write(written: str, advice: str) -> None:
    with pytest.raises(LocError, match=advice):
        read_locs(written)


def test_the_text_of_a_locator_reads_back() -> None:
    for _, shown in INHERITED:
        for each in shown:
            assert show_loc(read_loc(each)) == each


# numerals


@given(st.integers(1, 99))
def test_numerals_read_back(number: int) -> None:
    assert read_chinese(show_chinese(str(number))) == number


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("一百〇五", 105),
        ("二〇一五", 2015),
        ("两千三百", 2300),
        ("十万", 100_000),
        ("三万二千", 32_000),
        ("一亿零五万", 100_050_000),
    ],
)
def test_larger_numerals(written: str, number: int) -> None:
    assert read_chinese(written) == number


# any text

MARKS = [
    "一、",
    "二、",
    "(一)",
    "（二）",
    "1.",
    "2．",
    "⑴",
    "①",
    "第一条 ",
    "第二条\n",
    "第一章",
    "附件1\n",
    "附件：",
    "表1 ",
]
TEXTS = st.lists(st.sampled_from([*MARKS, "甲", "80", "。", "；", "：", " ", "\n", "\u3000"]), max_size=40).map("".join)


@given(TEXTS)
def test_divisions_nest_in_order_and_none_is_lost(text: str) -> None:
    found = outline(text)
    for node in found.walk():
        assert 0 <= node.start <= node.head <= node.end <= len(text)
        starts = [child.start for child in node.children]
        assert starts == sorted(starts)
        assert all(child.rank > node.rank and node.head <= child.start for child in node.children)
        assert [child.end for child in node.children] == [*starts[1:], node.end][: len(starts)]


@given(TEXTS)
def test_the_first_division_of_its_name_is_found_where_it_stands(text: str) -> None:
    found = outline(text)
    seen: set[Part] = set()
    for node in found.root.children:
        assert node.part is not None
        if node.part not in seen and node.part.kind not in (Kind.CLAUSE,):
            seen.add(node.part)
            span = find(found, (node.part,))
            assert span is not None
            assert span[0] <= node.start


@given(TEXTS)
def test_words_that_stand_somewhere_are_placed_there(text: str) -> None:
    found = outline(text)
    for node in found.walk():
        words = squeezed(text[node.start : node.end])[:10]
        if words:
            assert where(found, words) is not None
