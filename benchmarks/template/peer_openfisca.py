"""OpenFisca itself, in a process of its own: `openfisca-core` with `openfisca-country-template` (AGPL, never imported
by the product). Amounts are float32 euros inside; totals are summed in float64 and given in `law.UNIT`.

`--one` times the web-style case instead: one household as a situation dictionary, built and computed.
"""

import json
import statistics
import sys
from typing import Any, Final

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
from openfisca_core.simulations import SimulationBuilder
from openfisca_country_template import CountryTaxBenefitSystem

from benchmarks.template import law, peer

MONTHS: Final = [f"{law.YEAR}-{month:02d}" for month in law.MONTHS]
OF_PERSONS: Final = frozenset({"basic_income", "income_tax", "pension"})
ONE: Final[dict[str, Any]] = {
    "persons": {
        "first": {"birth": {"ETERNITY": "1980-05-17"}, "salary": dict.fromkeys(MONTHS, 2500.0)},
        "second": {"birth": {"ETERNITY": "1983-11-02"}, "salary": dict.fromkeys(MONTHS, 0.0)},
        "child": {"birth": {"ETERNITY": "2011-06-30"}},
    },
    "households": {
        "home": {
            "adults": ["first", "second"],
            "children": ["child"],
            "rent": dict.fromkeys(MONTHS, 812.37),
            "accommodation_size": {MONTHS[0]: 71},
            "housing_occupancy_status": {MONTHS[0]: "tenant"},
        }
    },
}
"""A couple, one of them without a salary, with a five-year-old in a rented flat."""


def build(table: pa.Table) -> Any:
    """A simulation over the city (`sol` layout), inputs set for the twelve months."""
    births = table["members.birth"].combine_chunks()
    sizes = np.diff(births.offsets.to_numpy())
    homes = np.arange(len(table))
    system = CountryTaxBenefitSystem()
    builder = SimulationBuilder()
    builder.create_entities(system)
    builder.declare_person_entity("person", np.arange(len(births.flatten())))
    household = builder.declare_entity("household", homes)
    builder.join_with_persons(household, np.repeat(homes, sizes), roles=_flat(table, "members.role"))
    simulation = builder.build(system)

    simulation.set_input("birth", "ETERNITY", births.flatten().to_numpy(zero_copy_only=False))
    salary = (_flat(table, "members.salary") / 100).astype(np.float32)
    rent = (table["rent"].to_numpy() / 100).astype(np.float32)
    for month in MONTHS:
        simulation.set_input("salary", month, salary)
        simulation.set_input("rent", month, rent)
    area = table["accommodation_size"].to_numpy().astype(np.float32)
    simulation.set_input("accommodation_size", MONTHS[0], area)
    status = table["housing_occupancy_status"].to_numpy().astype(np.int16)
    simulation.set_input("housing_occupancy_status", MONTHS[0], status)
    return simulation


def _flat(table: pa.Table, name: str) -> Any:
    return table[name].combine_chunks().flatten().to_numpy(zero_copy_only=False)


def calculate(simulation: Any) -> None:
    """The eight variables for every month; the values stay in the simulation."""
    for variable in law.MONTHLY:
        for month in MONTHS:
            simulation.calculate(variable, month)
    for variable in law.YEARLY:
        simulation.calculate(variable, str(law.YEAR))


def totals(simulation: Any) -> dict[str, int | float]:
    """Yearly sums in `law.UNIT`."""

    def total(variable: str, period: str) -> float:
        return float(simulation.calculate(variable, period).sum(dtype=np.float64)) * law.UNIT

    sums: dict[str, int | float] = {name: sum(total(name, month) for month in MONTHS) for name in law.MONTHLY}
    return sums | {name: total(name, str(law.YEAR)) for name in law.YEARLY}


def cells(simulation: Any) -> pa.Table:
    """Every household's values (`law.CELLS`), float64 in `law.UNIT`."""
    household = simulation.populations["household"]

    def values(variable: str, period: str) -> Any:
        array = simulation.calculate(variable, period)
        return (household.sum(array) if variable in OF_PERSONS else array).astype(np.float64) * law.UNIT

    monthly = {law.cell(name, month): values(name, MONTHS[month - 1]) for name in law.MONTHLY for month in law.MONTHS}
    return pa.table(monthly | {name: values(name, str(law.YEAR)) for name in law.YEARLY})


def one_household(rounds: int = 300) -> dict[str, float]:
    """Median milliseconds, warm, of building one household's situation and computing everything; of building alone."""
    system = CountryTaxBenefitSystem()
    whole, build_alone = [], []
    for _ in range(rounds):
        with peer.timed() as clock:
            simulation = SimulationBuilder().build_from_entities(system, ONE)
        build_alone.append(clock.seconds)
        with peer.timed() as clock:
            calculate(simulation)
        whole.append(build_alone[-1] + clock.seconds)
    return {"build_and_calculate_ms": statistics.median(whole) * 1e3, "build_ms": statistics.median(build_alone) * 1e3}


def main() -> None:
    """Compute the eight benefits with OpenFisca."""
    if "--one" in sys.argv:
        print(json.dumps(one_household()))
        return
    task = peer.task(main.__doc__)
    with peer.timed() as set_up:
        table = pq.read_table(task.city)
        households = len(table)
        simulation = build(table)
        del table
    with peer.timed() as calculation:
        calculate(simulation)
    if task.cells:
        pq.write_table(cells(simulation), task.cells)
    peer.say(peer.Answer(households, totals(simulation), set_up.seconds, calculation.seconds))


if __name__ == "__main__":
    main()
