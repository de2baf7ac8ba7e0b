"""The programmes of Beijing, in the order of the law."""

from yihu.engines.rules import OneOf, Programme

PROGRAMMES: tuple[Programme, ...] = ()
GROUPS: tuple[OneOf, ...] = ()
