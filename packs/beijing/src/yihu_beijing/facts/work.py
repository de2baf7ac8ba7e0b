"""What employment law asks of a person."""

from __future__ import annotations

from yihu.engines.rules import Entity


class PersonWork(Entity):
    """What employment law asks of a person."""
