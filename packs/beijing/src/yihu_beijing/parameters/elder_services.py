"""Parameters of services for elders."""

from __future__ import annotations

from yihu.engines.rules.law import ParameterSet


class ElderServicesLaw(ParameterSet):
    """Services for elders."""
