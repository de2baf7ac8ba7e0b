"""Readings that lost, of the programmes of housing; the reasons stand in ``docs/decisions`` under the number of each."""

from __future__ import annotations

from yihu.engines.rules import rule
from yihu.engines.rules.reform import Reading
from yihu_beijing.facts import Home, Person
from yihu_beijing.law import Law
from yihu_beijing.programmes.assistance.means import counted
from yihu_beijing.programmes.housing.family import family_in_special_need, housing_member
from yihu_beijing.programmes.housing.market import market_rise, moves_out_of_core
from yihu_beijing.programmes.housing.public import no_other_home


@rule(
    cites="京建法〔2015〕14号 一(一)；京建法〔2020〕6号 一",
    words="城镇户籍家庭",
    zh="共同生活的家庭成员都是申请家庭成员",
    en="everybody who lives with the family belongs to it",
    note=("决定0166的另一读法", "the other reading of decision 0166"),
)
def housing_member_counted(person: Person, law: Law) -> bool:
    return counted(person, law)


@rule(
    cites="京建法〔2020〕6号 二(三)、(四)",
    words=("提高一档市场租房补贴标准", "可提高两档市场租房补贴标准"),
    zh="提高的档数（取较高的一种）",
    en="classes of rise, the higher of the two",
    note=("决定0169的另一读法", "the other reading of decision 0169"),
)
def market_rise_higher(home: Home, law: Law) -> int:
    special = law.housing_market_raise_special if family_in_special_need(home, law) else 0
    core = law.housing_market_raise_core if moves_out_of_core(home, law) else 0
    return max(special, core)


@rule(
    cites="京建法〔2015〕14号 一(一)2",
    words="除承租的公租房外，无其他住房",
    zh="除承租的公租房外，在任何地方都没有住房",
    en="no home anywhere but the public one",
    note=("决定0170的另一读法", "the other reading of decision 0170"),
)
def no_home_anywhere(home: Home, law: Law) -> bool:
    return home.homes == 0


READINGS: tuple[Reading, ...] = (
    Reading(
        id="0166-all-who-live-together",
        zh="共同生活的全部成员计入申请住房的家庭",
        en="Everybody who lives together belongs to the applying family",
        replaced={housing_member: housing_member_counted},
    ),
    Reading(
        id="0169-the-higher-rise-only",
        zh="两种提档情形只取较高的一种",
        en="Of the two rises only the higher",
        replaced={market_rise: market_rise_higher},
    ),
    Reading(
        id="0170-no-home-anywhere",
        zh="公租房租金补贴：在外地有住房的也不补贴",
        en="Subsidy of public rent: a home elsewhere bars it too",
        replaced={no_other_home: no_home_anywhere},
    ),
)
