"""HTML pages: one self-contained file each, Chinese first with complete English, strict CSP, readable without scripts.

``family_page`` answers one family, ``run_page`` a run over a city, ``reform_page`` a reform beside the law as it is.
"""

from yihu.desks.reports.family import family_page
from yihu.desks.reports.reform import reform_page
from yihu.desks.reports.run import run_page

__all__ = ["family_page", "reform_page", "run_page"]
