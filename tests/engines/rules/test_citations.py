"""What a rule cites: documents by number or title, places with inherited prefixes, and errors that say what to write."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yihu.engines.rules.citations import CitationError, citations, cited, linked, pages
from yihu.engines.rules.parameters import Document

ELDERS = Document("elders", "京民养老发〔2019〕160号", "老年人补贴办法", "Measures", url="https://example.cn/160")
DISABLED = Document("disabled", "京民福发〔2016〕434号", "残疾人补贴办法", "Measures")
STANDARD = Document("gbt", "GB/T 42195-2022", "老年人能力评估规范", "Standard")
CODE = Document("code", "国家主席令第四十五号", "中华人民共和国民法典", "Civil Code")
KNOWN = (ELDERS, DISABLED, STANDARD, CODE)

READ = [
    ("京民养老发〔2019〕160号", ["京民养老发〔2019〕160号"]),
    ("京民养老发〔2019〕160号 二(一)1、2", ["京民养老发〔2019〕160号 二(一)1", "京民养老发〔2019〕160号 二(一)2"]),
    ("京民养老发[2019]160号二（一）", ["京民养老发〔2019〕160号 二(一)"]),
    (
        "京民养老发〔2019〕160号 三；京民福发〔2016〕434号 第三条2",
        ["京民养老发〔2019〕160号 三", "京民福发〔2016〕434号 第三条2"],
    ),
    ("中华人民共和国民法典 第一千零四十七条", ["国家主席令第四十五号 第1047条"]),
    ("GB/T 42195-2022 5.2、附录C", ["GB/T 42195-2022 5.2", "GB/T 42195-2022 附件C"]),
    ("京民养老发〔2019〕160号 正文", ["京民养老发〔2019〕160号"]),
    ("分组，非法定", []),
]


@pytest.mark.parametrize(("written", "read"), READ)
def test_a_citation_names_documents_and_places(written: str, read: list[str]) -> None:
    assert [str(each) for each in citations(written, KNOWN)] == read


@pytest.mark.parametrize(
    ("written", "advice"),
    [
        ("京民养老发〔2019〕161号 二", "no document 京民养老发〔2019〕161号; did you mean 京民养老发〔2019〕160号"),
        ("某某办法 二", "no document 某某办法; add it under documents:"),
        ("", "the citation is empty"),
        ("京民养老发〔2019〕160号 二；", "the citation is empty"),
        ("京民养老发〔2019〕160号 第二页", "is no place in a document; write it as"),
        ("京民养老发〔2019〕160号 二，三", "is no place in a document"),
    ],
)
def test_what_cannot_be_read_says_what_to_write(written: str, advice: str) -> None:
    with pytest.raises(CitationError, match=advice):
        citations(written, KNOWN)


def test_the_longest_name_wins() -> None:
    longer = Document("later", "京民养老发〔2019〕160号补", "补充", "Supplement")
    assert citations("京民养老发〔2019〕160号补 一", (ELDERS, longer))[0].document is longer


def test_documents_are_named_once_and_unreadable_citations_name_none() -> None:
    assert cited("京民养老发〔2019〕160号 二、三；中华人民共和国民法典", KNOWN) == (ELDERS, CODE)
    assert cited("某某办法 二", KNOWN) == ()


def test_a_document_with_a_page_is_a_link() -> None:
    written = "京民养老发〔2019〕160号 二；京民福发〔2016〕434号 第三条"
    assert linked(written, pages(KNOWN)) == (
        ("京民养老发〔2019〕160号", "https://example.cn/160"),
        (" 二；", ""),
        ("京民福发〔2016〕434号 第三条", ""),
    )


@given(st.text("京民养老发〔2019〕160号二三(一)1、；;第条附件 ", max_size=30))
def test_any_text_is_read_or_refused_and_its_pieces_say_it_again(written: str) -> None:
    with suppress(CitationError):
        citations(written, KNOWN)
    assert "".join(text for text, _ in linked(written, pages(KNOWN))) == written
