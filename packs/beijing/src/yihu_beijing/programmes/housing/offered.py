"""The programmes of this field, in the order of the law."""

from yihu.engines.rules import Programme

PROGRAMMES: tuple[Programme, ...] = ()

__all__ = ["PROGRAMMES"]
