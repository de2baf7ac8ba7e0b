"""The page of a programme: what, who, how much, since when, by which law, worked out how, tested how; and its charts."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import cache
from itertools import pairwise
from pathlib import Path
from types import MappingProxyType

import pytest

from yihu.desks.reports import programme
from yihu.desks.reports.programme import DEFAULT, Pages
from yihu.desks.reports.programme_about import Subject
from yihu.desks.reports.programme_chart import ALIKE, MOST_SERIES, Chart, Line, Step, shared, svg
from yihu.desks.reports.programme_folder import folder, index, kind, since, stale
from yihu.desks.reports.programme_markdown import Markdown, escaped, referenced
from yihu.desks.reports.programme_view import ProgrammeView
from yihu.desks.reports.texts_programme import PROGRAMME
from yihu.engines.rules.parameters import Words
from yihu.engines.rules.wording import Lang
from yihu.pack import find_pack

MONEY = ("元/月", "yuan a month")


@cache
def pages(pack: str = "sample", on: date = DEFAULT) -> Pages:
    return Pages(find_pack(pack), on)


def subject(id: str, pack: str = "sample") -> Subject:
    return next(s for s in pages(pack).subjects() if s.id == id)


def view(id: str, pack: str = "sample", lang: Lang = "zh", on: date = DEFAULT) -> ProgrammeView:
    return pages(pack, on).view(subject(id, pack), lang)


def link(address: str) -> str:
    """A programme's page; nothing else has a place."""
    kind, _, rest = address.partition(":")
    return f"{rest}.md" if kind == "programme" else ""


def markdown(id: str, pack: str = "sample") -> str:
    return Markdown(link).page(pages(pack).page(subject(id, pack)), "README.md")


@cache
def files(pack: str) -> dict[str, str]:
    return folder(pages(pack), lambda _: link, "yihu programmes --out docs")


# what it is, who, how much


def test_a_page_begins_with_what_it_is_and_for_whom() -> None:
    about = {label: "".join(text for text, _ in content) for label, content in view("age_allowance").about}
    assert about["编号"] == "age_allowance"
    assert about["给谁"] == "家庭成员，逐个计算"
    assert about["多久发一次"] == "每月"
    assert about["施行"] == "2023年1月1日起"
    assert about["依据"] == "云民示〔2023〕2号 二、三"


def test_conditions_stand_with_their_rule_and_article() -> None:
    first, second = view("family_allowance").conditions
    assert first.says == "家庭月人均收入低于家庭生活补助标准（860元/月）"
    assert first.basis.cites == (("云民示〔2023〕1号 三、五", ""),)
    assert second.says == "存款在限额内"
    assert second.how is not None
    assert second.how.parts[0][1].startswith("存款不超过")


def test_a_condition_turned_round_says_which_rule_it_means() -> None:
    found = next(c for c in view("dibao", "beijing").conditions if c.meant)
    assert found.says == "没有完全赡养能力的义务人，不符合社会救助条件"
    assert found.meant == "有完全赡养能力的义务人，不符合社会救助条件"
    assert "“有完全赡养能力的义务人，不符合社会救助条件”指：" in markdown("dibao", "beijing")


def test_words_of_the_law_stand_with_the_citation() -> None:
    words = {w for c in view("elder_care", "beijing").conditions for w in c.basis.words}
    assert "具有本市户口" in words


def test_amounts_are_rows_with_the_sum_that_the_law_gives() -> None:
    found = view("age_allowance")
    assert [row.figure for row in found.amounts] == ["300元/月", "100元/月"]
    assert found.amounts[-1].when == "其他情形"


def test_an_amount_without_cases_is_one_formula() -> None:
    assert "家庭生活补助金额 ＝ （家庭生活补助标准（860元/月） － 家庭月人均收入） × 家庭成员人数" in markdown(
        "family_allowance"
    )


def test_what_is_chosen_against_another_programme_says_so_and_links_to_it() -> None:
    relation = view("age_allowance").relations[0]
    assert ("照护津贴", "programme:care_allowance") in relation
    assert "取金额高的一项" in "".join(text for text, _ in relation)
    assert "[照护津贴](care_allowance.md)" in markdown("age_allowance")


