"""低收入家庭未成年人和在校学生生活补贴: a quarter of the 低保 standard for each child and student of a low-income family.

Document: 京民社救发〔2018〕445号 十一(三), in force 2019-01-01; whether it was paid before is not in hand, so it begins then.
"""

from __future__ import annotations

from datetime import date

from yihu.engines.rules import Money, Programme, entitled, round_half_up, rule
from yihu_beijing.facts import Person
from yihu_beijing.law import Law
from yihu_beijing.programmes.assistance.dibao_person import DIBAO_PERSON
from yihu_beijing.programmes.assistance.low_income import LOW_INCOME
from yihu_beijing.programmes.assistance.means import child_to_16, student_to_bachelor
from yihu_beijing.programmes.assistance.protected import protected
from yihu_beijing.programmes.assistance.standards import standard


@rule(
    cites="京民社救发〔2018〕445号 十一(三)",
    words="对城乡低收入家庭中16周岁及以下未成年人",
    zh="低收入家庭中的未成年人或在校学生",
    en="child or student of a low-income family",
    note=(
        "在校学生限全日制本科及以下；已个人享受低保、特困、孤儿保障的不重复",
        "students up to a bachelor's degree; nobody who is on 低保 alone",
    ),
)
def low_income_child_eligible(person: Person, law: Law) -> bool:
    young = child_to_16(person, law) or student_to_bachelor(person, law)
    return entitled(LOW_INCOME, person.home, law) and protected(person, law) and young


@rule(
    cites="京民社救发〔2018〕445号 十一(三)",
    words="标准的25%发放生活补贴",
    zh="生活补贴",
    en="living allowance",
    unit="CNY/month",
    note=("四舍五入到分", "to the fen, half up"),
)
def low_income_child_amount(person: Person, law: Law) -> Money:
    return round_half_up(law.low_income_child_share * standard(person.home, law), 2)


LOW_INCOME_CHILD = Programme(
    id="low_income_child",
    of=Person,
    zh="低收入家庭未成年人和学生生活补贴",
    en="allowance of children and students in low-income families",
    eligible=low_income_child_eligible,
    amount=low_income_child_amount,
    cites="京民社救发〔2018〕445号 十一(三)",
    since=date(2019, 1, 1),
    barred_by=(DIBAO_PERSON,),
    note=(
        "已按二(二)1直接纳入低保的重残儿童不再领取（决定0111）",
        "not for a severely disabled child who entered 低保 directly (decision 0111)",
    ),
)
