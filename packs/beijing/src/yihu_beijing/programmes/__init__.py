"""The programmes of Beijing, in the order of the law."""

from yihu.engines.rules import Programme
from yihu_beijing.programmes.child import DISTRESSED_CHILD, UNSUPPORTED_CHILD
from yihu_beijing.programmes.choices import GROUPS
from yihu_beijing.programmes.dibao import DIBAO
from yihu_beijing.programmes.dibao_person import DIBAO_PERSON
from yihu_beijing.programmes.disability import DISABILITY_LIVING
from yihu_beijing.programmes.disability_care import DISABILITY_CARE
from yihu_beijing.programmes.elder import ELDER_AGE, ELDER_CARE, ELDER_HARDSHIP
from yihu_beijing.programmes.low_income import LOW_INCOME
from yihu_beijing.programmes.low_income_child import LOW_INCOME_CHILD
from yihu_beijing.programmes.orphan import ORPHAN
from yihu_beijing.programmes.tekun import TEKUN_BASIC, TEKUN_CARE
from yihu_beijing.programmes.temporary import TEMPORARY_SPENDING, TEMPORARY_URGENT

PROGRAMMES: tuple[Programme, ...] = (
    DIBAO,
    DIBAO_PERSON,
    LOW_INCOME,
    LOW_INCOME_CHILD,
    TEKUN_BASIC,
    TEKUN_CARE,
    ELDER_HARDSHIP,
    ELDER_CARE,
    ELDER_AGE,
    DISABILITY_LIVING,
    DISABILITY_CARE,
    ORPHAN,
    UNSUPPORTED_CHILD,
    DISTRESSED_CHILD,
    TEMPORARY_URGENT,
    TEMPORARY_SPENDING,
)

__all__ = ["GROUPS", "PROGRAMMES"]
