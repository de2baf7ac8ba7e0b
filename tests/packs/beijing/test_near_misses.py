"""What a family without relief reads: being on no relief, or having no costs, is not one condition short."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from yihu.desks.reports.cause import within_reach
from yihu.engines.rules.call import Evaluation
from yihu.engines.rules.explain import answers
from yihu.engines.rules.given import case_from
from yihu.engines.rules.month import Month
from yihu.engines.rules.why import why
from yihu.pack import find_pack

NO_INCOME = dict.fromkeys(("wage", "business_income", "pension", "property_income", "other_income"), 0)
FAMILY: dict[str, Any] = {
    "members": [
        {
            "relation": "self",
            "birth": "1980-01-01",
            "sex": "male",
            "studies": "none",
            "insurance": "resident",
            **NO_INCOME,
        },
        {"relation": "child", "birth": "2012-01-01", "sex": "male", "studies": "compulsory", "insurance": "resident"},
    ]
}


def nearly() -> set[str]:
    """Programmes that the family misses by one condition within reach, in July 2024."""
    pack = find_pack("beijing")
    found = case_from(FAMILY, pack.root, pack.programmes, usual=True)
    month = Evaluation(Month(pack.rulebook, date(2024, 7, 1)), found)
    near = [a for a in answers(month) if a.near_miss is not None]
    return {a.programme.id for a in near if within_reach(why(month, a.failing[0].node, a.frame))}


@pytest.mark.parametrize(
    "programme", ["medical_aid", "tekun_medical", "unsupported_medical", "compulsory_aid", "major_illness"]
)
def test_what_somebody_is_or_never_spent_is_no_near_miss(programme: str) -> None:
    assert programme not in nearly()
