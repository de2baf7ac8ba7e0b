"""Synthetic cities: families drawn so that their totals are the published ones, from a seed, batch by batch.

Pure numpy, no clock and no files. It knows nothing of any city: a pack's :class:`Recipe` gives kinds of families, shares
and the facts; this package gives the draws, the raking to totals, the growing of families and the gaps in what is paid.
"""

from yihu.engines.synth.draws import Draws
from yihu.engines.synth.families import Age, FamilyKind, Members, Structure
from yihu.engines.synth.raking import RakingError, rake
from yihu.engines.synth.receipts import Gaps, with_receipts
from yihu.engines.synth.recipe import BATCH, Batch, Facts, Measure, Recipe, plan

__all__ = [
    "BATCH", "Age", "Batch", "Draws", "Facts", "FamilyKind", "Gaps", "Measure", "Members", "RakingError", "Recipe", "Structure",
    "plan", "rake", "with_receipts",
]  # fmt: skip
