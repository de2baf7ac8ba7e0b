"""The programmes of this field, in the order of the law."""

from yihu.engines.rules import Programme
from yihu_beijing.programmes.work.benefit import (
    UNEMPLOYMENT,
    UNEMPLOYMENT_MEDICAL,
    UNEMPLOYMENT_PENSION,
    UNEMPLOYMENT_SURVIVORS,
)
from yihu_beijing.programmes.work.insurance import FLEXIBLE_INSURANCE, SOLO_DISABLED_INSURANCE
from yihu_beijing.programmes.work.readings import READINGS

PROGRAMMES: tuple[Programme, ...] = (
    UNEMPLOYMENT,
    UNEMPLOYMENT_MEDICAL,
    UNEMPLOYMENT_PENSION,
    UNEMPLOYMENT_SURVIVORS,
    FLEXIBLE_INSURANCE,
    SOLO_DISABLED_INSURANCE,
)

__all__ = ["PROGRAMMES", "READINGS"]
