"""The kernel: findings, reasons, sums over months, threads, slices of tables, nulls, and tables that do not fit."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import numpy as np
import pyarrow as pa
import pytest

from tests.engines.rules.agreement import by_call, by_kernel, expected_finding
from tests.engines.rules.families import homes
from tests.engines.rules.worlds import JULY, Helper, Home, Person, book_of, found, law_book, module, one
from yihu.engines.rules import OneOf, Programme
from yihu.engines.rules.book import Rulebook
from yihu.engines.rules.kernel import FINDINGS, Want, kernel_for
from yihu.engines.rules.kernel.columns import Batch, BatchError
from yihu.engines.rules.layout import case_of, table_of
from yihu.engines.rules.month import Month, months_from

MONEY = 'unit="CNY/month"'
TEXT = """
@rule(cites="Act 1", zh="甲")
def poor(home: Home, law: Law) -> bool:
    if home.owned:
        return False
    return home.rent < law.grant and home.rooms <= law.few

@rule(cites="Act 1", zh="差额", unit="CNY/month")
def gap(home: Home, law: Law) -> Money:
    return law.grant - home.rent

@rule(cites="Act 1", zh="成年", note=("", ""))
def adult(person: Person, law: Law) -> bool:
    return age_on(person.birth, law.last_day, feb29="mar1") >= law.adult

@rule(cites="Act 1", zh="病", unit="CNY/month")
def care(person: Person, law: Law) -> Money:
    return divide(law.grant, 3, places=2) if person.ill else 0

