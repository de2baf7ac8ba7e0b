"""The programmes of this field, in the order of the law."""

from yihu.engines.rules import Programme
from yihu_beijing.programmes.rights.legal_aid import LEGAL_AID, LEGAL_DECLARATION, LEGAL_UNCHECKED
from yihu_beijing.programmes.rights.readings import READINGS
from yihu_beijing.programmes.rights.rehabilitation import CHILD_REHABILITATION

PROGRAMMES: tuple[Programme, ...] = (
    CHILD_REHABILITATION,
    LEGAL_AID,
    LEGAL_UNCHECKED,
    LEGAL_DECLARATION,
)

__all__ = ["PROGRAMMES", "READINGS"]