@pytest.mark.parametrize(
    ("id", "says"),
    [
        ("elder_hardship", "由本人选择"),
        ("unsupported_child", "不再享受"),
        ("tekun_basic", "享受那一项，不享受本项"),
        ("low_income", "符合下列任一项的，不享受本项"),
        ("dibao", "符合本项的，不享受"),
    ],
)
def test_every_relation_between_programmes_is_said(id: str, says: str) -> None:
    assert says in "\n".join("".join(text for text, _ in each) for each in view(id, "beijing").relations)


def test_a_service_names_what_is_given_in_place_of_a_sum() -> None:
    assert not view("legal_aid", "beijing").amounts
    assert "本项不发钱：无偿提供法律咨询" in markdown("legal_aid", "beijing")


def test_an_answer_of_a_domain_has_a_page_too() -> None:
    found = view("final_level", "beijing")
    assert found.finding
    assert found.amounts[0].gives == "完全失能"
    assert "判断结果，不是待遇" in markdown("final_level", "beijing")


# when


def test_the_month_is_the_wanted_one_or_the_nearest_in_force() -> None:
    assert subject("dibao", "beijing").month(date(2024, 7, 31)) == DEFAULT
    assert subject("temporary_urgent", "beijing").month(date(2020, 1, 1)) == date(2020, 8, 1)  # since 8 July 2020
    assert subject("elder_age", "beijing").month(date(2019, 9, 1)) == date(2019, 10, 1)
    assert subject("station_epidemic", "beijing").month(DEFAULT) == date(2020, 4, 1)  # until 1 May 2020


def test_another_month_tells_its_own_law() -> None:
    assert view("dibao", "beijing", on=date(2012, 7, 1)).month == "2012年7月"
    values = {row.name: row.value for row in view("dibao", "beijing", on=date(2012, 7, 1)).figures}
    assert (values["低保标准"], values["农村低保标准（全市最低）"]) == ("520元/月", "380元/月")


def test_figures_have_day_document_article_and_how_sure_they_are() -> None:
    rows = {row.name: row for row in view("family_allowance").figures}
    standard = rows["家庭生活补助标准"]
    assert (standard.value, standard.since, standard.sure) == ("860元/月", "2024-01-01", "官方")
    assert "".join(text for text, _ in standard.source) == "云民示〔2024〕1号 一"
    assert "24个月" in rows["人均存款限额（补助标准的倍数）"].note


def test_a_figure_from_memory_is_marked_wherever_it_stands() -> None:
    assert next(row for row in view("care_allowance").figures if row.recalled).sure == "待核实"
    page = markdown("care_allowance")
    assert "**待核实**" in page
    assert "**to be verified**" in page
    assert "还没有核对原文" in page


def test_a_sum_that_changed_has_its_whole_series_and_a_chart() -> None:
    found = view("family_allowance")
    [series] = found.series
    assert [(row.since, row.value) for row in series.rows] == [("2023-01-01", "800元/月"), ("2024-01-01", "860元/月")]
    assert [chart.file for chart in found.charts] == ["family_allowance.1.svg"]
    assert not view("age_allowance").charts  # nothing changed


def test_every_change_stands_by_day_with_its_document() -> None:
    begins, rises = view("family_allowance").events
    assert (begins.day, begins.changes) == ("2023-01-01", ("本项开始施行",))
    assert (rises.day, rises.changes) == ("2024-01-01", ("家庭生活补助标准 800元/月 → 860元/月",))
    assert rises.source == (("云民示〔2024〕1号", ""),)


def test_the_beginning_of_a_text_and_the_end_of_a_rule_are_changes() -> None:
    said = [change for event in view("dibao", "beijing").events for change in event.changes]
    assert "收集到的文本从这一天起适用" in said
    assert "不再：农村另定低保标准" in said


# tests and documents


def test_policy_tests_are_counted_and_some_are_shown_with_what_they_expect() -> None:
    found = view("family_allowance").cases
    assert found.total >= len(found.rows) > 3
    assert (found.rows[0].name[0], found.rows[0].expects) == ("人均收入低于标准，按差额发放", "享受，720元/月")
    assert re.fullmatch(r"tests:yihu_sample/[\w/]+\.policy\.yaml#L\d+", found.rows[0].name[1])
    assert "不享受" in {row.expects for row in found.rows}


def test_no_more_tests_are_shown_than_can_be_read_and_they_come_from_the_whole_file() -> None:
    found = view("dibao", "beijing").cases
    assert found.total > 100
    assert len(found.rows) == 12
    assert len({row.name[1].partition("#")[0] for row in found.rows}) > 2


