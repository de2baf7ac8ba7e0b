"""What the pages about a whole city say, Chinese and English side by side."""

from __future__ import annotations

from collections.abc import Mapping

CITY: Mapping[str, tuple[str, str]] = {
    # the run
    "run_title": ("{city}全市测算报告", "{city}: the law run over everyone"),
    "run_lead": (
        "把{period}的政策对每一户、每一个人算一遍，再与正在发放的对比，找出漏掉的、不再符合的和金额不对的。",
        "The law of {period}, worked out for every family and person and held against what is being paid: who was missed, "
        "who no longer qualifies, whose amount is wrong.",
    ),
    "months_lead": (
        "把{period}各月的政策对每一户、每一个人算一遍。跨多个月的测算只算应享受的，不与发放对比。",
        "The law of each month of {period}, worked out for every family and person. Over several months only entitlements are "
        "computed; they are not held against payments.",
    ),
    "period": ("{first}至{last}", "{first} to {last}"),
    "synthetic": (
        "本报告用的是合成的城市，不是真实的家庭；数字只用来检验方法，不能当作实际情况引用。",
        "This city is synthetic: no family in it is real. The figures test the method and must not be quoted as fact.",
    ),
    "under_reform": ("这是改革方案“{name}”之下的测算。", "This run is under the reform “{name}”."),
    "summary_head": ("概要", "Summary"),
    "reading": (
        "{families} 户、{people} 人当中，按政策应享受 {entitled} 项，其中 {missed} 项现在没有领取，每月漏发 {money}。",
        "Among {families} families with {people} people, {entitled} entitlements were found; {missed} of them are not being drawn: "
        "{money} a month is missed.",
    ),
    "reading_months": (
        "{families} 户、{people} 人当中，应享受的有 {entitled} 项，合计 {money}。",
        "Among {families} families with {people} people, {entitled} entitlements were found: {money} in all.",
    ),
    "reading_asked": ("{size}逐户算出了结果，见下表。", "Worked out for {size}; the results are below."),
    "asked_lead": ("按{period}的政策逐户算出下面的结果。", "The law of {period}, worked out for every family."),
    "asked_number": ("个数", "number"),
    "asked_by": ("“{name}”的结果", "Results: {name}"),
    "asked_value": ("结果", "result"),
    "asked_unknown": ("不能判断", "cannot tell"),
    "asked_mean": ("平均", "mean"),
    "asked_ends": ("最低—最高", "least – greatest"),
    "asked_known": ("算出的个数", "worked out"),
    "asked_districts": ("各区“{name}”的结果", "Results by district: {name}"),
    "chart_asked_says": (
        "条形图：{title}，最多的是{name}，{n} 个。数字见下表。",
        "Bar chart: {title}; most are {name}: {n}. Figures are in the table below.",
    ),
    "case_key": ("户编号", "FAMILY"),
    "item": ("一户或一人的一个项目算一项。", "One programme for one family or person counts as one."),
    "families": ("户数", "families"),
    "people": ("人数", "people"),
    "entitled": ("应享受", "entitled"),
    "right": ("已享受且金额相符", "drawn, amount right"),
    "missed": ("漏掉", "missed"),
    "changed": ("金额变化", "amount changed"),
    "ended": ("不再符合", "ended"),
    "cannot_tell": ("不能判断", "cannot tell"),
    "follows": ("随后可得", "would follow"),
    "due": ("应发", "due"),
    "paid": ("在发", "paid"),
    "missed_money": ("漏发", "missed money"),
    "per_month": ("{text}（元/月）", "{text} (yuan a month)"),
    "in_yuan": ("{text}（元）", "{text} (yuan)"),
    "each_month": ("每月{text}", "{text} a month"),
    "means_missed": ("应享受，但现在没有领取", "entitled, but not drawing it"),
    "means_ended": ("正在领取，但已不再符合条件", "drawing it, but no longer entitled"),
    "means_changed": ("应享受，但正在发的金额不对", "entitled, but the amount paid differs"),
    "means_cannot_tell": ("缺少情况，不能下结论", "facts are missing; nothing can be said"),
    "means_follows": ("漏掉的都落实以后，还会新增的", "what would be added once all that was missed is granted"),
    "means_entitled": ("按政策算出来应当享受", "worked out from the law"),
    "programmes_head": ("各项目", "By programme"),
    "programmes_caption": ("各项目的测算结果", "Findings by programme"),
    "programme": ("项目", "programme"),
    "total": ("合计", "total"),
    "total_monthly": ("合计（金额只含按月发放的）", "total (only money paid monthly)"),
    "chart_findings": (
        "需要跟进的：漏掉、金额变化、不再符合、不能判断",
        "To follow up: missed, changed, ended, cannot tell",
    ),
    "chart_findings_says": (
        "条形图：各项目需要跟进的项数，最多的是{name}，{n} 项。数字见下表。",
        "Bar chart of what to follow up by programme; most in {name}: {n}. Figures are in the table below.",
    ),
    "chart_money": (
        "应发与在发（万元/月，只含按月发放的）",
        "Due and paid (10,000 yuan a month, only what is paid monthly)",
    ),
    "chart_money_months": ("应享受的金额（万元）", "Entitlements (10,000 yuan)"),
    "chart_money_says": (
        "条形图：各项目应发与在发的金额，应发最多的是{name}。数字见下表。",
        "Bar chart of money due and paid by programme; most is due for {name}. Figures are in the table below.",
    ),
    "districts_head": ("各区", "By district"),
    "districts_caption": ("各区的测算结果", "Findings by district"),
    "district": ("区", "district"),
    "elsewhere": ("地区不详", "place unknown"),
    "missed_rate": ("每万人漏掉", "missed per 10,000 people"),
    "entitled_rate": ("每万人应享受", "entitled per 10,000 people"),
    "chart_rate_says": (
        "条形图：{measure}，最高的是{name}，{n}。数字见下表。",
        "Bar chart: {measure}; highest in {name}: {n}. Figures are in the table below.",
    ),
    "small_rule": (
        "为保护个人，区一级 1 至 4 的数只显示“<5”，由它算出的比率和金额不显示；只有一个区这样时，"
        "再隐去一个区（显示“—”），以免推算出来。",
        "To protect people, counts of 1 to 4 in a district are shown as “<5” without rates and money made from them; where "
        "only one district has such a count, the next smallest is hidden too (“—”), so that it cannot be worked out.",
    ),
    "reasons_head": ("为什么不能判断、为什么不再符合", "Why nothing can be said, and why people no longer qualify"),
    "cannot_lead": (
        "有 {n} 项不能判断；每查明 100 项应享受的，就有 {per} 项说不清。补齐下面的情况，就能判断。",
        "{n} could not be judged: {per} for every 100 found entitled. These facts would settle them.",
    ),
    "cannot_caption": ("不能判断的主要原因", "Leading reasons why nothing can be said"),
    "ended_caption": ("不再符合的主要原因", "Leading reasons why people no longer qualify"),
    "reason": ("原因", "reason"),
    "reason_unknown": ("还不清楚：{condition}", "not known: {condition}"),
    "reason_amount": (
        "金额算不出来，或不清楚现在是否领取",
        "the amount cannot be worked out, or what is drawn today is not known",
    ),
    "reason_drawn": ("不清楚现在是否领取", "what is drawn today is not known"),
    "reason_none": ("没有记录原因", "no reason was recorded"),
    "reasons_missing": (
        "这次用的引擎不记录原因；用默认引擎再测算一次即可看到。",
        "This engine records no reasons; run again with the default engine to see them.",
    ),
    "number": ("项数", "number"),
    "share": ("占比", "share"),
    "none_found": ("没有。", "None."),
    "follows_head": ("随后可得", "What would follow"),
    "follows_lead": (
        "有的待遇以“正在享受另一项待遇”为条件。把这次找到的全部落实以后再算一遍，还会新增下面这些；它们没有计入前面的数字。",
        "Some benefits ask that another is already drawn. With all that was found granted, a second pass adds these; they are not "
        "in the figures above.",
    ),
    "follows_caption": ("全部落实以后还会新增的", "What would be added"),
    "verify_head": ("待核实的标准", "Figures to be verified"),
    "verify_lead": (
        "下面的数值还没有核对原文，用到它们的结果也要核实以后才能作准。",
        "These figures have not been checked against their text; results that use them wait for that.",
    ),
    "verify_caption": ("本次用到的待核实的标准", "Figures to be verified that this run uses"),
    "verify_none": (
        "本次用到的标准都有出处，没有待核实的。",
        "Every figure that this run uses has its source; none waits to be verified.",
    ),
    "assumed_programmes": (
        "下列项目当月的政策原文没有收集到，按后来施行的规定计算，也待核实：{names}。",
        "The text of that month is not in hand for these programmes; later rules were used, which is to be verified: {names}.",
    ),
    "used_by": ("用到它的项目", "used by"),
    "method_head": ("方法与来源", "Method and sources"),
    "method_month": ("政策月份", "law of"),
    "method_engine": ("计算引擎", "engine"),
    "engine_kernel": ("本机代码内核", "native kernel"),
    "engine_duckdb": ("DuckDB（独立复核）", "DuckDB (independent check)"),
    "engine_spark": ("Spark 集群", "Spark cluster"),
    "method_snapshot": ("数据快照", "snapshot"),
    "method_origin": ("数据来源", "origin"),
    "origin_synthetic": ("合成城市（随机种子 {seed}）", "synthetic city (seed {seed})"),
    "origin_import": ("导入的家庭表", "imported table of families"),
    "origin_other": ("未注明", "not stated"),
    "method_as_of": ("数据日期", "as of"),
    "method_presumed": ("按通常情况推定的列", "columns presumed as usual"),
    "method_seconds": ("用时", "time"),
    "seconds": ("{n} 秒", "{n} s"),
    "method_places": ("地名来源", "places"),
    "method_programmes": ("项目数", "programmes"),
    "method_help": (
        "规则逐条写明条文，同一套规则既用来解释一户，也用来算全市。未知的情况按“未知”处理，不当作零。要看某一户为什么是这个结果，运行：",
        "Every rule cites its article; the same rules explain one family and run the city. An unknown fact stays unknown and is "
        "never taken as zero. To see why a family was found, run:",
    ),
    "charts_missing": (
        "图表没有显示，因为图表组件还没有生成；数字都在表里。要显示图表，在源码目录运行一次 make run，再重新生成本页。",
        "There are no charts, because the chart library has not been built; all figures are in the tables. For charts run make "
        "run once in the source folder, then make this page again.",
    ),
    "city_privacy": (
        "本页不含姓名、证件号码和任何一户的记录，没有从网上取任何内容。",
        "This page holds no names, no identity numbers and no record of any family. It loads nothing from the network.",
    ),
    # the reform
    "reform_title": ("改革方案：{name}", "Reform: {name}"),
    "reform_lead": (
        "同一批家庭，按{period}的现行政策和改革方案各算一遍，看花多少钱、谁多得、谁少得。",
        "The same families under the law of {period} as it is and under the reform: what it costs, who gains and who loses.",
    ),
    "reform_reading": (
        "全市每月{cost}；{winners} 户增加，{losers} 户减少，其余 {same} 户不变。",
        "{cost} a month for the whole city; {winners} families gain, {losers} lose, {same} stay as they are.",
    ),
    "costs_more": ("多支出 {money}", "It costs {money}"),
    "costs_less": ("少支出 {money}", "It saves {money}"),
    "costs_same": ("支出不变", "It costs nothing"),
    "cost": ("增加的支出", "added cost"),
    "winners": ("增加的户", "families that gain"),
    "losers": ("减少的户", "families that lose"),
    "gained": ("合计增加", "gained in all"),
    "lost": ("合计减少", "lost in all"),
    "a_year": ("全年约{text}", "about {text} a year"),
    "year_note": ("按 12 个月同样的情况推算", "twelve months like this one"),
    "entitled_before": ("现行享受", "entitled, as it is"),
    "entitled_after": ("改革后享受", "entitled, reform"),
    "money_before": ("现行金额", "money, as it is"),
    "money_after": ("改革后金额", "money, reform"),
    "difference": ("相差", "difference"),
    "reform_programmes": ("各项目改革前后", "Programmes before and after"),
    "reform_districts": ("各区改革前后", "Districts before and after"),
    "kinds_head": ("各类家庭", "By kind of family"),
    "kinds_caption": ("各类家庭改革前后", "Kinds of family before and after"),
    "kind": ("家庭类型", "kind of family"),
    "deciles_head": ("按收入高低", "By income"),
    "deciles_caption": ("按收入分成十组的改革前后", "Tenths of income before and after"),
    "decile": ("收入分组", "tenth of income"),
    "deciles_note": (
        "按家庭月人均收入由低到高分成户数相近的十组；第一组收入最低。",
        "Families in ten groups of about equal number by monthly income per head, poorest first.",
    ),
    "chart_cost": ("增加的支出（万元/月）", "Added cost (10,000 yuan a month)"),
    "chart_cost_says": (
        "条形图：{group}增加的支出，最多的是{name}。数字见下表。",
        "Bar chart of added cost, {group}; most in {name}. Figures are in the table below.",
    ),
    "chart_families": ("增加的户与减少的户", "Families that gain and that lose"),
    "chart_families_says": (
        "条形图：{group}增加的户与减少的户，增加最多的是{name}。数字见下表。",
        "Bar chart of families that gain and lose, {group}; most gain in {name}. Figures are in the table below.",
    ),
    "reform_same": ("其余 {n} 个项目没有变化。", "The other {n} programmes do not change."),
    "reform_note": (
        "不按月发放的待遇不计入每月的支出和增减户数，只在“各项目”中列出。不能判断的不计入。",
        "What is not paid monthly is in none of the monthly figures and stands only under programmes. What cannot be told is "
        "left out.",
    ),
}
