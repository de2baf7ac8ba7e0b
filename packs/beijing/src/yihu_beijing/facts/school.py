"""What aid for education asks of a person."""

from __future__ import annotations

from yihu.engines.rules import Entity


class PersonSchool(Entity):
    """What aid for education asks of a person."""
