"""Why a child's parents do not bring it up: the states that make a child 事实无人抚养 (de facto unsupported).

Documents: 京民福发〔2011〕173号 一(二) (“173号”), 京民福发〔2016〕228号 四(二) (“228号”), 京社委儿福发〔2019〕36号 一、二(一)
(“36号”). A community's confirmation and the district's verification are facts. The texts pair the parents' states; pairs they do
not name (say, one parent revoked and the other in prison) reach the money only through 228号's confirmation.
"""

from __future__ import annotations

from yihu.engines.rules import rule
from yihu_beijing.facts import ParentState, Person
from yihu_beijing.law import Law

LASTING = (ParentState.DEAD, ParentState.MISSING, ParentState.DISABLED)
DETAINED = (ParentState.PRISON, ParentState.DETOX, ParentState.RESTRICTED)
INCAPABLE = (ParentState.DISABLED, ParentState.DISABLED_OTHER, ParentState.ILL)
LOST = (ParentState.DEAD, ParentState.MISSING)


# 173号 and 228号


@rule(
    cites="京民福发〔2011〕173号 一(二)；京民福发〔2016〕228号 四(二)",
    words=("死亡、失踪、服刑、重度残疾", "服刑在押或强制隔离戒毒"),
    zh="父亲死亡、失踪、残疾、服刑或强制隔离戒毒",
    en="father dead, missing, disabled, in prison or detoxification",
    note=(
        "强制隔离戒毒和刑期、期限的月数自228号起",
        "detoxification, and a shortest term, since 228号",
    ),
)
def father_absent(person: Person, law: Law) -> bool:
    if law.child_rules_2016:
        long_enough = person.father_months >= law.child_sentence_months
        return person.father in LASTING or (person.father in (ParentState.PRISON, ParentState.DETOX) and long_enough)
    return person.father in LASTING or person.father == ParentState.PRISON


@rule(
    cites="京民福发〔2011〕173号 一(二)；京民福发〔2016〕228号 四(二)",
    words=("死亡、失踪、服刑、重度残疾", "服刑在押或强制隔离戒毒"),
    zh="母亲死亡、失踪、残疾、服刑或强制隔离戒毒",
    en="mother dead, missing, disabled, in prison or detoxification",
    note=("同父亲", "as for the father"),
)
def mother_absent(person: Person, law: Law) -> bool:
    if law.child_rules_2016:
        long_enough = person.mother_months >= law.child_sentence_months
        return person.mother in LASTING or (person.mother in (ParentState.PRISON, ParentState.DETOX) and long_enough)
    return person.mother in LASTING or person.mother == ParentState.PRISON


@rule(
    cites="京民福发〔2011〕173号 一(二)；京民福发〔2016〕228号 四(二)",
    words=("父母双方同时出现", "父母双方存在"),
    zh="父母双方均有所列情形",
    en="both parents in one of these states, in any mix",
)
def both_absent(person: Person, law: Law) -> bool:
    return father_absent(person, law) and mother_absent(person, law)


@rule(
    cites="京民福发〔2016〕228号 四(二)",
    words="另一方因其他情形无法履行抚养义务和监护职责",
    zh="一方有所列情形，另一方经确认无法履行抚养义务",
    en="one parent in these states, the other confirmed as unable",
    note=(
        "须有村居民会议书面材料和街乡书面核实意见",
        "with the paper of the residents' meeting and the street's confirmation",
    ),
)
def one_absent_one_unable(person: Person, law: Law) -> bool:
    if law.child_rules_2016:
        return (father_absent(person, law) and person.mother == ParentState.CONFIRMED_UNABLE) or (
            mother_absent(person, law) and person.father == ParentState.CONFIRMED_UNABLE
        )
    return False


# 36号 一: the wider states


