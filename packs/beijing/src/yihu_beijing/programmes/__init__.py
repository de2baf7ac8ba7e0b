"""The programmes of Beijing, in the order of the law."""

from yihu.engines.rules import OneOf, Programme
from yihu_beijing.programmes.dibao import DIBAO
from yihu_beijing.programmes.dibao_person import DIBAO_PERSON
from yihu_beijing.programmes.low_income import LOW_INCOME
from yihu_beijing.programmes.low_income_child import LOW_INCOME_CHILD
from yihu_beijing.programmes.orphan import ORPHAN
from yihu_beijing.programmes.tekun import TEKUN_BASIC
from yihu_beijing.programmes.temporary import TEMPORARY_SPENDING, TEMPORARY_URGENT

PROGRAMMES: tuple[Programme, ...] = (
    DIBAO,
    DIBAO_PERSON,
    LOW_INCOME,
    LOW_INCOME_CHILD,
    TEKUN_BASIC,
    ORPHAN,
    TEMPORARY_URGENT,
    TEMPORARY_SPENDING,
)
GROUPS: tuple[OneOf, ...] = ()
