"""The engines agree: plain Python, call, kernel (one and two threads) and DuckDB give one answer, unknown facts included."""

from __future__ import annotations

from datetime import date
from types import ModuleType

import pytest
from hypothesis import HealthCheck, Phase, given, note, settings
from hypothesis import strategies as st

from tests.engines.rules.agreement import Disagreement, compare
from tests.engines.rules.drawn import rule_texts
from tests.engines.rules.families import MONTHS, homes
from tests.engines.rules.worlds import module, rulebook
from yihu.engines.rules.book import Rulebook, RulebookError
from yihu.engines.rules.month import Month
from yihu.engines.rules.syntax import RuleError

FAMILIES = 40
BOOKS = 64


def read(text: str) -> tuple[Rulebook, ModuleType] | None:
    """The rulebook of a drawn text; None where the proof against overflow refuses it."""
    made = module(text)
    try:
        return rulebook(made), made
    except RulebookError:  # the group and the rules need each other in a circle: do without the group
        return rulebook(made, groups=()), made
    except RuleError as refused:
        if "beyond 64 bits" in refused.message:
            return None
        raise


@pytest.mark.timeout(600)  # 40 seconds where engines agree; where not, the rules are made shorter first
def test_all_engines_give_one_answer_for_every_family(capsys: pytest.CaptureFixture[str]) -> None:
    compared = rules = 0

    @settings(
        max_examples=BOOKS,
        deadline=None,
        derandomize=True,
        database=None,
        suppress_health_check=list(HealthCheck),
        phases=[Phase.generate, Phase.shrink],
    )
    @given(rule_texts(), st.sampled_from(MONTHS), st.integers(0, 2**32))
    def agree(text: str, day: date, seed: int) -> None:
        nonlocal compared, rules
        note(text)
        got = read(text)
        if got is None:
            return
        book, made = got
        month = Month(book, day)
        compared += compare(month, made, homes(seed, FAMILIES, book.programmes, day))
        rules += len(month.trees)

    agree()
    with capsys.disabled():
        print(f"\n{compared} families of {rules} rules compared in five engines")
    assert compared >= 2_000


__all__ = ["Disagreement"]