def test_a_test_of_several_people_says_who_gets_what() -> None:
    rows = view("elder_care", "beijing").cases.rows
    assert any("家庭成员1：享受，600元/月；家庭成员2：" in row.expects for row in rows)


def test_a_test_in_another_reading_says_so() -> None:
    assert any("（另一读法018" in row.name[0] for row in view("final_level", "beijing").cases.rows)


def test_readings_that_lost_are_named_with_their_decision() -> None:
    readings = view("dibao", "beijing").readings
    assert ("0102", "decision:0102") in {piece for each in readings for piece in each}


def test_documents_have_number_title_day_and_whether_their_text_is_in_hand() -> None:
    documents = {row.number: row for row in view("dibao", "beijing").documents}
    found = documents["京民社救发〔2018〕445号"]
    assert found.title[1].startswith("http")
    assert found.state == "已收集"
    assert [row.issued for row in documents.values()] == sorted(row.issued for row in documents.values())


# Markdown


def test_both_languages_are_complete_and_chinese_comes_first() -> None:
    page = markdown("family_allowance")
    zh, en = page.split('<a id="english"></a>')
    assert zh.count("\n## ") == en.count("\n## ") > 6
    assert zh.count("\n| ") == en.count("\n| ")
    assert "[English](#english)" in zh
    assert not re.search(r"[a-z]{3,}", re.sub(r"\[.*?\]\(.*?\)|<br>|family_allowance\S*|\w+\.policy\.yaml", "", zh))


def test_the_pages_of_both_packs_are_tables_with_as_many_cells_as_heads() -> None:
    for pack in ("sample", "beijing"):
        for name, text in files(pack).items():
            cells = 0
            for line in text.splitlines() if name.endswith(".md") else ():
                if not line.startswith("|"):
                    cells = 0
                    continue
                found = len(re.findall(r"(?<!\\)\|", line))
                assert cells in (0, found), f"{name}: {line[:80]}"
                cells = found


def test_texts_cannot_break_a_table_or_become_code() -> None:
    assert escaped("a|b <i> *c* [d] e_f _g_\nh") == r"a\|b &lt;i> \*c\* \[d\] e_f \_g\_ h"


def test_an_address_is_written_once() -> None:
    page = referenced("[a](https://x.example/1) [b](https://x.example/2) [a](https://x.example/1) [c](d.md)")
    assert page.startswith("[a][1] [b][2] [a][1] [c](d.md)\n")
    assert page.count("https://x.example/1") == 1


def test_pages_are_the_same_every_time() -> None:
    again = folder(Pages(find_pack("sample")), lambda _: link, "yihu programmes --out docs")
    assert again == files("sample")


def test_every_programme_and_answer_has_a_page_and_stands_in_the_list() -> None:
    made = files("beijing")
    for each in pages("beijing").subjects():
        name = f"{each.folder}/{each.id}.md" if each.folder else f"{each.id}.md"
        assert name in made
        assert made["README.md"].count(f"]({name})") == 2


def test_links_between_pages_lead_to_pages() -> None:
    made = files("beijing")
    for name, text in made.items():
        at = name.rpartition("/")[0]
        for target in re.findall(r"\]\(([^)\s#]+\.(?:md|svg))", text) if name.endswith(".md") else ():
            path = target.removeprefix("../") if target.startswith("../") else f"{at}/{target}".lstrip("/")
            assert path in made, f"{name}: {target}"


def test_the_list_says_how_each_is_given() -> None:
    assert [kind(subject(id, "beijing"), "zh") for id in ("dibao", "legal_aid", "low_income", "void")] == [
        "每月",
        "服务或权利",
        "认定",
        "判断结果",
    ]
    assert since(subject("station_epidemic", "beijing")) == "2020-02-01 – 2020-05-01"


def test_the_list_says_why_some_documents_are_no_programme() -> None:
    sample = find_pack("sample")
    law = sample.law()
    [id, first], *_ = law.documents.items()
    nothing = replace(first, not_a_programme=Words("只规定程序", "procedure only"))
    other = replace(law, documents=MappingProxyType({**law.documents, id: nothing}))
    page = index(Pages(replace(sample, law=lambda: other)), "")
    assert "## 没有设为项目的文件" in page
    assert f"| {first.number} | {first.zh} | 只规定程序 |" in page
    assert "procedure only" in page


