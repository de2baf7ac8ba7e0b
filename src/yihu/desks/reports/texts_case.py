"""What the pages say where the case is no family but a station, an assessment …: these stand in for the texts of the same key.

``{case}`` is the name of one case, ``{cases}`` of many.
"""

from __future__ import annotations

from collections.abc import Mapping

CASE: Mapping[str, tuple[str, str]] = {
    # one case
    "family_title": ("{case}测算结果", "What the law says: {case}"),
    "family_lead": (
        "本页根据填写的情况，按当月政策逐项计算。它不是审批决定，最后以民政部门的审核为准。",
        "Worked out from what was given, under the law of that month. This is not a decision: the civil-affairs department "
        "decides.",
    ),
    "total_none": ("没有算出按月的金额", "No monthly sum was found"),
    "entitled_head": ("符合的项目", "What applies"),
    "entitled_none": (
        "按填写的情况，没有算出符合的项目。下面说明差在哪里、还缺什么。",
        "Nothing, from what was given. Below you see what does not fit and what is still missing.",
    ),
    "computed_mine": ("算出的数额", "the figure worked out"),
    "whole_family": ("{case}", "the {case}"),
    "facts_head": ("填写的情况", "What was given"),
    "presumed": (
        "另有 {n} 项没有填写，按通常情况推定。如果与实际不同，请补充后再算。",
        "{n} more were not given and were presumed as usual. If they differ, give them and have it worked out again.",
    ),
    "verify_help": (
        "标有“待核实”的，是数值还没有核对原文，或者当月的政策原文没有收集到，请以主管部门答复为准。",
        "“To be verified” marks figures not yet checked against their text, and months whose text is not in hand: ask the "
        "department in charge.",
    ),
    "privacy": (
        "本页只含填写的情况和计算结果，没有从网上取任何内容，也不会把内容传出去。",
        "This page holds only what was given and what was worked out. It loads nothing from the network and sends nothing.",
    ),
    # a run
    "run_title": ("{city}测算报告", "{city}: the law run over every {case}"),
    "run_lead": (
        "把{period}的政策对每个{case}算一遍，再与正在发放的对比，找出漏掉的、不再符合的和金额不对的。",
        "The law of {period}, worked out for every {case} and held against what is being paid: what was missed, what no longer "
        "qualifies, where the amount is wrong.",
    ),
    "months_lead": (
        "把{period}各月的政策对每个{case}算一遍。跨多个月的测算只算应享受的，不与发放对比。",
        "The law of each month of {period}, worked out for every {case}. Over several months only entitlements are computed; "
        "they are not held against payments.",
    ),
    "reading": (
        "{size}当中，按政策应享受 {entitled} 项，其中 {missed} 项现在没有领取，每月漏发 {money}。",
        "Among {size}, {entitled} entitlements were found; {missed} of them are not being drawn: {money} a month is missed.",
    ),
    "reading_months": (
        "{size}当中，应享受的有 {entitled} 项，合计 {money}。",
        "Among {size}, {entitled} entitlements were found: {money} in all.",
    ),
    "asked_lead": ("按{period}的政策对每个{case}算出下面的结果。", "The law of {period}, worked out for every {case}."),
    "reading_asked": ("{size}逐个算出了结果，见下表。", "Worked out for {size}; the results are below."),
    "item": ("一个{case}的一个项目算一项。", "One programme for one {case} counts as one."),
    "families": ("{case}数", "{cases}"),
    "missed_rate": ("每万个{case}漏掉", "missed per 10,000 {cases}"),
    "entitled_rate": ("每万个{case}应享受", "entitled per 10,000 {cases}"),
    "origin_import": ("导入的{case}表", "imported table of {cases}"),
    "method_help": (
        "规则逐条写明条文，同一套规则既用来解释一个{case}，也用来算全部。未知的情况按“未知”处理，不当作零。要看某个{case}为什么是这个结果，运行：",
        "Every rule cites its article; the same rules explain one {case} and run over all. An unknown fact stays unknown and is "
        "never taken as zero. To see why a {case} was found, run:",
    ),
    "case_key": ("{case}编号", "NUMBER"),
    "city_privacy": (
        "本页不含姓名、证件号码和任何一个{case}的记录，没有从网上取任何内容。",
        "This page holds no names, no identity numbers and no record of any {case}. It loads nothing from the network.",
    ),
    # a reform
    "reform_lead": (
        "同一批{case}，按{period}的现行政策和改革方案各算一遍，看花多少钱、谁多得、谁少得。",
        "The same {cases} under the law of {period} as it is and under the reform: what it costs, who gains and who loses.",
    ),
    "reform_reading": (
        "每月{cost}；{winners} 个{case}增加，{losers} 个减少，其余 {same} 个不变。",
        "{cost} a month; {winners} {cases} gain, {losers} lose, {same} stay as they are.",
    ),
    "winners": ("增加的{case}", "{cases} that gain"),
    "losers": ("减少的{case}", "{cases} that lose"),
    "chart_families": ("增加的与减少的{case}", "{cases}: gains and losses"),
    "chart_families_says": (
        "条形图：{group}增加的与减少的{case}，增加最多的是{name}。数字见下表。",
        "Bar chart of {cases} that gain and lose, {group}; most gain in {name}. Figures are in the table below.",
    ),
}  # fmt: skip
