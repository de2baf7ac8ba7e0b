"""The report of a run: totals, small counts of districts hidden, reasons in words, method."""

from __future__ import annotations

import html
import re
from pathlib import Path

import pytest

from tests.desks.reports.samples import JULY, pack, read, report, result, said
from yihu.desks.reports import run_page
from yihu.desks.reports.figures import hidden, large, per_10_000, share, signed, yuan
from yihu.desks.reports.run_reasons import count_reasons
from yihu.engines.rules.reform import read_reform
from yihu.records.runs.launch import run
from yihu.records.runs.result import Result


def table(page: str, caption: str) -> list[list[str]]:
    """Rows of the first table with a caption (Chinese), as text."""
    start = page.index(f"<caption>{caption}</caption>")
    body = page[start : page.index("</table>", start)]
    rows = re.findall(r"<tr>(.*?)</tr>", body, re.S)
    return [
        [
            html.unescape(re.sub(r"<[^>]+>", "", cell)).strip()
            for cell in re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row, re.S)
        ]
        for row in rows
    ]


def column(page: str, caption: str, head: str) -> dict[str, str]:
    """A column of a table by the head of each row."""
    first, *rows = table(page, caption)
    return {row[0]: row[first.index(head)] for row in rows}


def test_the_summary_counts_who_was_missed() -> None:
    shown = said(report())
    assert "67 户、67 人当中" in shown
    assert f"其中 {column(report(), '各项目的测算结果', '漏掉')['家庭生活补助']} 项现在没有领取" in shown


def test_programmes_add_up_to_the_foot() -> None:
    found = column(report(), "各项目的测算结果", "应发（元/月）")
    total = found.pop("合计（金额只含按月发放的）")
    assert sum(int(v.replace(",", "")) for v in found.values() if v != "—") == int(total.replace(",", ""))


def test_districts_are_named_in_both_languages_with_a_rate_per_10_000() -> None:
    assert column(report(), "各区的测算结果", "每万人漏掉")["东溪县"] == f"{per_10_000(20, 21):.1f}"
    assert "Dongxi County" in said(report(), "en")


def test_counts_below_five_in_a_district_are_hidden_with_their_rate_and_money() -> None:
    page = report(2, 3)
    assert set(list(column(page, "各区的测算结果", "漏掉").values())[:2]) == {"<5"}
    assert column(page, "各区的测算结果", "每万人漏掉")["东溪县"] == "—"
    assert column(page, "各区的测算结果", "漏发（元/月）")["东溪县"] == "—"
    assert "1 至 4 的数只显示" in said(page)


def test_one_hidden_count_hides_the_next_smallest_so_that_it_cannot_be_worked_out() -> None:
    found = column(report(2, 30), "各区的测算结果", "漏掉")
    assert (found["东溪县"], found["西溪区"]) == ("<5", "—")


def test_hidden_districts_are_not_in_the_chart_either() -> None:
    assert "每万人漏掉，最高的是" not in report(2, 3)
    assert "每万人漏掉，最高的是" in report(20, 30)


def test_without_suppression_all_counts_are_shown() -> None:
    page = report(2, 3, suppress=False)
    assert column(page, "各区的测算结果", "漏掉")["东溪县"] == "2"
    assert "1 至 4 的数只显示" not in said(page)


def test_reasons_are_said_in_words() -> None:
    shown = said(report())
    assert "还不清楚：" in shown
    assert "没有满足：家庭月人均收入低于家庭生活补助标准" in shown
    assert "does not hold:" in said(report(), "en")


def test_reasons_are_counted_from_the_rows() -> None:
    found = count_reasons(result())
    assert sum(r.count for r in found["ended"]) == 1
    assert sum(r.count for r in found["cannot_tell"]) == sum(
        p["total"].get("cannot_tell", {}).get("count", 0) for p in result().summary["programmes"]
    )


