"""The programmes of this field, in the order of the law."""

from yihu.engines.rules import Programme
from yihu_beijing.programmes.pension.readings import READINGS
from yihu_beijing.programmes.pension.resident_pension import CONTRIBUTION_SUBSIDY, RESIDENT_PENSION
from yihu_beijing.programmes.pension.special_aid import SPECIAL_AID_DEATH, SPECIAL_AID_DISABILITY

PROGRAMMES: tuple[Programme, ...] = (
    SPECIAL_AID_DEATH,
    SPECIAL_AID_DISABILITY,
    RESIDENT_PENSION,
    CONTRIBUTION_SUBSIDY,
)

__all__ = ["PROGRAMMES", "READINGS"]
