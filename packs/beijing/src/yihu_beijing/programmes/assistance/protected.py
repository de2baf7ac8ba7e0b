"""保障人口: who of the family 低保 pays for.

Documents: 京民社救发〔2018〕445号 九(一); 京民社救发〔2017〕24号 第二十八条 (whoever enters 特困 leaves 低保);
京民福发〔2011〕173号 二(二) (an orphan on 基本生活费 leaves 低保). Both stay members of the family: they count as heads
for the income per head (decision 0104).
"""

from __future__ import annotations

from yihu.engines.rules import entitled, rule
from yihu_beijing.facts import Home, Person
from yihu_beijing.law import Law
from yihu_beijing.programmes.assistance.means import counted
from yihu_beijing.programmes.assistance.tekun import TEKUN_BASIC
from yihu_beijing.programmes.child.orphan import ORPHAN


@rule(
    cites="京民社救发〔2018〕445号 九(一)；京民社救发〔2017〕24号 第二十八条；京民福发〔2011〕173号 二(二)",
    words=("保障人口数", "不再适用最低生活保障政策", "不再享受原城乡低保救助待遇"),
    zh="低保保障人口",
    en="protected by 低保",
    note=(
        "特困人员和孤儿不再享受低保，但仍计入家庭人数（决定0104）",
        "persons in special hardship and orphans leave 低保 but stay members of the family (decision 0104)",
    ),
)
def protected(person: Person, law: Law) -> bool:
    return counted(person, law) and not entitled(TEKUN_BASIC, person, law) and not entitled(ORPHAN, person, law)


@rule(cites="京民社救发〔2018〕445号 九(一)", words="共同生活的保障人口数", zh="有保障人口", en="somebody is protected")
def anybody_protected(home: Home, law: Law) -> bool:
    return any(protected(m, law) for m in home.members)