def test_several_months_show_entitlements_and_no_comparison_with_payments() -> None:
    shown = said(report(months=2))
    assert "2024年7月至2024年8月" in shown
    assert "不与发放对比" in shown
    assert "漏掉" not in shown
    assert "不再符合" not in shown.replace("为什么不再符合", "")


def test_an_engine_without_reasons_says_so() -> None:
    page = run_page(result(engine="duckdb"), pack())
    assert "这次用的引擎不记录原因" in said(page)


def test_a_synthetic_city_is_said_to_be_synthetic() -> None:
    real = result()
    made = Result(real.path, {**real.summary, "origin": {"origin": "synthetic", "seed": 7}})
    assert "不是真实的家庭" in said(run_page(made, pack()))
    assert "不是真实的家庭" not in said(report())


def test_a_reform_is_named(tmp_path: Path) -> None:
    plan = read_reform("reform.yaml", "zh: 甲方案\nen: plan A\nparameters: {family_standard: 900}\n")
    made = run(pack(), Path(result().summary["snapshot"]), [JULY], tmp_path / "result", reform=plan)
    assert "改革方案“甲方案”之下" in said(run_page(made, pack()))


def test_unverified_figures_are_listed_with_who_uses_them() -> None:
    real = result()
    programmes = [{**p, "unverified": ["family_standard"]} for p in real.summary["programmes"]]
    page = run_page(Result(real.path, {**real.summary, "programmes": programmes}), pack())
    row = next(r for r in table(page, "本次用到的待核实的标准") if "家庭生活补助标准" in r[0])
    assert row[1] == "860元/月"
    assert "高龄津贴" in row[4]
    none = [{**p, "unverified": []} for p in real.summary["programmes"]]
    assert "没有待核实的" in said(run_page(Result(real.path, {**real.summary, "programmes": none}), pack()))


def test_programmes_whose_text_of_the_month_is_not_in_hand_are_named() -> None:
    real = result()
    programmes = [{**p, "assumed": p["id"] == "age_allowance"} for p in real.summary["programmes"]]
    page = run_page(Result(real.path, {**real.summary, "programmes": programmes}), pack())
    assert "当月的政策原文没有收集到，按后来施行的规定计算，也待核实：高龄津贴。" in said(page)


def test_what_would_follow_is_explained_and_kept_apart() -> None:
    real = result()
    follow = {"follows": {"count": 12, "amount": 340_000, "paid": 0}}
    programmes = [{**p, "total": {**p["total"], **follow}} for p in real.summary["programmes"]]
    page = run_page(Result(real.path, {**real.summary, "programmes": programmes}), pack())
    assert table(page, "全部落实以后还会新增的")[1] == ["家庭生活补助", "12", "3,400"]
    assert column(page, "各项目的测算结果", "应享受") == column(report(), "各项目的测算结果", "应享受")


def test_no_path_of_the_machine_is_told() -> None:
    assert str(result().path.parent) not in report()


def test_the_page_holds_no_record_of_a_family() -> None:
    assert read(report()).all("article")
    assert "990101001001" not in report()


@pytest.mark.parametrize(
    ("counts", "out"),
    [
        ([0, 7, 9], [False] * 3),
        ([1, 4, 9], [True, True, False]),
        ([3, 9, 6], [True, False, True]),
        ([3, 0], [True, False]),
    ],
)
def test_hidden_counts(counts: list[int], out: list[bool]) -> None:
    assert hidden(counts) == out


def test_money_is_said_as_people_say_it() -> None:
    assert large(123_456_789_000, "zh") == "12.35 亿元"
    assert large(123_456_700, "zh") == "123.5 万元"
    assert large(123_456, "en") == "1,235 yuan"
    assert large(1_234_567_800, "en") == "12.35 million yuan"
    assert yuan(149_950) == "1,500"
    assert signed("-5", -5) == "−5"
    assert share(1, 0) == "—"
