"""What legal aid and rehabilitation ask of a person."""

from __future__ import annotations

from yihu.engines.rules import Entity


class PersonRights(Entity):
    """What legal aid and rehabilitation ask of a person."""
