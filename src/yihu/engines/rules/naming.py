"""How the case of a root entity is called, one and many: a family, unless the entity says that it is something else."""

from __future__ import annotations

from yihu.engines.rules.schema import Entity
from yihu.engines.rules.wording import Lang


def is_family(root: type[Entity]) -> bool:
    """True where a case is a family, for which texts have words of their own."""
    return root.NAMES == Entity.NAMES


def one(root: type[Entity], lang: Lang) -> str:
    """Name of one case: 家庭, family; 驿站, station."""
    return root.NAMES[lang == "en"]


def many(root: type[Entity], lang: Lang) -> str:
    """Name of many cases, as over a column of counts: 户, families; 驿站, stations."""
    if lang == "zh":
        return "户" if is_family(root) else root.NAMES[0]
    name = root.NAMES[1]
    if name.endswith("y") and name[-2] not in "aeiou":
        return name[:-1] + "ies"
    return name + ("es" if name.endswith(("s", "x", "ch", "sh")) else "s")


def counted(number: int, root: type[Entity], lang: Lang) -> str:
    """So many cases: 3 户, 3 families; 3 个驿站, 3 stations."""
    between = " 个" if lang == "zh" and not is_family(root) else " "
    return f"{number:,}{between}{one(root, lang) if number == 1 and lang == 'en' else many(root, lang)}"