def test_every_text_of_the_page_is_used() -> None:
    folder = Path(programme.__file__).parent
    source = "".join(p.read_text("utf-8") for p in folder.glob("programme*.py")).replace("'", '"')
    made_up = ("every_", "event_", "text_", "index_", "case_", "group_", "all", "any")
    short = {key.removeprefix("programme_").removeprefix("head_") for key in PROGRAMME}
    used = {key for key in short if f'"{key}"' in source or f'"programme_{key}"' in source or key.startswith(made_up)}
    assert short - used == set()


def test_missing_changed_and_left_over_files_are_stale() -> None:
    made = {"a.md": "1", "b.md": "2", "c.md": "3"}
    assert stale(made, {"a.md": "1", "b.md": "other", "d.md": "4"}) == ["b.md", "c.md", "d.md"]


# charts


def line(name: str, *values: int | None, unit: tuple[str, str] = MONEY, sure: bool = True) -> Line:
    """A series that changes every year from 2010 on."""
    steps = [Step(date(2010 + n, 1, 1), None if v is None else Decimal(v), sure) for n, v in enumerate(values)]
    return Line((name, name), unit, tuple(steps))


def chart(*lines: Line) -> Chart:
    return Chart("x.svg", ("标准", "standard"), lines, date(2024, 7, 1))


def test_series_share_a_chart_where_unit_and_size_allow() -> None:
    small, near, far, yearly = (
        line("a", 100, 200),
        line("b", 100, 900),
        line("c", 100, 200 * ALIKE + 1),
        line("d", 100, 200, unit=("元/年", "yuan a year")),
    )
    assert shared([small, near, far, yearly]) == [(small, near), (far,), (yearly,)]
    assert [len(group) for group in shared([small] * (MOST_SERIES + 1))] == [MOST_SERIES, 1]


def test_a_chart_is_well_formed_and_says_the_same_without_eyes() -> None:
    root = ET.fromstring(svg(chart(line("低保<标准>", 100, 150, 150))))
    space = "{http://www.w3.org/2000/svg}"
    assert root.get("role") == "img"
    assert root.findtext(f"{space}title") == "标准 / standard"
    said = root.findtext(f"{space}desc") or ""
    assert "低保<标准>：2010-01起100元/月，2011-01起150元/月，其间变动1次。" in said
    assert "100 yuan a month from 2010-01, 150 yuan a month from 2011-01, changed once." in said


def test_what_is_to_be_verified_is_dashed_and_named() -> None:
    assert "待核实 / to be verified" not in svg(chart(line("a", 100, 200)))
    unsure = svg(chart(line("a", 100, 200, sure=False)))
    assert "待核实 / to be verified" in unsure
    assert unsure.count("stroke-dasharray") == 2  # the line and its sample


def test_a_series_that_ended_leaves_a_gap() -> None:
    drawn = svg(chart(line("a", 100, None), line("b", 100, 120)))
    first, second = re.findall(r'<path d="([^"]+)" fill="none"', drawn)
    ends = [max(int(x) for x in re.findall(r"H(\d+)", path)) for path in (first, second)]
    assert ends[0] < ends[1]


def test_the_highest_value_lies_within_the_grid() -> None:
    for most in (7, 99, 1450, 47586, 1_000_000):
        heights = [int(y) for y in re.findall(r"V?(?<=[V ])(\d+)H", svg(chart(line("a", 1, most))))]
        assert min(heights) >= 62, most


def test_values_stand_at_the_steps_of_a_single_series_and_names_under_several() -> None:
    alone = svg(chart(line("a", 100, 1450)))
    assert ">1,450<" in alone
    both = svg(chart(line("a", 100, 1450), line("b", 100, 1300)))
    assert ">1,450<" not in both
    assert ">2. b " in both


def test_numbers_at_the_ends_of_lines_do_not_cover_each_other() -> None:
    drawn = svg(chart(line("a", 100, 1000), line("b", 100, 1000), line("c", 100, 1001)))
    heights = sorted(int(y) for y in re.findall(r'y="(\d+)" font-weight="600">\d<', drawn))
    assert len(heights) == 3
    assert min(b - a for a, b in pairwise(heights)) >= 13
