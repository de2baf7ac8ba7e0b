"""The shell of a page: templates that escape, styles and scripts inlined, and a CSP that allows exactly these bytes."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from yihu.desks.reports.texts import TEXTS, Texts
from yihu.engines.rules.schema import Entity
from yihu.engines.rules.wording import Lang

LANGS: tuple[Lang, ...] = ("zh", "en")
BASE_STYLES = ("tokens.css", "page.css")
ECHARTS = "echarts.min.js"
Scripts = tuple[Markup, ...]


@cache
def environment() -> Environment:
    """Jinja2 with autoescape for every template; a name that is not given is an error."""
    made = Environment(
        loader=PackageLoader("yihu.desks.reports"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return made


def texts_in(lang: Lang, root: type[Entity] = Entity) -> Texts:
    """What the pages say in a language about cases of a root."""
    return Texts(TEXTS, lang, root)


def asset(name: str) -> str | None:
    """Text of a file in ``static``; None where it has not been built."""
    found = files(__package__).joinpath("static", name)
    return found.read_text("utf-8") if found.is_file() else None


def styles(*names: str) -> Markup:
    """Style sheets of this package, one after the other, as inlined text."""
    return _inline("\n".join(asset(name) or "" for name in (*BASE_STYLES, *names)), "</style")


def chart_scripts() -> Scripts:
    """The chart library and the lines that start it; nothing where the library has not been built."""
    library, starter = asset(ECHARTS), asset("charts.js")
    if library is None or starter is None:
        return ()
    return _inline(library, "</script", "<!--"), _inline(starter, "</script", "<!--")


def _inline(text: str, *closing: str) -> Markup:
    """Text that stands inside an element as it is; raises ValueError where it would close that element."""
    for word in closing:
        if word in text.lower():
            raise ValueError(f"an inlined asset holds {word}")
    return Markup(text)  # noqa: S704 - our own asset, checked above


def policy(style: str, scripts: tuple[str, ...]) -> str:
    """Content security policy: nothing is loaded, only these styles and scripts run."""
    parts = ["default-src 'none'", f"style-src {_hash(style)}"]
    if scripts:
        parts.append("script-src " + " ".join(_hash(script) for script in scripts))
    return "; ".join([*parts, "img-src data:", "base-uri 'none'", "form-action 'none'"])


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def render(template: str, style: Markup, scripts: Scripts = (), *, root: type[Entity] = Entity, **context: Any) -> str:
    """The page of a template with its policy; it speaks of cases of ``root``."""
    made = environment().get_template(template)
    texts = {lang: texts_in(lang, root) for lang in LANGS}
    return made.render(style=style, scripts=scripts, policy=policy(style, scripts), texts=texts, **context)
