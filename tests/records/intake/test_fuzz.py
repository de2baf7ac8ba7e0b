"""Whatever a file holds, an import ends with a snapshot or a typed error, and leaves nothing half-written."""

from __future__ import annotations

import csv
import io
import tempfile
from contextlib import suppress
from pathlib import Path

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tests.records.intake.town import ON, PACK, PLACE
from yihu.records.intake import FamilyError, Intake, IntakeError, import_families, read_family
from yihu.records.intake.fields import fields_of
from yihu.records.snapshots import open_snapshot

BOUNDED = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
HEADERS = [field.header for field in fields_of(PACK, "people")]


def imported(raw: bytes, name: str) -> None:
    """Import ``raw``; what is left is a whole snapshot with its report, or nothing."""
    with tempfile.TemporaryDirectory() as folder:
        source, out = Path(folder) / name, Path(folder) / "out" / "families"
        source.write_bytes(raw)
        try:
            summary = import_families(Intake(source, out, ON), PACK)
        except IntakeError:
            left = []
        else:
            left = [*["families"] * summary.written, "families.report.csv"]
            assert summary.written == (summary.families > 0)
            if summary.written:
                assert open_snapshot(out).families == summary.families
        assert sorted(p.name for p in out.parent.glob("*")) == left


@BOUNDED
@given(st.binary(max_size=400), st.sampled_from(["a.csv", "a.xlsx", "a.parquet"]))
@example(b"PK\x03\x04" + b"\0" * 30, "a.xlsx")
@example(b"PAR1" + b"\0" * 30 + b"PAR1", "a.parquet")
@example(b"\x00", "a.csv")
def test_random_bytes_never_end_in_a_traceback(raw: bytes, name: str) -> None:
    imported(raw, name)


HEAD = f"户编号,社区代码,身份,工资\n1,{PLACE},户主,12\n".encode("gbk")


@BOUNDED
@given(st.integers(0, len(HEAD)), st.binary(max_size=6), st.integers(0, 4))
def test_damaged_text_never_ends_in_a_traceback(at: int, noise: bytes, lost: int) -> None:
    imported(HEAD[:at] + noise + HEAD[at + lost :], "a.csv")


CELLS = st.one_of(
    st.sampled_from(
        ["", PLACE, "1", "2", "户主", "子女", "head", "是", "否", "1950-01-01", "2024-02-30", "-1", "1e5", "1.10"]
    ),
    st.sampled_from(
        ["1E+17", "nan", "inf", "=1+1", "'1", "9" * 20, "1_0", "１２", "²", "0x1", "1950-1", "不详", "19500101"]
    ),
    st.text(max_size=12),
    st.from_regex(r"[0-9]{17}[0-9Xx]", fullmatch=True),
    st.decimals().map(str),
    st.dates().map(str),
)


@BOUNDED
@given(
    st.lists(st.sampled_from(HEADERS[2:]), unique=True, max_size=6).flatmap(
        lambda more: st.lists(st.lists(CELLS, min_size=0, max_size=3 + len(more)), max_size=8).map(
            lambda rows: [["family", "community", *more], *rows]
        )
    )
)
def test_random_cells_never_end_in_a_traceback(rows: list[list[str]]) -> None:
    text = io.StringIO(newline="")
    csv.writer(text).writerows(rows)
    imported(text.getvalue().encode("utf-8", "surrogatepass"), "a.csv")


NAMES = st.sampled_from(["people", "wage", "birth", "工资"])
VALUES = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=8)),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(NAMES, inner)),
    max_leaves=8,
)  # fmt: skip


@BOUNDED
@given(
    st.one_of(st.binary(max_size=200), VALUES.map(lambda v: repr(v).encode())), st.sampled_from(["f.yaml", "f.json"])
)
@example(b"a: &a [1]\nb: *a\n", "f.yaml")
@example(b"[" * 5000, "f.yaml")
@example(b"[" * 100_000, "f.json")
@example(b"wage: 1e999999999\n", "f.yaml")
def test_a_family_file_never_ends_in_a_traceback(raw: bytes, name: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(raw)
        with suppress(FamilyError):
            read_family(path, PACK)
