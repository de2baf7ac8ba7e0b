"""The programmes of this field, in the order of the law."""

from yihu.engines.rules import Programme
from yihu_beijing.programmes.national.hard_spending import HARD_SPENDING
from yihu_beijing.programmes.national.readings import READINGS

PROGRAMMES: tuple[Programme, ...] = (HARD_SPENDING,)

__all__ = ["PROGRAMMES", "READINGS"]
