"""The programmes of this field, in the order of the law."""

from yihu.engines.rules import Programme
from yihu_beijing.programmes.school.compulsory import COMPULSORY_AID, COMPULSORY_BOARDER, COMPULSORY_FREE
from yihu_beijing.programmes.school.kindergarten import PRESCHOOL_AID
from yihu_beijing.programmes.school.readings import READINGS
from yihu_beijing.programmes.school.refunds import AFTER_SERVICE_FEES, ENLISTED_REFUND, MOUNTAIN_REFUND
from yihu_beijing.programmes.school.senior import HIGH_FEES, HIGH_GRANT, HONGZHI_CLASS
from yihu_beijing.programmes.school.university import COLLEGE_GRANT, POSTGRADUATE_GRANT
from yihu_beijing.programmes.school.unsupported import KINDERGARTEN_GRANT, UNSUPPORTED_STUDENT
from yihu_beijing.programmes.school.vocational import VOCATIONAL_FEES, VOCATIONAL_GRANT

PROGRAMMES: tuple[Programme, ...] = (
    PRESCHOOL_AID,
    COMPULSORY_FREE,
    COMPULSORY_BOARDER,
    COMPULSORY_AID,
    HIGH_GRANT,
    HIGH_FEES,
    HONGZHI_CLASS,
    VOCATIONAL_GRANT,
    VOCATIONAL_FEES,
    COLLEGE_GRANT,
    POSTGRADUATE_GRANT,
    ENLISTED_REFUND,
    AFTER_SERVICE_FEES,
    MOUNTAIN_REFUND,
    KINDERGARTEN_GRANT,
    UNSUPPORTED_STUDENT,
)

__all__ = ["PROGRAMMES", "READINGS"]
