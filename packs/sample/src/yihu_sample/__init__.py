"""云溪市, a made-up city: facts, dated law, programmes, a domain beside the family, and a handful of places."""

from importlib.resources import files

from yihu.pack import Pack
from yihu_sample.domains import DOMAINS
from yihu_sample.facts import Home
from yihu_sample.law import law_book
from yihu_sample.models import MODELS
from yihu_sample.places import places
from yihu_sample.programmes import GROUPS, PROGRAMMES, income_per_head
from yihu_sample.readings import READINGS

pack = Pack(
    id="sample",
    zh="云溪市（虚构）",
    en="Yunxi (made up)",
    root=Home,
    law=law_book,
    programmes=PROGRAMMES,
    groups=GROUPS,
    places=places,
    tests=(files("yihu_sample") / "programmes",),
    domains=DOMAINS,
    readings=READINGS,
    models=MODELS,
    income=income_per_head,
    template=True,
)
