"""Readings of services for elders that lost; the reasons stand in ``docs/decisions`` under the number in each id."""

from __future__ import annotations

from yihu.engines.rules import rule
from yihu.engines.rules.reform import Reading
from yihu_beijing.facts import Ability, Person
from yihu_beijing.law import Law
from yihu_beijing.programmes.assistance.means import severely_disabled
from yihu_beijing.programmes.elder.allowance_readings import READINGS as ALLOWANCE_READINGS
from yihu_beijing.programmes.elder.homes import cares_for_self, placement_disabled, placement_not_tekun

ABLE = (Ability.NOT_ASSESSED, Ability.INTACT)


@rule(
    cites="北京市困境家庭服务对象入住社会福利机构补贴实施办法",
    zh="特困人员也在内",
    en="special hardship included",
    note=("决定0153的另一读法", "the other reading of decision 0153"),
)
def placement_anybody(person: Person, law: Law) -> bool:
    return True


@rule(
    cites="财新网 2013-11-09 报道",
    zh="未评估为失能",
    en="not assessed as having lost ability",
    note=("决定0154的另一读法", "the other reading of decision 0154"),
)
def not_assessed_dependent(person: Person, law: Law) -> bool:
    return person.ability in ABLE


READINGS: tuple[Reading, ...] = (
    *ALLOWANCE_READINGS,
    Reading(
        id="0153-severe-disability-only",
        zh="入住福利机构补贴：其他残疾人只限重度",
        en="Life in a welfare home: of other disabled persons the severely disabled only",
        replaced={placement_disabled: severely_disabled},
    ),
    Reading(
        id="0153-special-hardship-too",
        zh="入住福利机构补贴：特困人员也享受",
        en="Life in a welfare home: special hardship too",
        replaced={placement_not_tekun: placement_anybody},
    ),
    Reading(
        id="0154-assessed-ability",
        zh="养老机构运营补贴：按能力评估等级区分",
        en="Elder homes: told apart by the assessed ability",
        replaced={cares_for_self: not_assessed_dependent},
    ),
)
