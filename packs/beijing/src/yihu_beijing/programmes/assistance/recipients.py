"""Who is on 低保 or in a 低收入 family today: facts about certificates held, not what this run would find.

The texts that ask (160号 二, 434号 第一条, 228号 四, 36号 二) speak of recipients: “享受低保待遇”, “持有…领取证”.
"""

from __future__ import annotations

from yihu.engines.rules import recognised, rule
from yihu_beijing.facts import Person
from yihu_beijing.law import Law
from yihu_beijing.programmes.assistance.dibao import DIBAO
from yihu_beijing.programmes.assistance.dibao_person import DIBAO_PERSON
from yihu_beijing.programmes.assistance.low_income import LOW_INCOME
from yihu_beijing.programmes.assistance.means import counted


@rule(
    cites="京民福发〔2016〕434号 第一条(一)1；京民福发〔2016〕228号 四(三)",
    words=("享受低保待遇的残疾人", "城乡低保家庭中"),
    zh="享受低保待遇",
    en="on 低保 today",
    note=("家庭低保的保障成员，或本人直接纳入", "as a counted member of a family on it, or by direct entry"),
)
def on_allowance(person: Person, law: Law) -> bool:
    return recognised(DIBAO_PERSON, person) or (counted(person, law) and recognised(DIBAO, person.home))


@rule(
    cites="京民养老发〔2019〕160号 二(一)1；京民福发〔2016〕434号 第一条(一)1",
    words=("享受低保待遇的老年人", "享受低保待遇的残疾人"),
    zh="享受低保待遇（含生活困难补助）",
    en="on 低保 or hardship aid today",
)
def on_allowance_or_aid(person: Person, law: Law) -> bool:
    return person.hardship_aid or on_allowance(person, law)


@rule(
    cites="京民养老发〔2019〕160号 二(一)2；京民福发〔2016〕434号 第一条(一)2",
    words=("低收入家庭中未享受低保待遇的老年人", "低收入家庭中未享受低保待遇的残疾人"),
    zh="低收入家庭成员",
    en="member of a recognised low-income family",
)
def in_low_income_family(person: Person, law: Law) -> bool:
    return counted(person, law) and recognised(LOW_INCOME, person.home)
