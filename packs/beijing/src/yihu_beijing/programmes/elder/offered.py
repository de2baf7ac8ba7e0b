"""The programmes of this field, in the order of the law."""

from yihu.engines.rules import Programme
from yihu_beijing.programmes.elder.allowances import ELDER_AGE, ELDER_CARE, ELDER_HARDSHIP
from yihu_beijing.programmes.elder.homes import BED_SUBSIDY, HOME_PLACEMENT
from yihu_beijing.programmes.elder.readings import READINGS
from yihu_beijing.programmes.elder.services import HOME_ADAPTATION, MEAL_DELIVERY, MEAL_POINT_SUBSIDY, MEAL_SUBSIDY

PROGRAMMES: tuple[Programme, ...] = (
    ELDER_HARDSHIP,
    ELDER_CARE,
    ELDER_AGE,
    MEAL_SUBSIDY,
    MEAL_DELIVERY,
    MEAL_POINT_SUBSIDY,
    HOME_ADAPTATION,
    HOME_PLACEMENT,
    BED_SUBSIDY,
)

__all__ = ["PROGRAMMES", "READINGS"]
