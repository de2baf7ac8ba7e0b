"""The programmes of this field, in the order of the law."""

from yihu.engines.rules import Programme
from yihu_beijing.programmes.housing.market import MARKET_RENT
from yihu_beijing.programmes.housing.public import PUBLIC_RENT, PUBLIC_RENTAL, PUBLIC_RENTAL_PRIORITY
from yihu_beijing.programmes.housing.readings import READINGS

PROGRAMMES: tuple[Programme, ...] = (
    PUBLIC_RENTAL,
    PUBLIC_RENTAL_PRIORITY,
    PUBLIC_RENT,
    MARKET_RENT,
)

__all__ = ["PROGRAMMES", "READINGS"]
