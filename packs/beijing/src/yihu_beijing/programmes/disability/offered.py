"""The programmes of this field, in the order of the law."""

from yihu.engines.rules import Programme
from yihu_beijing.programmes.disability.care import DISABILITY_CARE
from yihu_beijing.programmes.disability.living import DISABILITY_LIVING
from yihu_beijing.programmes.disability.readings import READINGS

PROGRAMMES: tuple[Programme, ...] = (
    DISABILITY_LIVING,
    DISABILITY_CARE,
)

__all__ = ["PROGRAMMES", "READINGS"]
