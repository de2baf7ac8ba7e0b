"""Everything the synthetic city assumes because no published figure says it; each constant with its note.

What is published stands in ``figures/`` and is not repeated here. Money is in CNY, a month unless said otherwise.
"""

from __future__ import annotations

from typing import Final

# people and families

AGE_SHARES: Final = {
    (0, 15): (0.370, 0.375, 0.255),
    (15, 60): (0.041, 0.093, 0.133, 0.174, 0.142, 0.107, 0.105, 0.107, 0.098),
    (60, 65): (1.0,),
    (65, 80): (0.54, 0.29, 0.17),
    (80, 111): (0.530, 0.345, 0.108, 0.0148, 0.0022),
}
"""Five-year groups within each published group of ages; 100 and older so that there are about 1,438 (2020)."""

RESIDENTS_80: Final = 655_000
"""Residents of 80 or more in 2020: the registered ones (633,000) and a few more, as in 2024 (687,000 of 661,000)."""

ELDERS_60: Final = {110101: 0.253, 110102: 0.257, 110107: 0.255, 110109: 0.256}
"""Share of 60+ in 2020 in Dongcheng, Xicheng, Mentougou: their share of 2024 times 19.6/23.5 (the city's growth); in
Shijingshan near Dongcheng's, as its share among the registered is (34.6 to 33.3)."""

KIND_WEIGHTS: Final = {
    "single": 0.230, "elder_alone": 0.080, "couple": 0.120, "elder_couple": 0.090, "couple_child": 0.260,
    "couple_two": 0.065, "couple_three": 0.005, "parent_child": 0.035, "parent_two": 0.007, "adult_elder": 0.030,
    "couple_elder": 0.025, "three_generations": 0.030, "five_together": 0.015, "six_together": 0.006,
    "grandparents_child": 0.003, "grandparent_child": 0.002, "siblings": 0.006,
}  # fmt: skip
"""Kinds of family households before raking to ages and to 2.31 persons."""

STUDENT_ROOMS: Final = 200_000
"""Collective households of students (four each); the other collective ones are workers and children's homes."""

WORKER_ROOMS: Final = {2: 0.35, 3: 0.30, 4: 0.20, 6: 0.15}
"""Sizes of collective households of workers before raking. A collective household of one cannot be told from a single."""

CHILDREN_IN_HOMES: Final = 1_100
"""Orphans and foundlings in children's homes, three to a group."""

FROM_ELSEWHERE: Final = ((30, 0.62), (40, 0.50), (50, 0.38), (60, 0.20), (70, 0.07), (80, 0.04), (200, 0.015))
"""Share of families from elsewhere below each age of the first member, before the odds are moved to the published total."""

OLD_PARENTS_FOLLOW: Final = 0.25
"""Odds of being from elsewhere of families that live with an old parent, against other families: few parents follow."""

MIXED_COUPLES: Final = ((60, 0.12), (200, 0.03))
"""Share of registered people below each age whose spouse is registered elsewhere."""

MIXED_WITH_PERMIT: Final = 0.6
"""Spouses from elsewhere who hold a residence permit."""

PARENTS_FROM_ELSEWHERE: Final = 0.04
"""Old parents from elsewhere in a registered family."""

WORKERS_REGISTERED: Final = 0.12
"""Registered people in collective households of workers."""

STUDENTS_REGISTERED: Final = (0.0, 0.0, 0.60, 0.40)
"""Registration of students in collective households, in the order of ``Hukou``: a registered student is with the family."""

RURAL: Final = (0.7, 130)
"""Registered families in villages with a rural registration, and their district's rural standard before July 2008.
Both matter for 低保 before July 2015, the first also for aid to families registered in a town."""

VILLAGE_SIZE: Final = 0.35
"""People of a village to those of a residents' community in the same district."""

# health

CERTIFICATES: Final = ((16, 0.010), (40, 0.020), (60, 0.042), (70, 0.085), (80, 0.115), (200, 0.150))
"""Registered people with a disability certificate, below each age: 4 to 5 % in all."""

CERTIFICATES_ELSEWHERE: Final = 0.004
"""People from elsewhere with one."""

DISABILITY_YOUNG: Final = (0.0, 0.06, 0.12, 0.04, 0.28, 0.36, 0.14)
DISABILITY_ADULT: Final = (0.0, 0.10, 0.11, 0.02, 0.50, 0.12, 0.15)
DISABILITY_OLD: Final = (0.0, 0.15, 0.22, 0.01, 0.56, 0.01, 0.05)
"""Kinds of disability below 16, from 16 to 59, from 60, in the order of ``Disability``."""

GRADES: Final = (0.14, 0.22, 0.27, 0.37)
"""Grades 1 to 4."""

GRAVE_KINDS: Final = (0.12, 0.38, 0.22, 0.28)
GRAVE_GRADES: Final = (0.4, 0.6)
"""Kinds (visual, physical, intellectual, mental) and grades (1, 2) of those who are in need because gravely disabled."""

