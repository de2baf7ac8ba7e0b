"""The programmes of 云溪市, one file a document, each with its policy tests beside it."""

from __future__ import annotations

from yihu.engines.rules import OneOf, Programme
from yihu_sample.programmes.elders import AGE, CARE
from yihu_sample.programmes.family import FAMILY, income_per_head

PROGRAMMES: tuple[Programme, ...] = (FAMILY, AGE, CARE)

GROUPS = (OneOf((AGE, CARE), cites="云民示〔2023〕2号 六"),)

__all__ = ["GROUPS", "PROGRAMMES", "income_per_head"]
