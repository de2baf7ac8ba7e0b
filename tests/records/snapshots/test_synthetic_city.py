"""A synthetic city is the same for the same seed, whole or absent, and near the published figures."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pyarrow.compute as pc
import pytest

from yihu.engines.synth import Recipe
from yihu.pack import PackError, find_pack
from yihu.records.snapshots import SnapshotError, SnapshotWriter, open_snapshot
from yihu.records.snapshots.check import Checked, check
from yihu.records.snapshots.city import Synthesised, recipe_of, synthesise

ON = date(2024, 7, 1)
PEOPLE = 200_000
PACK = find_pack("beijing")


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory) -> Synthesised:
    return synthesise(PACK, PEOPLE, 1, tmp_path_factory.mktemp("city") / "city.snapshot", on=ON)


@pytest.fixture(scope="module")
def checked(city: Synthesised) -> dict[str, Checked]:
    rows = check(open_snapshot(city.path), PACK.figures(), PACK.places(), recipe_of(PACK))
    return {row.figure.id: row for row in rows}


def contents(city: Synthesised) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in sorted(city.path.iterdir())}


def test_the_bytes_are_the_same_for_one_worker_and_for_two(city: Synthesised, tmp_path: Path) -> None:
    again = synthesise(PACK, PEOPLE, 1, tmp_path / "again.snapshot", on=ON, workers=1)
    assert contents(again) == contents(city)
    assert (again.people, again.families) == (city.people, city.families)


def test_another_seed_is_another_city(tmp_path: Path) -> None:
    one = synthesise(PACK, 2_000, 1, tmp_path / "one.snapshot", on=ON)
    two = synthesise(PACK, 2_000, 2, tmp_path / "two.snapshot", on=ON)
    assert contents(one)["members.parquet"] != contents(two)["members.parquet"]


def test_people_are_as_many_as_asked_for(city: Synthesised) -> None:
    assert city.people == pytest.approx(PEOPLE, rel=0.005)


def test_every_published_figure_aimed_at_is_reached(checked: dict[str, Checked]) -> None:
    aimed = [row for row in checked.values() if row.tolerance is not None]
    assert len(aimed) > 30
    assert [(row.figure.id, row.difference) for row in aimed if not row.holds] == []


@pytest.mark.parametrize(
    ("figure", "within"),
    [
        ("people.2020", 0.0001), ("age_60.2020", 0.005), ("age_65.2020", 0.01), ("household_size.2020", 0.005),
        ("from_elsewhere.2020", 0.01), ("people.2020.110105", 0.01), ("people.2020.110119", 0.03),
        ("dibao_families.2021", 0.08), ("dibao_people.2021", 0.10), ("low_income_families.2017", 0.2),
        ("tekun_people.2017", 0.15),
    ],
)  # fmt: skip
def test_main_figures_are_near_the_published_ones(checked: dict[str, Checked], figure: str, within: float) -> None:
    difference = checked[figure].difference
    assert difference is not None
    assert abs(difference) <= within


def test_every_programme_has_people_who_receive_it(city: Synthesised) -> None:
    snapshot = open_snapshot(city.path)
    table = snapshot.read(0, [name for name in snapshot.schema.names if "granted" in name])
    receiving = {}
    for name in table.column_names:
        column = table.column(name).combine_chunks()
        values = column.flatten() if "members" in name else column
        receiving[name.rsplit(".", 1)[1]] = int(pc.sum(values.cast("int64")).as_py() or 0)
    rare = {"distressed_child", "kindergarten_grant"}  # a few dozen in the real city
    rare |= {p.id for p in PACK.programmes if not p.in_force(ON)}
    assert [name for name, paid in receiving.items() if not paid and name not in rare] == []


def test_families_of_other_batches_have_other_numbers(city: Synthesised) -> None:
    snapshot = open_snapshot(city.path)
    numbers = [n for group in range(snapshot.groups) for n in snapshot.read(group, ["family"])["family"].to_pylist()]
    assert numbers == list(range(1, city.families + 1))


def test_an_interrupted_city_leaves_nothing(tmp_path: Path) -> None:
    def stop(share: float) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        synthesise(PACK, PEOPLE, 1, tmp_path / "city.snapshot", on=ON, progress=stop)
    assert list(tmp_path.iterdir()) == []


def test_progress_goes_up_to_one(tmp_path: Path) -> None:
    shares: list[float] = []
    synthesise(PACK, PEOPLE, 1, tmp_path / "city.snapshot", on=ON, progress=shares.append)
    assert shares == sorted(shares)
    assert shares[-1] == 1.0


def test_a_recipe_that_counts_nobody_says_what_to_add(city: Synthesised) -> None:
    uncounted = cast("Recipe", SimpleNamespace(base=1, measures={}, targets={}))
    with pytest.raises(PackError, match="no measure called people"):
        check(open_snapshot(city.path), PACK.figures(), PACK.places(), uncounted)


def test_a_pack_without_a_recipe_says_so(tmp_path: Path) -> None:
    with pytest.raises(PackError, match="no recipe"):
        synthesise(find_pack("sample"), 1_000, 1, tmp_path / "city.snapshot", on=ON)


def test_only_a_synthetic_city_is_checked(city: Synthesised, tmp_path: Path) -> None:
    snapshot = open_snapshot(city.path)
    table = snapshot.read(0, snapshot.schema.names).slice(0, 5)
    with SnapshotWriter(tmp_path / "real.snapshot", table.schema, {"pack": "beijing"}) as writer:
        writer.write(table)
    with pytest.raises(SnapshotError, match="not a synthetic city"):
        check(open_snapshot(tmp_path / "real.snapshot"), PACK.figures(), PACK.places(), recipe_of(PACK))