CAPACITY_GRAVE: Final = (0.15, 0.15, 0.35, 0.35)
CAPACITY_OTHER: Final = 0.4
"""Capacity of gravely disabled people of 16 or more, in the order of ``Capacity``; others whose capacity is partly lost."""

SELF_CARE_GRAVE: Final = (0.50, 0.35, 0.15)
SELF_CARE_80: Final = (0.82, 0.12, 0.06)
"""Self-care of the gravely disabled and of people of 80 or more, in the order of ``SelfCare``."""

MULTIPLE: Final = 0.05
"""People with a certificate who have more than one disability."""

GRAVELY_ILL: Final = ((40, 0.0006), (60, 0.0025), (200, 0.0060))
"""People with a diagnosis of the last six months, below each age."""

ASSESSED: Final = ((60, 0.0), (70, 0.012), (80, 0.05), (90, 0.24), (200, 0.45))
"""Registered old people whose ability was assessed, below each age."""

ABILITY: Final = (0.0, 0.12, 0.26, 0.24, 0.22, 0.16)
"""Results of assessments, in the order of ``Ability``."""

# work and money

WAGE: Final = (9_000.0, 0.55)
BUSINESS: Final = (7_000.0, 0.70)
PENSION: Final = (4_600.0, 0.35)
"""Median and spread (of the logarithm) of wages, business incomes and pensions."""

RENT: Final = (0.25, 3_500.0, 0.5)
"""Share of families with a second home that let it; median and spread of the rent."""

GRAVE_WITHOUT_JOB: Final = 0.7
"""Gravely disabled people below 60 who lose the job that others of their age and sex have."""

MONEY_LOCAL: Final = (150_000.0, 1.1)
MONEY_ELSEWHERE: Final = (60_000.0, 1.1)
"""Median and spread of money assets of a family."""

VEHICLES: Final = (0.22, 0.46, 0.22)
"""Families with a vehicle: one person, more, from elsewhere."""

HOMES_LOCAL: Final = (0.05, 0.72, 0.19, 0.04)
HOMES_ELSEWHERE: Final = (0.70, 0.27, 0.03, 0.0)
"""Families by homes owned."""

SMALL_HOMES: Final = 0.25
"""Families with less floor area a head than the city's mean, among those with one home."""

# need

RECEIVED: Final = 0.94
OVERSTAYED: Final = 0.03
"""Of those entitled 6 % do not receive; of those receiving 3 % are no longer entitled. Both are assumptions."""

WRONG_AMOUNT: Final = 0.02
"""Receive an amount from before the last raise of the standard."""

DIBAO_KINDS: Final = {
    "single": 0.30, "elder_alone": 0.20, "couple": 0.07, "elder_couple": 0.06, "couple_child": 0.08, "couple_two": 0.02,
    "parent_child": 0.13, "parent_two": 0.02, "adult_elder": 0.07, "couple_elder": 0.01, "three_generations": 0.01,
    "grandparents_child": 0.01, "grandparent_child": 0.01, "siblings": 0.01,
}  # fmt: skip
LOW_KINDS: Final = {
    "single": 0.12, "elder_alone": 0.10, "couple": 0.12, "elder_couple": 0.18, "couple_child": 0.25, "couple_two": 0.06,
    "parent_child": 0.08, "adult_elder": 0.05, "couple_elder": 0.02, "three_generations": 0.02,
}  # fmt: skip
TEKUN_KINDS: Final = {"elder_alone": 0.78, "single": 0.22}
"""Kinds of family in need, before raking to the published persons a family."""

NEAR_MISSES: Final = 90_000
"""Families that miss one condition: a little too much income, a vehicle, a second home, savings, or an able child."""

NEAR_MISS_SHARES: Final = (0.35, 0.20, 0.15, 0.15, 0.15)
"""The five, in that order; the last only old people living apart."""

NEED_WORK: Final = (0.55, 0.28, 0.0, 0.17)
NEED_PENSION: Final = 0.75
NEED_HIRED: Final = 0.5
"""Grown members in need below 60, in the order of ``Employment``; those of 60 or more with a small pension; first members
of low-income families and near misses, not alone, who are employees."""

DIBAO_NO_INCOME: Final = 0.25
DIBAO_INCOME: Final = (0.08, 0.90)
TEKUN_INCOME: Final = (0.0, 0.4)
NEAR_INCOME: Final = (0.20, 0.98)
TAPER_ABOVE: Final = (20.0, 600.0)
"""Families on 低保 without any income; income a head of the others, and in 特困, as a share of the standard; of near misses
for another reason, as a share of the low-income line; of tapering families above the standard, in yuan."""

NEED_MONEY: Final = (4_000.0, 1.0)
NEED_HOME: Final = 0.7
"""Median a head and spread of money assets of families in need; those who own or rent a home from the public."""

TAPERING: Final = 1_200
"""Families in the months of tapering after they found work and said so."""

