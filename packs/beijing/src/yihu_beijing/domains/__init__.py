"""Law about something other than a family: each domain has entities, rules and policy tests of its own."""

from yihu.pack import Pack

DOMAINS: tuple[Pack, ...] = ()

__all__ = ["DOMAINS"]
