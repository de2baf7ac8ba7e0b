"""Sorted rows become families: lists of members, one value of each family fact, and what the family as a whole gets wrong."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from yihu.engines.rules.schema import Entity
from yihu.engines.rules.tree import CASE
from yihu.pack import Fault, Pack
from yihu.records.intake.cells import logical
from yihu.records.intake.fields import COMMUNITY, FAMILY, Field
from yihu.records.intake.findings import Finding, Refused, finding, harmless, shown
from yihu.records.intake.order import FAMILY_BAD, FIRST
from yihu.records.intake.rows import LINE
from yihu.records.intake.presume import Presumed

_CHECKED_AT_ONCE = 4_096
Ints = npt.NDArray[np.int64]
