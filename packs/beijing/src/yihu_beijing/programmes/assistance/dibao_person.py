"""低保 of one person: special relief objects, and severely disabled persons who enter directly.

Document: 京民社救发〔2018〕445号 二(二), 二(三), 九(二), 九(四), 十(二). Whoever lives in a family that is itself entitled to
低保 is paid there, in the same amount (九(二)), and not once more here.
Left out: 九(四), that a person of 二(二)2 brings the family no family aid (其他专项救助): nothing here derives such aid from it.
"""

from __future__ import annotations

from datetime import date

from yihu.engines.rules import Money, Programme, entitled, rule
from yihu_beijing.facts import Employment, Hukou, Person, Relief, SupportedBy
from yihu_beijing.law import Law
from yihu_beijing.programmes.assistance.dibao import DIBAO, supplement
from yihu_beijing.programmes.assistance.low_income import LOW_INCOME
from yihu_beijing.programmes.assistance.means import adult, assets_within, severely_disabled
from yihu_beijing.programmes.assistance.protected import protected
from yihu_beijing.programmes.assistance.standards import standard
from yihu_beijing.programmes.assistance.support import fully_supported


@rule(
    cites="京民社救发〔2018〕445号 二(二)1",
    words="低收入家庭中残疾等级为一、二级",
    zh="低收入家庭中的重度残疾人",
    en="severely disabled, of a low-income family",
)
def severe_in_low_income(person: Person, law: Law) -> bool:
    return severely_disabled(person, law) and entitled(LOW_INCOME, person.home, law)


@rule(
    cites="京民社救发〔2018〕445号 二(二)2",
    words=("依靠兄弟姐妹或60周岁及以上的老人扶养或抚养", "成年无业重度残疾人"),
    zh="依靠兄弟姐妹或60周岁及以上老人的成年无业重度残疾人",
    en="jobless severely disabled adult who depends on siblings or somebody of 60 or over",
    note=(
        "老人不限于父母；家庭财产须符合低保规定，收入不限",
        "any person of 60, not only a parent; assets within the limits, income free",
    ),
)
def severe_dependent(person: Person, law: Law) -> bool:
    jobless = person.employment in (Employment.NONE, Employment.REGISTERED_UNEMPLOYED)
    depends = person.supported_by in (SupportedBy.SIBLINGS, SupportedBy.ELDER)
    home_meets = assets_within(person.home, law) and not fully_supported(person.home, law)
    return severely_disabled(person, law) and adult(person, law) and jobless and depends and home_meets


@rule(
    cites="京民社救发〔2018〕445号 二(二)、(三)、(四)2、十三(二)1",
    words=("直接纳入城乡低保范围", "参照本市城乡低保标准给予保障", "不必核查其经济状况"),
    zh="符合直接纳入或参照保障条件",
    en="enters directly",
    note=(
        "特殊救济对象不核查经济状况；规避法律行为只排除重残人员的直接纳入",
        "means of special relief objects are not checked; evading the law bars only the severely disabled",
    ),
)
def dibao_person_eligible(person: Person, law: Law) -> bool:
    severe = severe_in_low_income(person, law) or severe_dependent(person, law)
    enters = person.relief == Relief.RELIEF or (severe and not person.home.evaded)
    return person.hukou == Hukou.BEIJING and protected(person, law) and enters


@rule(
    cites="京民社救发〔2018〕445号 九(二)、十(二)",
    words=("标准的全额确定保障金额", "增发城乡低保金"),
    zh="个人低保金",
    en="低保 of the person",
    unit="CNY/month",
    note=("标准全额加增发", "the full standard and the supplement"),
)
def dibao_person_amount(person: Person, law: Law) -> Money:
    return standard(person.home, law) + supplement(person, law)


DIBAO_PERSON = Programme(
    id="dibao_person",
    of=Person,
    zh="个人低保（直接纳入、特殊救济对象）",
    en="minimum living allowance of one person",
    eligible=dibao_person_eligible,
    amount=dibao_person_amount,
    cites="京民社救发〔2018〕445号 二(二)、(三)",
    since=date(2005, 1, 1),
    text_since=date(2019, 1, 1),
    barred_by=(DIBAO,),
    note=(
        "2009年以前的低收入认定标准未收集到，该时期只有特殊救济对象和第二类重残人员",
        "before 2009 the low-income line is not in hand: only relief objects and the dependent severely disabled",
    ),
)
