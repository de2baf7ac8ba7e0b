"""All rules as one native kernel: a loop over families with member loops inside, no intermediate column.

``emit`` writes LLVM IR from the trees, ``machine`` compiles it, ``columns`` hands it Arrow columns without a copy.
"""

from yihu.engines.rules.kernel.emit import FINDINGS, Want
from yihu.engines.rules.kernel.machine import Kernel, Outputs, kernel_for

__all__ = ["FINDINGS", "Kernel", "Outputs", "Want", "kernel_for"]
