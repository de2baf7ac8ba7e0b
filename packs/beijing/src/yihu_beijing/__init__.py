"""Beijing: its law, programmes, places and published figures, as a pack for Yihu.

``facts`` is what must be known of a family; ``law`` the dated parameters; ``programmes`` the rules in the law's order.
"""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING

from yihu.pack import Pack
from yihu_beijing.checks import CHECKS
from yihu_beijing.domains import DOMAINS
from yihu_beijing.facts import Home
from yihu_beijing.figures import figures
from yihu_beijing.law import law_book
from yihu_beijing.models import MODELS
from yihu_beijing.places import places
from yihu_beijing.programmes import GROUPS, PROGRAMMES, READINGS
from yihu_beijing.programmes.assistance.kinds import family_kind, income_of_all

if TYPE_CHECKING:
    from yihu.engines.synth import Recipe


def recipe() -> Recipe:
    """The recipe of the synthetic city; imported when it is wanted."""
    from yihu_beijing.synth import recipe as made

    return made()


pack = Pack(
    id="beijing",
    zh="北京市",
    en="Beijing",
    root=Home,
    law=law_book,
    programmes=PROGRAMMES,
    groups=GROUPS,
    places=places,
    tests=(files("yihu_beijing") / "programmes",),
    domains=DOMAINS,
    readings=READINGS,
    models=MODELS,
    checks=CHECKS,
    figures=figures,
    recipe=recipe,
    income=income_of_all,
    kind=family_kind,
)
