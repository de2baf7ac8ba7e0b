"""困境儿童生活费: money of de facto unsupported children, and of sick or disabled children on 低保.

Documents: 京民福发〔2011〕173号 一(二) (“173号”: 视同孤儿), 京民福发〔2016〕228号 四、五(一) (“228号”), 京社委儿福发〔2019〕36号
一、二 (“36号”), 京民发〔2026〕2号 (“2号”). Each holds from the first whole month after its signing: May 2011, June 2016,
December 2019; 36号 pays its sum from 2019-07, 2号 from 2025-07. 36号 widens 228号, which goes on (decision 0129). Rules as of 2019:
京民儿福发〔2022〕245号 and 京民福发〔2016〕430号 are not in hand.

Left out: medical cover and education grants (36号 二(二)(三): other schemes, whose rules were to follow), guardians' money
(三, discretionary), insurance of infants (228号 五(四)), and the half-yearly review. Which states of the parents count is
in ``parents``; nursing money of disabled children (228号 五(三)) in ``disability_care``.
"""

from __future__ import annotations

from datetime import date

from yihu.engines.rules import Money, Programme, age_on, divide, recognised, round_half_up, rule
from yihu_beijing.facts import Disability, Home, Person, Studies
from yihu_beijing.law import Law
from yihu_beijing.programmes.assistance.dibao import own_dibao, supplement, taper_amount, tapering
from yihu_beijing.programmes.assistance.means import heads
from yihu_beijing.programmes.assistance.recipients import on_allowance
from yihu_beijing.programmes.child.orphan import born_before, child_of_beijing, minor
from yihu_beijing.programmes.child.parents import unsupported

MIND = (Disability.INTELLECTUAL, Disability.MENTAL)

# who goes on after 18


@rule(
    cites="京民福发〔2011〕173号 一；京民福发〔2016〕228号 五(一)；京社委儿福发〔2019〕36号 二(一)",
    words=("仍在中学或中等职业学校就读的", "高等职业学校或普通本科高校就读的", "高等职业学校或普通本专科院校就读的"),
    zh="仍在可继续享受的学校就读",
    en="in a school where the money goes on",
    note=(
        "173号：中学、中职；228号：普高、中职、高职、本科；36号另加专科（与高职在事实表中为一项）",
        "173号: secondary and vocational; 228号: senior high, vocational, higher vocational, undergraduate; 36号: junior college "
        "too (one fact with higher vocational)",
    ),
)
def at_listed_school(person: Person, law: Law) -> bool:
    if law.child_rules_2016:
        return person.studies in (Studies.HIGH_SCHOOL, Studies.VOCATIONAL, Studies.COLLEGE, Studies.UNDERGRADUATE)
    return person.studies in (Studies.COMPULSORY, Studies.HIGH_SCHOOL, Studies.VOCATIONAL)


@rule(
    cites="京民福发〔2016〕228号 五(一)；京社委儿福发〔2019〕36号 二(一)",
    words=("可继续享受生活保障待遇，直至毕业", "可继续享受生活费直至毕业"),
    zh="未满18周岁，或满18周岁仍在校继续享受事实无人抚养儿童生活费",
    en="under 18, or already on the money and still at school",
)
def unsupported_in_age(person: Person, law: Law) -> bool:
    return minor(person, law) or (recognised(UNSUPPORTED_CHILD, person) and at_listed_school(person, law))


# how much: 补齐 for those on 低保


@rule(
    cites="京民社救发〔2018〕445号 十(四)",
    words="后三个月按50%发放",
    zh="渐退期低保金按人平均",
    en="amount while leaving, a head",
    unit="CNY/month",
    note=(
        "按计入的家庭人数平均（条文未写，决定0131）",
        "an equal part for each member (the text is silent, decision 0131)",
    ),
)
def taper_per_head(home: Home, law: Law) -> Money:
    return divide(taper_amount(home, law), heads(home, law), places=2, if_zero=0)


@rule(
    cites="京社委儿福发〔2019〕36号 二(一)；京民社救发〔2018〕445号 九(一)、十(二)",
    words=("本人低保救助金额", "标准的差额", "增发城乡低保金"),
    zh="本人低保救助金额",
    en="own share of the family's 低保",
    unit="CNY/month",
    note=(
        "本人差额（或全额）加增发，不是家庭低保金；渐退期按人平均",
        "the own gap (or full standard) and supplement, never the family's sum; an equal share while leaving by degrees",
    ),
)
def own_allowance(person: Person, law: Law) -> Money:
    return taper_per_head(person.home, law) if tapering(person.home, law) else own_dibao(person, law)


@rule(
    cites="京社委儿福发〔2019〕36号 二(一)；京民发〔2026〕2号 二4",
    words=("在本人低保救助金额的基础上补齐", "分类救助资金额度基础上补齐"),
    zh="补齐时扣除的本人低保金额",
    en="own 低保 that the top-up deducts",
    unit="CNY/month",
    note=(
        "2019年12月起扣本人低保救助金额，2025年7月起按2号只扣本人分类救助增发额（决定0131）",
        "the own share from December 2019, by 2号 only the own supplement from July 2025 (decision 0131)",
    ),
)
def deducted(person: Person, law: Law) -> Money:
    if not law.child_top_up:
        return 0
    if not on_allowance(person, law):
        return 0
    if law.child_top_up_supplement_only:
        return supplement(person, law)
    return own_allowance(person, law)


