"""All rules as one native kernel: a loop over families with member loops inside, no intermediate column.

``emit`` writes LLVM IR from the trees, ``machine`` compiles it, ``columns`` hands it Arrow columns without a copy.
"""

from yihu.engines.rules.kernel.machine import Kernel, Outputs, Shelf, kernel_for
from yihu.engines.rules.kernel.wants import FINDINGS, Want

__all__ = ["FINDINGS", "Kernel", "Outputs", "Shelf", "Want", "kernel_for"]
