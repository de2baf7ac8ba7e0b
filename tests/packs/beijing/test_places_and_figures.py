"""The places are those published, complete and without orphans; the figures can be read and counted."""

from __future__ import annotations

from yihu_beijing.figures import figures
from yihu_beijing.places import places
from yihu_beijing.synth.measures import MEASURES, TARGETS


def test_there_are_16_districts_343_streets_and_7535_communities() -> None:
    found = places()
    assert (len(found.districts), len(found.streets), len(found.communities)) == (16, 343, 7_535)
    assert len(found.zones) == 6


def test_streets_of_each_district_are_as_many_as_published() -> None:
    published = {
        110101: 17, 110102: 15, 110105: 43, 110106: 26, 110107: 9, 110108: 29, 110109: 13, 110111: 28, 110112: 22,
        110113: 25, 110114: 22, 110115: 22, 110116: 16, 110117: 18, 110118: 20, 110119: 18,
    }  # fmt: skip
    counted = dict.fromkeys(published, 0)
    for street in places().streets:
        counted[street // 1000] += 1
    assert counted == published


def test_no_place_is_an_orphan() -> None:
    found = places()
    above = {**found.streets, **found.zones}
    assert all(code // 1000 in found.districts for code in above)
    assert all(code // 1000 in above for code in found.communities)
    assert {found.district_of(code) for code in found.communities} == set(found.districts)


def test_codes_have_6_9_and_12_digits_and_every_name_is_given() -> None:
    found = places()
    for names, digits in ((found.districts, 6), (found.streets, 9), (found.zones, 9), (found.communities, 12)):
        assert all(len(str(code)) == digits and name.strip() for code, name in names.items())


def test_districts_have_their_english_names() -> None:
    assert places().english[110101] == "Dongcheng"
    assert set(places().english) == set(places().districts)


def test_the_districts_add_up_to_the_city() -> None:
    value = {f.id: f.value for f in figures()}
    parts = [v for id_, v in value.items() if id_.startswith("people.2020.")]
    assert len(parts) == 16
    assert sum(parts) == value["people.2020"] == 21_893_095


def test_ages_of_the_census_add_up_to_everyone() -> None:
    value = {f.id: f.value for f in figures()}
    assert value["age_0_14.2020"] + value["age_15_59.2020"] + value["age_60.2020"] == value["people.2020"]


def test_every_figure_has_a_source_a_known_place_and_a_way_to_count_it() -> None:
    for figure in figures():
        assert figure.source
        assert figure.zh
        assert figure.en
        assert figure.value > 0
        assert figure.confidence in ("reported", "derived")
        assert figure.place is None or figure.place in places().districts
        assert figure.id.split(".")[0] in MEASURES, figure.id


def test_every_target_is_a_published_figure() -> None:
    assert set(TARGETS) <= {figure.id for figure in figures()}
