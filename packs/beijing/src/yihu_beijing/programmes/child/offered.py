"""The programmes of this field, in the order of the law."""

from yihu.engines.rules import Programme
from yihu_beijing.programmes.child.child import DISTRESSED_CHILD, UNSUPPORTED_CHILD
from yihu_beijing.programmes.child.orphan import ORPHAN
from yihu_beijing.programmes.child.readings import READINGS

PROGRAMMES: tuple[Programme, ...] = (
    ORPHAN,
    UNSUPPORTED_CHILD,
    DISTRESSED_CHILD,
)

__all__ = ["PROGRAMMES", "READINGS"]
