"""What medical aid and insurance ask of a person, and of a family."""

from __future__ import annotations

from yihu.engines.rules import Entity


class PersonHealth(Entity):
    """What medical aid and insurance ask of a person, and of a family."""


class HomeHealth(Entity):
    """What medical aid and insurance ask of a person, and of a family."""
