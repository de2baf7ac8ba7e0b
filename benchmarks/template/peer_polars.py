"""The rules as hand-written Polars expressions, streaming, over seven fixed member slots (a development-time peer).

An empty slot holds a birth date that is never reached, and counting adds small integers: both were measured to be
faster than nulls and `sum_horizontal`. Threads are set in the environment (`POLARS_MAX_THREADS`).
All arithmetic is exact integers, in the units of `law`.
"""

from datetime import date
from functools import reduce
from operator import add
from pathlib import Path
from typing import Final

import polars as pl

from benchmarks.template import law, peer

NEVER: Final = date(9999, 1, 1)
SLOTS: Final = range(1, law.SLOTS + 1)


def members(city: Path) -> pl.LazyFrame:
    """What the slots say once for all months: births of members and of those without pay, and hoisted terms."""
    births = [pl.col(f"p{i}_birth") for i in SLOTS]
    salaries = [pl.col(f"p{i}_salary") for i in SLOTS]
    taxed = pl.col("housing_occupancy_status").is_in(law.TAXED_OCCUPANCY)
    area = pl.col("accommodation_size").cast(pl.Int64)
    tax = pl.max_horizontal(area * law.HOUSING_TAX_PER_M2, pl.lit(law.HOUSING_TAX_MINIMUM, dtype=pl.Int64)) * law.UNIT
    above = [(salary - law.CONTRIBUTION_THRESHOLD_CENTS).clip(lower_bound=0) for salary in salaries]
    return pl.scan_parquet(city).select(
        "rent",
        *[birth.fill_null(NEVER).alias(f"member_{i}") for i, birth in zip(SLOTS, births, strict=True)],
        *[
            pl.when(salary == 0).then(birth).otherwise(pl.lit(NEVER)).alias(f"unpaid_{i}")
            for i, birth, salary in zip(SLOTS, births, salaries, strict=True)
        ],
        pl.sum_horizontal(salaries).alias("pay"),
        pl.sum_horizontal(above).alias("pay_above"),
        pl.max_horizontal(births).alias("youngest"),
        (pl.sum_horizontal([pl.col(f"p{i}_role") == law.ADULT for i in SLOTS]) == 1).alias("single"),
        pl.when(taxed).then(tax).otherwise(0).alias("housing_tax"),
    )


def counts(below: pl.LazyFrame) -> pl.LazyFrame:
    """How many members count in each month, and what a month's disposable income starts from."""

    def count(members: str, age: int, month: int) -> pl.Expr:
        turned = [(pl.col(f"{members}_{i}") <= law.turned(age, month)).cast(pl.Int8) for i in SLOTS]
        return reduce(add, turned).cast(pl.Int64)

    def supported(month: int) -> pl.Expr:
        members = "unpaid" if month <= law.LAST_ALLOWANCE_MONTH else "member"
        return count(members, law.AGE_OF_MAJORITY, month).alias(f"supported_{month}")

    pay = pl.col("pay")
    extra = law.CONTRIBUTION_PERCENT_ABOVE - law.CONTRIBUTION_PERCENT
    contribution = pay * law.CONTRIBUTION_PERCENT + pl.col("pay_above") * extra
    return below.select(
        *[supported(month) for month in law.MONTHS],
        *[count("member", law.AGE_OF_RETIREMENT, month).alias(f"pensioners_{month}") for month in law.MONTHS],
        (pay * law.INCOME_TAX_PERCENT).alias("pay_tax"),
        (pl.col("rent") * law.HOUSING_ALLOWANCE_PERCENT).alias("rent_share"),
        (pay <= law.PARENTING_THRESHOLD_CENTS).alias("poor"),
        (pay * law.CENT - contribution - (pl.col("housing_tax") + 6) // 12).alias("kept"),
        "youngest",
        "single",
        "housing_tax",
    )


def month_cells(month: int) -> list[pl.Expr]:
    """The benefits of one month that need no other benefit."""
    nothing = pl.lit(0, dtype=pl.Int64)
    pensioners, youngest = pl.col(f"pensioners_{month}"), pl.col("youngest")
    under_8 = youngest > law.turned(law.YOUNG_CHILD_OF_ONE, month)
    under_6 = youngest > law.turned(law.YOUNG_CHILD, month)
    entitled = pl.col("poor") & ((under_8 & pl.col("single")) | under_6)
    values = {
        "basic_income": pl.col(f"supported_{month}") * law.BASIC_INCOME,
        "income_tax": pl.col("pay_tax") + pensioners * (law.PENSION * law.INCOME_TAX_PERCENT // 100),
        "pension": pensioners * law.PENSION,
        "housing_allowance": pl.col("rent_share") if month <= law.LAST_ALLOWANCE_MONTH else nothing,
        "parenting_allowance": pl.when(entitled)
        .then(pl.lit(law.PARENTING_ALLOWANCE, dtype=pl.Int64))
        .otherwise(nothing),
    }
    return [value.alias(law.cell(name, month)) for name, value in values.items()]


def sum_cells(month: int) -> list[pl.Expr]:
    """Total benefits and disposable income of one month."""
    basic, allowance, pension, parenting, tax = (
        pl.col(law.cell(name, month))
        for name in ("basic_income", "housing_allowance", "pension", "parenting_allowance", "income_tax")
    )
    disposable = pl.col("kept") + basic + allowance + pension + parenting - tax
    return [
        (basic + allowance).alias(law.cell("total_benefits", month)),
        disposable.alias(law.cell("disposable_income", month)),
    ]


def table(city: Path) -> pl.LazyFrame:
    """Every household's values, one row a household, the columns of `law.CELLS`."""
    monthly = [cell for month in law.MONTHS for cell in month_cells(month)]
    summed = [cell for month in law.MONTHS for cell in sum_cells(month)]
    return counts(members(city)).select(*monthly, "kept", "housing_tax").with_columns(summed).select(law.CELLS)


def totals(city: Path) -> tuple[int, dict[str, int]]:
    """Number of households and the yearly sums."""
    found = table(city).select(pl.all().sum(), pl.len().alias("households")).collect(engine="streaming")
    row = found.row(0, named=True)
    sums = {name: sum(int(row[law.cell(name, month)]) for month in law.MONTHS) for name in law.MONTHLY}
    return int(row["households"]), sums | {name: int(row[name]) for name in law.YEARLY}


def main() -> None:
    """Compute the eight benefits with hand-written Polars."""
    task = peer.task(main.__doc__)
    with peer.timed() as calculation:
        households, found = totals(task.city)
    if task.cells:
        table(task.city).sink_parquet(task.cells)
    peer.say(peer.Answer(households, dict(found), 0.0, calculation.seconds))


if __name__ == "__main__":
    main()
