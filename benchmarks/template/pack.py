"""The rules of openfisca-country-template in the rule language of Yihu: facts, law and the eight compared values.

Only a pack for measuring; its amounts are euros. Rules keep the names and order of the template.
"""

# mypy: disable-error-code="return-value,operator"
# The stubs of sum(), min() and `x if y else 0` mix int into Decimal; the rule reader itself checks types and units.

from datetime import date
from importlib.resources import files

from yihu.engines.rules import (
    Choice,
    Entity,
    Many,
    Money,
    Number,
    ParameterSet,
    age_on,
    count,
    divide,
    fact,
    many,
    rule,
    up,
)
from yihu.engines.rules.book import Rulebook

MOST = 1_000_000
"""Highest amount of a month, in euros."""


class Role(Choice):
    """Place of a person in the household."""

    ADULT = "adult", "成人", "adult"
    CHILD = "child", "儿童", "child"


class Occupancy(Choice):
    """How the household has its dwelling."""

    OWNER = "owner", "自有", "owner"
    TENANT = "tenant", "租房", "tenant"
    FREE_LODGER = "free_lodger", "借住", "lodger without rent"
    HOMELESS = "homeless", "无住房", "homeless"


class Person(Entity):
    """A person."""

    home: "Household" = up()
    birth: date = fact(zh="出生日期", en="date of birth")
    salary: Money = fact(zh="工资", en="salary", unit="EUR/month", high=MOST)
    role: Role = fact(zh="在家庭中的角色", en="role in the household")


class Household(Entity):
    """People who live together."""

    rent: Money = fact(zh="租金", en="rent", unit="EUR/month", high=MOST)
    accommodation_size: int = fact(zh="住房面积", en="size of the dwelling", unit="m2", high=10_000)
    housing_occupancy_status: Occupancy = fact(zh="住房状况", en="housing status")
    members: Many[Person] = many(Person, zh="成员", en="members")


class Law(ParameterSet):
    """Parameters of the template on one day."""

    age_of_majority: int
    age_of_retirement: Number
    basic_income: Money
    basic_income_for_all: bool
    pension: Money
    housing_allowance_rate: Number
    parenting_allowance: Money
    parenting_income_limit: Money
    young_child_age: int
    young_child_age_one_adult: int
    income_tax_rate: Number
    contribution_rate: Number
    contribution_rate_above: Number
    contribution_threshold: Money
    housing_tax_rate: Money
    housing_tax_minimum: Money
    months_of_year: int


@rule(cites="country-template age", zh="年龄", en="age", unit="year")
def age(person: Person, law: Law) -> int:
    return age_on(person.birth, law.first_day, feb29="mar1")


@rule(cites="country-template basic_income", zh="基本收入", unit="EUR/month", places=2)
def basic_income(person: Person, law: Law) -> Money:
    adult = age(person, law) >= law.age_of_majority
    return law.basic_income if adult and (law.basic_income_for_all or person.salary == 0) else 0


@rule(cites="country-template pension", zh="养老金", unit="EUR/month", places=2)
def pension(person: Person, law: Law) -> Money:
    return law.pension if age(person, law) >= law.age_of_retirement else 0


@rule(cites="country-template income_tax", zh="所得税", unit="EUR/month", places=4)
def income_tax(person: Person, law: Law) -> Money:
    return (person.salary + pension(person, law)) * law.income_tax_rate


@rule(cites="country-template social_security_contribution", zh="社会保险缴费", unit="EUR/month", places=4)
def social_security_contribution(person: Person, law: Law) -> Money:
    below = min(person.salary, law.contribution_threshold) * law.contribution_rate
    above = max(person.salary - law.contribution_threshold, 0) * law.contribution_rate_above
    return below + above


@rule(cites="country-template housing_allowance", zh="住房补贴", unit="EUR/month", places=4)
def housing_allowance(home: Household, law: Law) -> Money:
    return home.rent * law.housing_allowance_rate


@rule(cites="country-template household_income", zh="家庭工资收入", unit="EUR/month", places=2)
def household_income(home: Household, law: Law) -> Money:
    return sum(m.salary for m in home.members)


@rule(cites="country-template parenting_allowance", zh="育儿津贴", unit="EUR/month", places=2)
def parenting_allowance(home: Household, law: Law) -> Money:
    single = count(m.role == Role.ADULT for m in home.members) == 1
    under_8 = any(age(m, law) < law.young_child_age_one_adult for m in home.members)
    under_6 = any(age(m, law) < law.young_child_age for m in home.members)
    poor = household_income(home, law) <= law.parenting_income_limit
    return law.parenting_allowance if poor and ((single and under_8) or under_6) else 0


@rule(cites="country-template total_benefits", zh="各项福利合计", unit="EUR/month", places=4)
def total_benefits(home: Household, law: Law) -> Money:
    return sum(basic_income(m, law) for m in home.members) + housing_allowance(home, law)


@rule(cites="country-template housing_tax", zh="住房税", unit="EUR/year", places=2)
def housing_tax(home: Household, law: Law) -> Money:
    if home.housing_occupancy_status not in (Occupancy.OWNER, Occupancy.TENANT):
        return 0
    return max(home.accommodation_size * law.housing_tax_rate, law.housing_tax_minimum)


@rule(cites="country-template disposable_income", zh="可支配收入", unit="EUR/month", places=4)
def disposable_income(home: Household, law: Law) -> Money:
    benefits = sum(pension(m, law) for m in home.members) + total_benefits(home, law) + parenting_allowance(home, law)
    levies = sum(income_tax(m, law) + social_security_contribution(m, law) for m in home.members)
    return (
        household_income(home, law) + benefits - levies - divide(housing_tax(home, law), law.months_of_year, places=4)
    )


@rule(cites="country-template basic_income", zh="全家基本收入", unit="EUR/month", places=2)
def basic_income_of_home(home: Household, law: Law) -> Money:
    return sum(basic_income(m, law) for m in home.members)


@rule(cites="country-template income_tax", zh="全家所得税", unit="EUR/month", places=4)
def income_tax_of_home(home: Household, law: Law) -> Money:
    return sum(income_tax(m, law) for m in home.members)


@rule(cites="country-template pension", zh="全家养老金", unit="EUR/month", places=2)
def pension_of_home(home: Household, law: Law) -> Money:
    return sum(pension(m, law) for m in home.members)


COMPARED = (
    basic_income_of_home,
    income_tax_of_home,
    pension_of_home,
    housing_allowance,
    parenting_allowance,
    total_benefits,
    disposable_income,
    housing_tax,
)
"""The eight values of a household in the order of `law.VARIABLES`, those of persons summed."""


def rulebook() -> Rulebook:
    """All rules, read and proved."""
    text = files(__package__).joinpath("template.yaml").read_text("utf-8")
    return Rulebook(Household, Law.read([("template.yaml", text)]), (), rules=COMPARED)