RECOGNISED = Programme(id="recognised", of=Home, zh="认定", en="recognised", eligible=poor)
MINIMUM = Programme(id="minimum", of=Home, zh="低保", en="minimum", eligible=poor, amount=gap)
CARE = Programme(id="care", of=Person, zh="护理", en="care", eligible=adult, amount=care, barred_by=(MINIMUM,))
"""


@pytest.fixture(scope="module")
def book() -> Rulebook:
    made = module(TEXT)
    return Rulebook(Home, law_book(), found(made, Programme), found(made, OneOf))


def finding(book: Rulebook, case: Home, id: str, month: date = JULY) -> list[tuple[str, int, int]]:
    """Finding, amount in fen and reason code of a programme for each subject."""
    programme = book.programme(id)
    want = Want(book.level(programme.eligible), programme=programme)
    at = Month(book, month)
    arrays = kernel_for(at, [want]).run(table_of([case], Home, book.programmes), at).of(want)
    return [
        (FINDINGS[f], int(a), int(r))
        for f, a, r in zip(arrays["finding"], arrays["amount"], arrays["reason"], strict=True)
    ]


POOR: dict[str, Any] = {"owned": False, "rent": Decimal("1000.01"), "rooms": 1}


@pytest.mark.parametrize(
    ("change", "paid", "expected"),
    [
        ({}, Decimal("449.99"), ("right", 44_999, 0)),
        ({}, 0, ("missed", 44_999, 0)),
        ({}, Decimal("449.98"), ("changed", 44_999, 0)),
        ({"rent": 1450}, 300, ("ended", 0, 2)),
        ({"rent": 1450}, 0, ("none", 0, 0)),
        ({"owned": True}, 5, ("ended", 0, 1)),
        ({"rooms": 8}, 5, ("ended", 0, 3)),
        ({"rent": None}, 0, ("cannot_tell", 0, 129)),
        ({"rooms": None}, 0, ("cannot_tell", 0, 130)),
        ({"rooms": None, "rent": 1450}, 9, ("ended", 0, 2)),
        ({"owned": None}, 300, ("cannot_tell", 0, 128)),
        ({"owned": None, "rent": 1450}, 300, ("ended", 0, 2)),
        ({}, None, ("cannot_tell", 44_999, 0)),
    ],
)
def test_a_payment_is_right_missed_changed_or_ended_or_nobody_can_tell(
    book: Rulebook, change: dict[str, Any], paid: Any, expected: tuple[str, int, int]
) -> None:
    case = Home({**POOR, **change}, granted={"minimum": paid})
    assert finding(book, case, "minimum") == [expected]
    assert expected_finding(Month(book, JULY), book.programme("minimum"), case, 0) == expected[:2]


@pytest.mark.parametrize(
    ("change", "now", "expected"),
    [
        ({}, True, "right"),
        ({}, False, "missed"),
        ({"owned": True}, True, "ended"),
        ({"owned": True}, False, "none"),
        ({}, None, "cannot_tell"),
    ],
)
def test_a_recognition_has_no_amount_that_could_change(
    book: Rulebook, change: dict[str, Any], now: bool | None, expected: str
) -> None:
    [(found, amount, _)] = finding(book, Home({**POOR, **change}, granted={"recognised": now}), "recognised")
    assert (found, amount) == (expected, 0)


def test_each_member_has_a_finding_and_an_exclusion_is_a_reason(book: Rulebook) -> None:
    members = [
        Person(birth=date(1960, 1, 1), ill=True, granted={"care": 0}),
        Person(birth=date(2010, 1, 1), ill=True, granted={"care": 5}),
    ]
    assert finding(book, Home({**POOR, "owned": True}, members=members), "care") == [
        ("missed", 48_333, 0),
        ("ended", 0, 1),
    ]
    assert finding(book, Home(POOR, members=members), "care") == [("none", 0, 0), ("ended", 0, 1)]
    members[0].granted["care"] = 7
    assert finding(book, Home(POOR, members=members), "care") == [("ended", 0, 2), ("ended", 0, 1)]
    assert finding(book, Home({"owned": False}, members=members), "care") == [("cannot_tell", 0, 129), ("ended", 0, 1)]


def test_an_entitlement_to_nothing_is_no_finding(book: Rulebook) -> None:
    case = Home({**POOR, "owned": True}, members=[Person(birth=date(1960, 1, 1), ill=False, granted={"care": 0})])
    assert finding(book, case, "care") == [("none", 0, 0)]


def test_sums_over_a_year_are_those_of_the_months(book: Rulebook) -> None:
    cases = homes(5, 60, book.programmes, JULY)
    table = table_of(cases, Home, book.programmes)
    months = [Month(book, day) for day in months_from(date(2023, 9, 1), 12)]
    wants = [Want(book.level(p.eligible), programme=p, sums=True) for p in book.programmes]
    once = kernel_for(months, wants).run(table, months)
    by_month = None
    for month in months:
        kernel = kernel_for(month, wants)
        by_month = kernel.run_batch(Batch(table, kernel.layout), month, into=by_month)
    assert by_month is not None
    for want in wants:
        singles = [
            kernel_for(m, [one_month := Want(want.level, programme=want.programme)]).run(table, m).of(one_month)
            for m in months
        ]
        assert (once.of(want)["amount"] == sum(s["amount"] for s in singles)).all()
        for name, array in once.of(want).items():
            assert (array == by_month.of(want)[name]).all()
    assert int(once.of(wants[1])["months"].max()) == 12


def outputs(book: Rulebook, table: pa.Table, threads: int = 1) -> list[bytes]:
    """Bytes of all output arrays."""
    month = Month(book, JULY)
    wants = [Want(book.level(p.eligible), programme=p) for p in book.programmes]
    wants += [Want(book.level(r), rule=r) for r in month.trees]
    return [
        array.tobytes()
        for arrays in kernel_for(month, wants).run(table, month, threads).arrays
        for array in arrays.values()
    ]


def test_any_number_of_threads_gives_the_same_bytes(book: Rulebook) -> None:
    table = pa.concat_tables([table_of(homes(7, 500, book.programmes, JULY), Home, book.programmes)] * 60)
    first = outputs(book, table)
    assert all(outputs(book, table, threads) == first for threads in (2, 3, 7, 64))


@pytest.mark.parametrize(("start", "length"), [(0, 200), (1, 7), (3, 100), (8, 64), (17, 183), (199, 1), (200, 0)])
def test_a_slice_of_a_table_gives_the_values_of_its_families(book: Rulebook, start: int, length: int) -> None:
    cases = homes(11, 200, book.programmes, JULY)
    table = table_of(cases, Home, book.programmes)
    assert outputs(book, table.slice(start, length)) == outputs(
        book, table_of(cases[start : start + length], Home, book.programmes)
    )


def test_what_is_found_of_a_family_does_not_depend_on_its_neighbours(book: Rulebook) -> None:
    nothing = Home({**POOR, "rent": 1450}, granted={"minimum": 0, "recognised": False})
    missed = Home(POOR, granted={"minimum": 0, "recognised": False})
    month = Month(book, JULY)
    wants = [Want("case", programme=book.programme(id)) for id in ("minimum", "recognised")]
    for cases in ([nothing] * 9, [nothing, missed] * 5, [missed] * 7 + [nothing] * 2):
        outputs = kernel_for(month, wants).run(table_of(cases, Home, book.programmes), month)
        for case, *said in zip(
            cases, *(a[n] for a in outputs.arrays for n in ("finding", "amount", "reason")), strict=True
        ):
            assert said == ([0] * 6 if case is nothing else [2, 44_999, 0, 2, 0, 0])


def test_chunks_and_batches_are_put_together(book: Rulebook) -> None:
    table = table_of(homes(13, 100, book.programmes, JULY), Home, book.programmes)
    pieces = pa.concat_tables([table.slice(0, 13), table.slice(13, 60), table.slice(73)])
    assert outputs(book, pieces) == outputs(book, table)
    mixed = pieces.set_column(
        pieces.schema.get_field_index("members.birth"), "members.birth", table.column("members.birth")
    )
    assert outputs(book, mixed) == outputs(book, table)


def test_no_families_at_all_give_empty_outputs(book: Rulebook) -> None:
    assert set(outputs(book, table_of([], Home, book.programmes))) == {b""}


def test_columns_without_and_with_nothing_but_nulls_are_read(book: Rulebook) -> None:
    full = homes(17, 300, book.programmes, JULY)
    month = Month(book, JULY)
    for cases in ([Home()] * 9, [Home(members=[Person(), Person()])] * 9, full):
        rules = list(month.trees)
        assert by_kernel(month, rules, cases) == by_call(month, rules, cases)


def test_what_lies_under_a_null_never_shows_and_never_traps() -> None:
    book = book_of(one("divide(home.rent, home.rooms * home.rooms, places=2, if_zero=0)", "Money", options=MONEY))
    month = Month(book, JULY)
    want = Want("case", rule=book.extra[0])
    table = table_of([Home(rent=1, rooms=2)] * 8, Home, ())
    for garbage in (-(2**63), 2**62, -1, 0, 2**31):
        rent = pa.Array.from_buffers(
            pa.int64(), 8, [pa.py_buffer(b"\x55"), pa.py_buffer(np.full(8, garbage, np.int64))]
        )
        rooms = np.full(8, -(2**31) if garbage % 2 == 0 else 2**16, np.int32)
        rooms[[0, 2, 4]] = 2
        known = pa.Array.from_buffers(pa.int32(), 8, [pa.py_buffer(b"\x15"), pa.py_buffer(rooms)])
        given = table.set_column(table.schema.get_field_index("rent"), "rent", pa.array([100, None] * 4, pa.int64()))
        given = given.set_column(given.schema.get_field_index("rooms"), "rooms", known)
        arrays = kernel_for(month, [want]).run(given, month).of(want)
        assert arrays["value"].tolist() == [25, 0, 25, 0, 25, 0, 0, 0]
        dark = given.set_column(given.schema.get_field_index("rent"), "rent", rent)
        assert set(kernel_for(month, [want]).run(dark, month).of(want)["value"][1::2].tolist()) == {0}


def test_the_largest_families_and_many_people_are_counted_whole() -> None:
    book = book_of(one("sum(m.wage for m in home.members) - sum(h.pays for h in home.helpers)", "Money", options=MONEY))
    month = Month(book, JULY)
    want = Want("case", rule=book.extra[0])
    case = Home(members=[Person(wage=99_999)] * 6, helpers=[Helper(pays=10_000)] * 4)
    table = pa.concat_tables([table_of([case] * 1_000, Home, ())] * 50)
    values = kernel_for(month, [want]).run(table, month, threads=2).of(want)["value"]
    assert (values == (6 * 9_999_900 - 4 * 1_000_000)).all()
    assert len(values) == 50_000


def test_a_long_chain_of_rules_compiles_for_one_month_and_for_several() -> None:
    text = one("home.rent", "Money", options=MONEY).replace("answer", "r0")
    for i in range(1, 150):
        text += "\n" + one(
            f"min(r{i - 1}(home, law) + 0, law.grant) if home.owned else home.rent", "Money", options=MONEY
        ).replace("answer", f"r{i}")
    book = book_of(text)
    months = [Month(book, date(2024, m, 1)) for m in (1, 2, 3, 7)]
    last = book.extra[-1]
    want = Want("case", rule=last, sums=True)
    table = table_of([Home(owned=True, rent=5_000)], Home, ())
    assert kernel_for(months, [want]).run(table, months).of(want)["value"].tolist() == [33_333 * 3 + 145_000]
    assert by_kernel(months[0], [last], [Home(owned=True, rent=1)]) == {last.name: [[100]]}


def test_one_kernel_serves_every_month_with_the_same_programmes(book: Rulebook) -> None:
    wants = [Want("case", programme=book.programme("minimum"))]
    assert kernel_for(Month(book, JULY), wants) is kernel_for(Month(book, date(2023, 1, 1)), wants)


# tables that do not fit


def replaced(table: pa.Table, name: str, values: Any) -> pa.Table:
    """The table with another column."""
    return table.set_column(table.schema.get_field_index(name), name, values)


@pytest.mark.parametrize(
    ("name", "values", "message"),
    [
        ("members.ill", pa.array([[True], [True]]), r"members\.ill: its lists are not as long as the other members"),
        ("members.ill", pa.array([[True, False], None]), r"members\.ill: a family has null in place of its members"),
        ("members.ill", pa.array([True, False]), r"members\.ill is bool, expected a list of bool"),
        ("members.ill", pa.array([[1, 0], []]), r"members\.ill holds int64, expected bool"),
        ("rent", pa.array([1, 2], pa.int32()), "rent holds int32, expected int64"),
        ("rooms", pa.array([1, 2], pa.int64()), "rooms holds int64, expected int32"),
        ("owned", pa.array(["yes", "no"]), "owned holds string, expected bool"),
    ],
)
def test_a_column_that_does_not_fit_is_named(book: Rulebook, name: str, values: pa.Array, message: str) -> None:
    table = table_of([Home(members=[Person(), Person()]), Home()], Home, book.programmes)
    with pytest.raises(BatchError, match=message):
        outputs(book, replaced(table, name, values))


def test_a_column_that_is_missing_is_named(book: Rulebook) -> None:
    table = table_of([Home()], Home, book.programmes)
    with pytest.raises(
        BatchError, match=r"granted\.minimum is missing; the table was made for another pack or version"
    ):
        outputs(book, table.drop_columns(["granted.minimum"]))


def test_more_items_than_declared_are_refused_because_sums_were_proved_for_fewer(book: Rulebook) -> None:
    with pytest.raises(BatchError, match="a family has 7 members, at most 6 are declared"):
        outputs(book, table_of([Home(members=[Person()] * 7)], Home, book.programmes))


def test_a_family_comes_back_from_a_table_as_it_was(book: Rulebook) -> None:
    cases = homes(19, 40, book.programmes, JULY)
    table = table_of(cases, Home, book.programmes)
    again = [case_of(table, row, Home, book.programmes) for row in range(40)]
    assert table_of(again, Home, book.programmes).equals(table)
    assert again[3].known("rent") == cases[3].known("rent")