@rule(
    cites="京民福发〔2016〕228号 五(一)2；京社委儿福发〔2019〕36号 二(一)；京民发〔2026〕2号 二3、4",
    words=("按照每人每月1800元发放生活费", "生活费参照孤儿生活费标准发放", "参照孤儿生活费标准进行保障"),
    zh="事实无人抚养儿童生活费",
    en="living money of an unsupported child",
    unit="CNY/month",
)
def unsupported_amount(person: Person, law: Law) -> Money:
    return max(law.child_unsupported_standard - deducted(person, law), 0)


@rule(
    cites="京社委儿福发〔2019〕36号 一",
    words="将事实无人抚养儿童扩大至未满18周岁",
    zh="符合事实无人抚养儿童生活费条件",
    en="conditions of unsupported children's money",
)
def unsupported_eligible(person: Person, law: Law) -> bool:
    return (
        child_of_beijing(person, law)
        and born_before(person, law)
        and unsupported_in_age(person, law)
        and unsupported(person, law)
    )


# sick and disabled children on 低保: 228号 四(三), 五(一)3


@rule(
    cites="京民福发〔2016〕228号 四(三)、五(一)",
    words=("罹患重大疾病", "年满18周岁仍在普通高中"),
    zh="罹患重大疾病的儿童",
    en="gravely ill child",
    note=("未满18周岁，或已享受且仍在校", "under 18, or already on the money and still at school"),
)
def sick_child(person: Person, law: Law) -> bool:
    in_age = minor(person, law) or (recognised(DISTRESSED_CHILD, person) and at_listed_school(person, law))
    return person.serious_illness and in_age


@rule(
    cites="京民福发〔2016〕228号 四(三)",
    words=("年龄在16周岁以下", "残疾等级为三级的智力、精神残疾儿童"),
    zh="残疾儿童",
    en="disabled child",
    note=(
        "各类一二级、智力精神三级；“16周岁以下”按未满16周岁（决定0130）",
        "any kind of grade 1-2, mind 3; “16周岁以下” is read as under 16 (decision 0130)",
    ),
)
def severe_child(person: Person, law: Law) -> bool:
    grade = person.disability_grade
    listed = (person.disability != Disability.NONE and grade <= law.child_disabled_grade) or (
        person.disability in MIND and grade <= law.child_disabled_grade_mind
    )
    return grade > 0 and listed and age_on(person.birth, law.first_day, feb29="mar1") < law.child_disabled_age


@rule(
    cites="京民福发〔2016〕228号 四(三)",
    words="以下简称“贫困家庭重病残疾儿童”",
    zh="低保家庭中的重病或残疾儿童",
    en="sick or disabled child on 低保",
    note=("城乡低保家庭，不含只领生活困难补助的", "on 低保 itself; hardship aid is not named"),
)
def distressed_eligible(person: Person, law: Law) -> bool:
    return (
        child_of_beijing(person, law)
        and born_before(person, law)
        and on_allowance(person, law)
        and (sick_child(person, law) or severe_child(person, law))
    )


@rule(
    cites="京民福发〔2016〕228号 五(一)3；京民发〔2026〕2号 二4",
    words=("事实无人抚养儿童生活费标准的40%", "按照困境儿童生活费标准的40%发放生活费"),
    zh="低保家庭重病残疾儿童生活费",
    en="money of a sick or disabled child on 低保",
    unit="CNY/month",
    note=("在低保分类救助之外发放，不从低保中扣除", "on top of 低保, nothing is deducted"),
)
def distressed_amount(person: Person, law: Law) -> Money:
    return round_half_up(law.child_sick_disabled_share * law.child_difficulty_standard, 2)


AS_OF_2019 = (
    "按2019年的规则：京民儿福发〔2022〕245号和京民福发〔2016〕430号未收集到；2018年至2025年6月的标准凭记忆",
    "rules as of 2019: 245号 of 2022 and 430号 of 2016 are not in hand; the sums of 2018 to June 2025 are from memory",
)

UNSUPPORTED_CHILD = Programme(
    id="unsupported_child",
    of=Person,
    zh="事实无人抚养儿童生活费",
    en="living money of de facto unsupported children",
    eligible=unsupported_eligible,
    amount=unsupported_amount,
    cites="京社委儿福发〔2019〕36号；京民发〔2026〕2号",
    since=date(2011, 4, 25),
    note=AS_OF_2019,
)

DISTRESSED_CHILD = Programme(
    id="distressed_child",
    of=Person,
    zh="低保家庭重病残疾儿童生活费",
    en="money of sick and disabled children on 低保",
    eligible=distressed_eligible,
    amount=distressed_amount,
    cites="京民福发〔2016〕228号；京民发〔2026〕2号",
    since=date(2016, 5, 31),
    note=AS_OF_2019,
)
