"""Everything the pages say, Chinese and English side by side; ``{name}`` is filled in where it is used."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from yihu.desks.reports.texts_case import CASE
from yihu.desks.reports.texts_city import CITY
from yihu.desks.reports.texts_history import HISTORY
from yihu.desks.reports.texts_programme import PROGRAMME
from yihu.desks.reports.texts_raise import RAISE
from yihu.engines.rules.naming import is_family, many, one
from yihu.engines.rules.schema import Entity
from yihu.engines.rules.wording import Lang

Pairs = Mapping[str, tuple[str, str]]

EVERY: Pairs = {"year": ("（每年）", " (a year)"), "day": ("（每天）", " (a day)"), "once": ("（一次性）", " (once)")}
"""What stands behind the name of a programme that is not paid month by month."""


def every_words(every: str, lang: Lang) -> str:
    """How often a programme pays, where that is not every month; empty otherwise."""
    return EVERY.get(every, ("", ""))[lang == "en"]


FAMILY: Pairs = {
    "family_title": ("您家可以享受的待遇", "What your family is entitled to"),
    "office": ("一户 · 民政政策测算", "Yihu · civil-affairs benefits"),
    "law_of": ("按{month}的政策", "Law of {month}"),
    "family_lead": (
        "本页根据您提供的情况，按当月政策逐项计算。它不是审批决定，最后以民政部门的审核为准。",
        "Each programme was worked out from what you told us, under the law of that month. This is not a decision: the "
        "civil-affairs department decides.",
    ),
    "total_label": ("每月合计", "Together, each month"),
    "total_sum": ("{sum} 元", "{sum} yuan"),
    "total_once": ("另有一次性 {sum} 元", "and {sum} yuan once"),
    "total_year": ("另有每年 {sum} 元", "and {sum} yuan a year"),
    "total_none": ("目前没有算出可以按月领取的待遇", "No monthly payment was found"),
    "total_open": ("还有 {n} 项暂时不能判断，没有计入。", "{n} more cannot be told yet and are not counted."),
    "entitled_head": ("您可以享受", "You are entitled to"),
    "entitled_none": (
        "按提供的情况，没有算出可以享受的项目。下面说明差在哪里、还缺什么。",
        "Nothing, from what was given. Below you see what does not fit and what is still missing.",
    ),
    "paid_month": ("元/月", "yuan a month"),
    "paid_year": ("元/年", "yuan a year"),
    "paid_day": ("元/天", "yuan a day"),
    "paid_once": ("元（一次性）", "yuan, once"),
    "recognised": ("符合认定条件", "qualifies"),
    "drawn": ("现在已领取 {sum} 元", "{sum} yuan drawn today"),
    "after_other": (
        "这是其他待遇批准以后的金额；按现在的情况单独计算是 {now} 元",
        "the sum once the other support here is granted; by itself today it would be {now} yuan",
    ),
    "after_none": (
        "按现在的情况单独计算是 {now} 元；其他待遇批准以后不再享受，没有计入合计",
        "by itself today it would be {now} yuan; once the other support here is granted it ends, so it is not in the total",
    ),
    "after_new": ("其他待遇批准以后可以享受", "comes once the other support here is granted"),
    "drawn_same": ("现在已按此领取", "already drawn in full"),
    "by_law": ("依据", "Law"),
    "how": ("怎么算出来的", "How this was worked out"),
    "how_not": ("查看判断过程", "How this was judged"),
    "remark": ("说明", "Remark"),
    "conditions": ("符合的条件", "Conditions that hold"),
    "trace": ("逐步计算", "Step by step"),
    "above": ("（见上）", "(see above)"),
    "to_verify": ("待核实", "to be verified"),
    "verify_values": ("用到还没有核对原文的标准：{names}", "uses figures not yet checked against their text: {names}"),
    "and_others": ("{names}等 {n} 项，详见页末", "{names} and others, {n} in all; see the end of the page"),
    "verify_assumed": (
        "当月的政策原文没有收集到，暂按{since}起施行的规定计算",
        "the text of that month is not in hand; the rules in force since {since} were used instead",
    ),
    "near_head": ("只差一个条件", "Only one condition is missing"),
    "near_lead": (
        "其他条件都符合，只有下面这一条不符合。情况有变化时，请再算一次。",
        "Everything else holds; only this condition does not. If things change, have it worked out again.",
    ),
    "whole_family": ("全家", "the family"),
    "any_of": ("以下有一项符合即可：", "one of these would be enough:"),
    "above_by": ("高出{gap}", "{gap} above"),
    "short_by": ("还差{gap}", "{gap} short"),
    "above_only": ("只高出{gap}", "only {gap} above"),
    "short_only": ("只差{gap}", "only {gap} short"),
    "exactly": ("正好相等，没有达到要求", "exactly equal, which does not meet the condition"),
    "age": ("年龄", "age"),
    "old": ("{n}岁", "{n}"),
    "years": ("{n}岁", "{n} years"),
    "required": ("要求{value}", "the line is {value}"),
    "labelled": ("{label}：{value}", "{label}: {value}"),
    "computed_line": ("规定的数额", "the line"),
    "computed_mine": ("您家的数额", "yours"),
    "asked_head": ("结果", "Results"),
    "asked_open": ("还不能判断；还缺：{names}", "cannot tell yet; still missing: {names}"),
    "open_head": ("还不能判断", "Cannot tell yet"),
    "open_lead": ("缺少一些情况。补充后才能判断；先补充下面这些最有用。", "Some facts are missing. These would help most:"),
    "open_each": ("还不能判断的项目", "What cannot be told yet"),
    "open_needs": ("查看还缺的 {n} 项情况", "See the {n} facts still missing"),
    "of_whom": ("{who}：{what}", "{who}: {what}"),
    "is_drawn": ("现在是否享受“{programme}”", "whether {programme} is drawn today"),
    "open_more": ("另有 {n} 项", "{n} more"),
    "covered_head": ("已由其他待遇保障，不重复享受", "Covered by another benefit"),
    "covered_by": ("已可享受“{programme}”，按规定不重复享受。", "Entitled to {programme}; the law does not give both."),
    "beaten_by": (
        "与“{programme}”只能享受一种，已按金额高的计算。",
        "Only one of this and {programme} is given; the higher was taken.",
    ),
    "beaten_choice": (
        "与“{programme}”只能选一种，可以自己选；这里先按金额高的计算。",
        "Only one of this and {programme} is given. You may choose; the higher was taken here.",
    ),
    "rest_head": ("其他项目", "Other programmes"),
    "rest_fold": ("查看不符合的 {n} 项和原因", "See the {n} that do not fit, and why"),
    "unmet": ("不符合的条件", "Conditions that do not hold"),
    "idle": ("当月没有施行", "Not in force that month"),
    "next_head": ("下一步", "What to do next"),
    "next_apply": (
        "带上本页，到户籍所在地的街道办事处或乡镇人民政府的民政窗口询问、申请。",
        "Take this page to the civil-affairs counter of the street office or township where you are registered and ask or apply.",
    ),
    "next_help": (
        "出门不方便的，先联系所在的社区或村，问一问能不能请人代办。",
        "If going out is hard, ask your community or village committee first whether somebody can apply for you.",
    ),
    "next_bring": ("需要带哪些材料，以窗口告知为准。", "The counter will tell you which papers to bring."),
    "next_change": ("家里的收入、人口、健康有变化，请再算一次。", "If income, members or health change, have it worked out again."),
    "facts_head": ("您提供的情况", "What you told us"),
    "facts_lead": ("请核对。填错或漏填会影响结果。", "Please check. Mistakes and gaps change the result."),
    "facts_fold": ("查看填写的 {n} 项", "See all {n} facts"),
    "facts_none": ("没有填写", "nothing was given"),
    "facts_drawn": ("现在享受的“{programme}”", "{programme} drawn today"),
    "facts_not_drawn": ("现在没有享受的", "not drawn today"),
    "yuan": ("{sum} 元", "{sum} yuan"),
    "presumed": (
        "另有 {n} 项没有填写，按通常情况推定（例如没有残疾、本市户籍）。如果与实际不同，请补充后再算。",
        "{n} more were not given and were presumed as usual (no disability, registered here, say). If they differ, give them and "
        "have it worked out again.",
    ),
    "presumed_fold": ("查看推定的情况", "See what was presumed"),
    "law_head": ("用到的标准和文件", "Figures and documents used"),
    "law_fold": ("查看用到的 {n} 项标准", "See the {n} figures used"),
    "law_caption": ("计算时用到的标准", "Figures used"),
    "law_name": ("标准", "figure"),
    "law_value": ("数值", "value"),
    "law_from": ("施行日期", "in force from"),
    "law_source": ("文件", "document"),
    "law_sure": ("核对情况", "checked"),
    "documents": ("文件", "Documents"),
    "verify_help": (
        "标有“待核实”的，是标准的数值还没有核对原文，或者当月的政策原文没有收集到，请以窗口答复为准。",
        "“To be verified” marks figures not yet checked against their text, and months whose text is not in hand: ask at the "
        "counter.",
    ),
    "print_note": ("打印时不含折叠的内容；要打印，请先展开。", "Folded parts are not printed; unfold them first to print them."),
    "privacy": (
        "本页只含您提供的情况和计算结果，没有从网上取任何内容，也不会把内容传出去。",
        "This page holds only what you gave and what was worked out. It loads nothing from the network and sends nothing.",
    ),
}  # fmt: skip
TEXTS: Pairs = {**FAMILY, **CITY, **HISTORY, **PROGRAMME, **RAISE}


@dataclass(frozen=True)
class Texts:
    """The texts in one language: ``texts("total_sum", sum=…)``; of a root that is no family, with its name for a case."""

    pairs: Pairs
    lang: Lang
    root: type[Entity] = Entity

    def __call__(self, key: str, **values: object) -> str:
        """One text, filled in; raises KeyError for a text or value that is not there."""
        if is_family(self.root) or key not in CASE:
            return self.pairs[key][self.lang == "en"].format(**values)
        names = {"case": one(self.root, self.lang), "cases": many(self.root, self.lang)}
        return CASE[key][self.lang == "en"].format(**names, **values)
