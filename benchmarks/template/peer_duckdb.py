"""The rules as a good engineer would write them in SQL for DuckDB, over one row a household with member lists.

What makes it fast, measured against plainer forms: birth dates are compared with a date instead of computing ages;
members who can never count are filtered out once; members are counted and the count multiplied once; terms that do
not change with the month are computed once; the youngest member answers every "any child under"; sums are cast back
from 128 to 64 bits. Each level is a subquery: columns that refer to columns of the same SELECT are inlined by the
binder again and again. All arithmetic is exact integers, in the units of `law`.
"""

from collections.abc import Mapping
from pathlib import Path

import duckdb

from benchmarks.template import law, peer

BIRTHS, SALARIES, ROLES = '"members.birth"', '"members.salary"', '"members.role"'


def born_by(age: int, month: int) -> str:
    """Condition on a birth date `b`: at least `age` years old on the first of the month."""
    return f"b <= DATE '{law.turned(age, month)}'"


def members(city: Path) -> str:
    """Level 1: what lists say once for all months."""
    above = f"greatest(s - {law.CONTRIBUTION_THRESHOLD_CENTS}, 0)"
    taxed = f"housing_occupancy_status IN {law.TAXED_OCCUPANCY}"
    area_tax = f"greatest(accommodation_size::BIGINT * {law.HOUSING_TAX_PER_M2}, {law.HOUSING_TAX_MINIMUM})"
    unpaid = f"{SALARIES}[i] = 0 AND {born_by(law.AGE_OF_MAJORITY, law.LAST_ALLOWANCE_MONTH)}"
    return f"""
        SELECT rent,
            list_sum({SALARIES})::BIGINT AS pay,
            list_sum(list_transform({SALARIES}, lambda s: {above}))::BIGINT AS pay_above,
            list_max({BIRTHS}) AS youngest,
            len(list_filter({ROLES}, lambda r: r = {law.ADULT})) = 1 AS single,
            list_filter({BIRTHS}, lambda b, i: {unpaid}) AS unpaid_adults,
            list_filter({BIRTHS}, lambda b: {born_by(law.AGE_OF_MAJORITY, 12)}) AS adults,
            list_filter({BIRTHS}, lambda b: {born_by(law.AGE_OF_RETIREMENT, 12)}) AS retired,
            CASE WHEN {taxed} THEN {area_tax} ELSE 0 END * {law.UNIT} AS housing_tax
        FROM read_parquet('{city}')"""


def counts(below: str) -> str:
    """Level 2: how many members count in each month, and what a month's disposable income starts from."""

    def count(members: str, age: int, month: int) -> str:
        return f"len(list_filter({members}, lambda b: {born_by(age, month)}))"

    columns = {f"pensioners_{month}": count("retired", law.AGE_OF_RETIREMENT, month) for month in law.MONTHS}
    for month in law.MONTHS:
        members = "unpaid_adults" if month <= law.LAST_ALLOWANCE_MONTH else "adults"
        columns[f"supported_{month}"] = count(members, law.AGE_OF_MAJORITY, month)
    contribution = (
        f"pay * {law.CONTRIBUTION_PERCENT} + pay_above * {law.CONTRIBUTION_PERCENT_ABOVE - law.CONTRIBUTION_PERCENT}"
    )
    columns |= {
        "pay_tax": f"pay * {law.INCOME_TAX_PERCENT}",
        "rent_share": f"rent * {law.HOUSING_ALLOWANCE_PERCENT}",
        "poor": f"pay <= {law.PARENTING_THRESHOLD_CENTS}",
        "kept": f"pay * {law.CENT} - ({contribution}) - (housing_tax + 6) // 12",
    }
    return f"SELECT {_listed(columns)}, youngest, single, housing_tax FROM ({below})"


def benefits(below: str) -> str:
    """Level 3: the monthly benefits that need no other benefit."""
    columns: dict[str, str] = {}
    for month in law.MONTHS:
        paid = month <= law.LAST_ALLOWANCE_MONTH
        under_8 = f"youngest > DATE '{law.turned(law.YOUNG_CHILD_OF_ONE, month)}'"
        under_6 = f"youngest > DATE '{law.turned(law.YOUNG_CHILD, month)}'"
        entitled = f"poor AND ({under_8} AND single OR {under_6})"
        columns |= {
            law.cell("basic_income", month): f"supported_{month} * {law.BASIC_INCOME}",
            law.cell("income_tax", month): f"pay_tax + pensioners_{month} * {pension_tax()}",
            law.cell("pension", month): f"pensioners_{month} * {law.PENSION}",
            law.cell("housing_allowance", month): "rent_share" if paid else "0::BIGINT",
            law.cell("parenting_allowance", month): f"CASE WHEN {entitled} THEN {law.PARENTING_ALLOWANCE} ELSE 0 END",
        }
    return f"SELECT {_listed(columns)}, kept, housing_tax FROM ({below})"


def pension_tax() -> int:
    """Income tax on one pension."""
    return law.PENSION * law.INCOME_TAX_PERCENT // 100


def sums(below: str) -> str:
    """Level 4: total benefits and disposable income beside the columns below, all of `law.CELLS`."""
    columns = {}
    for month in law.MONTHS:
        basic, allowance, pension, parenting, tax = (
            law.cell(name, month)
            for name in ("basic_income", "housing_allowance", "pension", "parenting_allowance", "income_tax")
        )
        columns[law.cell("total_benefits", month)] = f"{basic} + {allowance}"
        columns[law.cell("disposable_income", month)] = (
            f"kept + {basic} + {allowance} + {pension} + {parenting} - {tax}"
        )
    return f"SELECT *, {_listed(columns)} FROM ({below})"


def _listed(columns: Mapping[str, str]) -> str:
    return ", ".join(f"{expression} AS {name}" for name, expression in columns.items())


def table(city: Path) -> str:
    """The query of every household's values, one row a household."""
    return sums(benefits(counts(members(city))))


def totals(city: Path) -> str:
    """The query of the yearly sums, one row."""
    columns = {name: f"sum({' + '.join(law.cell(name, month) for month in law.MONTHS)})" for name in law.MONTHLY} | {
        name: f"sum({name})" for name in law.YEARLY
    }
    return f"SELECT {_listed(columns)}, count(*) AS households FROM ({table(city)})"


def main() -> None:
    """Compute the eight benefits with hand-written SQL."""
    task = peer.task(main.__doc__)
    with peer.timed() as set_up:
        database = duckdb.connect()
        database.execute(f"SET threads = {task.threads}")
    with peer.timed() as calculation:
        row = database.execute(totals(task.city)).fetchone()
    if row is None:
        raise RuntimeError("DuckDB answered a sum without a row")
    *found, households = (int(value) for value in row)
    if task.cells:
        columns = ", ".join(law.CELLS)
        database.execute(f"COPY (SELECT {columns} FROM ({table(task.city)})) TO '{task.cells}' (FORMAT parquet)")
    sums_by_name = dict(zip(law.VARIABLES, found, strict=True))
    peer.say(peer.Answer(households, dict(sums_by_name), set_up.seconds, calculation.seconds))


if __name__ == "__main__":
    main()
