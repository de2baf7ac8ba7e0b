"""What the page of a family's years says."""

from __future__ import annotations

HISTORY: dict[str, tuple[str, str]] = {
    "history_title": ("这户家庭历年应享受的待遇", "What the law gave this family, year by year"),
    "history_lead": (
        "{first}至{last}，每个月都按当月的政策重算一遍；家庭情况按今天提供的不变，只有年龄随月份变化，还没有出生的人不计。",
        "{first} to {last}: every month worked out again under its own law. The family's facts stay as given today; only ages "
        "move, and nobody is counted before birth.",
    ),
    "history_reading": (
        "每月合计从 {first} 元到 {last} 元，其间变动 {n} 次。",
        "The monthly total went from {first} to {last} yuan and changed {n} times.",
    ),
    "history_none": ("其间没有算出按月领取的待遇。", "No monthly payment was found in these years."),
    "history_now": ("最后一个月每月合计", "Each month, at the end"),
    "history_all": ("历月合计", "All months together"),
    "history_all_means": (
        "{n} 个月，按当月标准，没有折算物价",
        "{n} months, in the money of each month; prices are not adjusted",
    ),
    "history_rises": ("标准或待遇变动", "Changes"),
    "history_head": ("每月合计的变化", "The monthly total through the years"),
    "history_chart_says": (
        "折线图：{first}至{last}各项目每月金额的累加，最后为 {sum} 元。数字见下表。",
        "Stacked line chart of the monthly amount of each programme from {first} to {last}; {sum} yuan at the end. Figures "
        "are in the table below.",
    ),
    "history_caption": ("各时段的待遇与变化的原因", "What each period gave, and what changed"),
    "list_mark": ("；", "; "),
    "spell": ("时段", "period"),
    "month_total": ("每月合计（元）", "a month (yuan)"),
    "programmes_col": ("项目", "programmes"),
    "changed_col": ("政策变化", "change of the law"),
    "history_unsure": (
        "带 * 的时段待核实：用到未核对原文的数值，或早于所用文件。",
        "* to be verified: uses values only recalled, or a month earlier than the text used.",
    ),
    "history_gap": ("没有当月的标准，不能测算", "no standard of this month is known: not computed"),
    "history_since_birth": ("年龄或家庭成员变化", "age, or who is in the family"),
    "history_begins": ("{name} {before}{value}（{document}）", "{name} {before}{value} ({document})"),
    "unverified_source": ("出处待核实", "source to be verified"),
    "history_not_this_data": (
        "本页只说明政策怎样变化，不是这户家庭过去实际领取的记录。",
        "This page follows the law, not what the family was in fact paid.",
    ),
}
