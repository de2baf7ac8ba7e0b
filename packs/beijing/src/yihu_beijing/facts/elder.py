"""What services for elders ask of a person."""

from __future__ import annotations

from yihu.engines.rules import Entity


class PersonElder(Entity):
    """What services for elders ask of a person."""


class HomeElder(Entity):
    """What services for elders ask of a person."""