DIRECT_ENTRY: Final = 3_000
"""Jobless adults, gravely disabled, who depend on an old parent or on siblings and may apply alone."""

DIBAO_DISABLED: Final = 0.40
DIBAO_ILL: Final = 0.10
"""First members, below 60, of families in need who are gravely disabled, or gravely ill."""

ORPHANS: Final = 600
UNSUPPORTED: Final = 2_600
"""Children outside homes without living parents; with parents who cannot bring them up."""

MONTHS_AWAY: Final = (2, 60)
"""Least and most months of a sentence, detention or absence of a parent."""

CARE_RULED: Final = 0.5
"""Multiply disabled people of grade 3 (intellectual, mental) whose district has ruled for the nursing subsidy."""

HIV_CHILDREN: Final = 40
ADOPTED: Final = 120
UNATTENDED: Final = 0.006
"""Children with HIV; adopted disabled orphans; share of grandchildren found temporarily unattended."""

DUTY_BROKEN: Final = 0.02
"""Registered unemployed in families on 低保 who were struck off and do not seek work."""

UNABLE: Final = (0.34, 0.14, 0.08, 0.14, 0.04, 0.22, 0.02, 0.02)
"""Parents of unsupported children: dead, disabled, ill, in prison, detoxification, out of contact, missing, revoked."""

SPENDING: Final = (30_000, 30_000.0, 0.7)
"""Families a year with great necessary spending; its median and spread."""

SPENDING_AIDED: Final = 0.4
"""Of those, already aided for the same cause."""

EMERGENCIES: Final = 900
EMERGENCY_KINDS: Final = (0.35, 0.55, 0.10)
EMERGENCY_WAITING: Final = 0.3
EMERGENCY_IMMEDIATE: Final = 0.2
"""Families in an urgent event now: accident, illness, other; waiting for 低保 or 特困, of those in need; at once."""

HARDSHIP_AID: Final = 0.00025
FAMILY_PLANNING_SPECIAL: Final = 0.004
RELIEF: Final = (0.99915, 0.00005, 0.0003, 0.0005)
"""Registered adults on hardship aid; of 50 or more who lost an only child; groups in the order of ``Relief``."""

CARE_BENEFITS: Final = 0.0002
"""Registered adults on each rare care benefit (work injury, heroism, educated youth, day care)."""

OTHER_BENEFITS: Final = (0.001, 1_500.0)
"""Registered people of 60 or more on a veteran's or war-disabled allowance; its usual amount."""

ABSENT: Final = (0.99940, 0.0, 0.00001, 0.00004, 0.00050, 0.00005)
"""Reasons not to be counted, in the order of ``Absence``: grown members other than the first."""

CONSCRIPTS: Final = 0.01
"""Sons of 18 to 23 who serve."""

# those who owe support

CHILDREN_ELSEWHERE: Final = (
    (70, (0.06, 0.66, 0.24, 0.04)),
    (80, (0.04, 0.34, 0.40, 0.22)),
    (200, (0.05, 0.20, 0.35, 0.40)),
)
"""Families of grown children of old people living apart: none, 1, 2, 3, below each age."""

OTHER_PARENT: Final = 0.75
"""Single parents whose child has another living parent who owes maintenance."""

OBLIGOR_PEOPLE: Final = (0.12, 0.22, 0.45, 0.16, 0.05)
OBLIGOR_HOMES: Final = (0.08, 0.66, 0.22, 0.04)
OBLIGOR_FAMILIES: Final = (0.72, 0.26, 0.02)
OBLIGOR_CHILDREN: Final = (0.80, 0.20)
OBLIGOR_ILL: Final = 0.04
"""Families that owe support: 1 to 5 people; 0 to 3 homes; 1 to 3 families to support; 1 or 2 children to pay for; somebody
gravely ill or disabled."""

OBLIGOR_PAPER: Final = 0.5
OBLIGOR_PAYS: Final = 0.6
"""Other parents with a judgment; those who pay a fifth of their income in fact."""

OBLIGOR_POOR_INCOME: Final = (0.40, 0.95)
OBLIGOR_POOR_ASSETS: Final = (1_000.0, 40_000.0)
OBLIGOR_POOR_HOME: Final = 0.6
OBLIGOR_ASSISTED: Final = 0.08
DIBAO_NO_OBLIGOR: Final = 0.5
DIBAO_OTHER_PARENT: Final = 0.3
"""Relatives of families in need: income as a share of what 445号 十二 leaves them, assets a head, those with a home, those
assisted themselves; families on 低保 without children elsewhere, and single parents on it whose child has another parent."""

OBLIGOR_INCOME: Final = (17_000.0, 0.6)
OBLIGOR_ASSETS: Final = (150_000.0, 1.0)
"""Median and spread of the income and of the movable assets of such a family."""

# what is not known

UNKNOWN_INCOME: Final = 0.040
UNKNOWN_ASSETS: Final = 0.030
"""Families, not in need, whose income (of the first member), or whose money assets nobody has told."""
