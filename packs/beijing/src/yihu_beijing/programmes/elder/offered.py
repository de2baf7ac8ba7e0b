"""The programmes of this field, in the order of the law."""

from yihu.engines.rules import Programme
from yihu_beijing.programmes.elder.allowances import ELDER_AGE, ELDER_CARE, ELDER_HARDSHIP

PROGRAMMES: tuple[Programme, ...] = (
    ELDER_HARDSHIP,
    ELDER_CARE,
    ELDER_AGE,
)

__all__ = ["PROGRAMMES"]
