"""What the resident pension and family-planning aid ask of a person."""

from __future__ import annotations

from yihu.engines.rules import Entity


class PersonPension(Entity):
    """What the resident pension and family-planning aid ask of a person."""
