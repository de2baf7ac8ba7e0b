"""Parameters of volunteers and the time bank."""

from __future__ import annotations

from yihu.engines.rules.law import ParameterSet


class VolunteersLaw(ParameterSet):
    """Volunteers and the time bank."""
