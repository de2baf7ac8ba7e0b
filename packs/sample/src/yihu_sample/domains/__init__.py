"""Law about something other than a family: each domain has an entity, rules and policy tests of its own."""

from __future__ import annotations

from yihu.pack import Pack
from yihu_sample.domains.day_care import pack as day_care

DOMAINS: tuple[Pack, ...] = (day_care,)

__all__ = ["DOMAINS"]
