"""The programmes of this field, in the order of the law."""

from yihu.engines.rules import Programme
from yihu_beijing.programmes.assistance.dibao import DIBAO
from yihu_beijing.programmes.assistance.dibao_person import DIBAO_PERSON
from yihu_beijing.programmes.assistance.low_income import LOW_INCOME
from yihu_beijing.programmes.assistance.low_income_child import LOW_INCOME_CHILD
from yihu_beijing.programmes.assistance.readings import READINGS
from yihu_beijing.programmes.assistance.tekun import TEKUN_BASIC, TEKUN_CARE, TEKUN_FUNERAL
from yihu_beijing.programmes.assistance.temporary import TEMPORARY_SPENDING, TEMPORARY_URGENT

PROGRAMMES: tuple[Programme, ...] = (
    DIBAO,
    DIBAO_PERSON,
    LOW_INCOME,
    LOW_INCOME_CHILD,
    TEKUN_BASIC,
    TEKUN_CARE,
    TEKUN_FUNERAL,
    TEMPORARY_URGENT,
    TEMPORARY_SPENDING,
)

__all__ = ["PROGRAMMES", "READINGS"]