@rule(
    cites="京社委儿福发〔2019〕36号 一1、2",
    words="残疾、重病、服刑在押、强制隔离戒毒",
    zh="父亲残疾、重病、服刑、强制隔离戒毒、被限制人身自由或失联",
    en="father disabled, gravely ill, detained or out of contact",
    note=(
        "残疾含一二级各类和三四级智力、精神；服刑等和失联在六个月及以上",
        "any kind of grade 1-2, mind 3-4; six months or more",
    ),
)
def father_unable(person: Person, law: Law) -> bool:
    return (
        person.father in INCAPABLE
        or (person.father in DETAINED and person.father_months >= law.child_sentence_months)
        or (person.father == ParentState.LOST_CONTACT and person.father_months >= law.child_lost_contact_months)
    )


@rule(
    cites="京社委儿福发〔2019〕36号 一1、2",
    words="残疾、重病、服刑在押、强制隔离戒毒",
    zh="母亲残疾、重病、服刑、强制隔离戒毒、被限制人身自由或失联",
    en="mother disabled, gravely ill, detained or out of contact",
    note=("同父亲", "as for the father"),
)
def mother_unable(person: Person, law: Law) -> bool:
    return (
        person.mother in INCAPABLE
        or (person.mother in DETAINED and person.mother_months >= law.child_sentence_months)
        or (person.mother == ParentState.LOST_CONTACT and person.mother_months >= law.child_lost_contact_months)
    )


@rule(
    cites="京社委儿福发〔2019〕36号 一1",
    words="父母双方均符合残疾、重病",
    zh="父母双方均有第1项情形",
    en="both parents are in these states",
)
def both_unable(person: Person, law: Law) -> bool:
    return father_unable(person, law) and mother_unable(person, law)


@rule(
    cites="京社委儿福发〔2019〕36号 一2",
    words="父母一方死亡或失踪，另一方符合",
    zh="一方死亡或失踪，另一方有第1项情形",
    en="one parent dead or declared missing, the other in these states",
)
def one_lost_one_unable(person: Person, law: Law) -> bool:
    return (person.father in LOST and mother_unable(person, law)) or (
        person.mother in LOST and father_unable(person, law)
    )


@rule(
    cites="京社委儿福发〔2019〕36号 一3",
    words="且没有其他监护人抚养的",
    zh="父母双方被撤销监护资格，且没有其他监护人抚养",
    en="guardianship of both revoked, and no other guardian brings the child up",
)
def both_revoked(person: Person, law: Law) -> bool:
    revoked = person.father == ParentState.REVOKED and person.mother == ParentState.REVOKED
    return revoked and not person.other_guardian


@rule(
    cites="京社委儿福发〔2019〕36号 二(一)",
    words="可认定为临时无人抚养儿童",
    zh="临时无人抚养儿童",
    en="temporarily unattended child",
    note=(
        "情形查验确认前、不足六个月或撤销监护前，经区民政核实的，参照享受；“可认定”一律认定",
        "before confirmation, below six months, or before guardianship is revoked, once the district has verified it; “may” is "
        "read as always",
    ),
)
def temporarily_unattended(person: Person, law: Law) -> bool:
    return law.child_temporary and person.temporarily_unattended


@rule(
    cites="京民福发〔2011〕173号 一(二)；京民福发〔2016〕228号 四(二)；京社委儿福发〔2019〕36号 一、二(一)",
    words=("视同孤儿", "以下统称“事实无人抚养儿童”", "认定范围的基础上", "享受临时生活保障"),
    zh="属于事实无人抚养儿童",
    en="de facto unsupported child",
    note=(
        "36号在228号范围基础上扩大，两者并用（决定0129）",
        "36号 widens 228号 and both hold (decision 0129)",
    ),
)
def unsupported(person: Person, law: Law) -> bool:
    if law.child_rules_2019:
        return (
            both_absent(person, law)
            or one_absent_one_unable(person, law)
            or both_unable(person, law)
            or one_lost_one_unable(person, law)
            or both_revoked(person, law)
            or temporarily_unattended(person, law)
        )
    return both_absent(person, law) or one_absent_one_unable(person, law)
