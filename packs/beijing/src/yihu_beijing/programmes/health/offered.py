"""The programmes of this field, in the order of the payers: insurance, major illness, aid."""

from yihu.engines.rules import Programme
from yihu_beijing.programmes.health.aid import MEDICAL_AID, TEKUN_MEDICAL
from yihu_beijing.programmes.health.child import ORPHAN_MEDICAL, UNSUPPORTED_MEDICAL
from yihu_beijing.programmes.health.contribution import INSURANCE_CONTRIBUTION
from yihu_beijing.programmes.health.insurance import RESIDENT_INPATIENT, RESIDENT_INSURANCE, RESIDENT_OUTPATIENT
from yihu_beijing.programmes.health.major import MAJOR_ILLNESS
from yihu_beijing.programmes.health.poverty import ILLNESS_POVERTY
from yihu_beijing.programmes.health.readings import READINGS

PROGRAMMES: tuple[Programme, ...] = (
    RESIDENT_INSURANCE,
    INSURANCE_CONTRIBUTION,
    RESIDENT_OUTPATIENT,
    RESIDENT_INPATIENT,
    MAJOR_ILLNESS,
    MEDICAL_AID,
    TEKUN_MEDICAL,
    ILLNESS_POVERTY,
    ORPHAN_MEDICAL,
    UNSUPPORTED_MEDICAL,
)

__all__ = ["PROGRAMMES", "READINGS"]
