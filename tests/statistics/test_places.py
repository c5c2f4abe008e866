"""The place of a line: codes are looked up and never guessed."""

from __future__ import annotations

from datetime import date

import pytest

from transforms.statistics.places import Place, Places

from .conftest import HARTLEPOOL

DAY = date(2024, 3, 31)


def find(codelists, day=DAY, **codes):
    return Places(codelists).find({**HARTLEPOOL, **codes}, day)


def authority(code, old_code=""):
    return {"new_la_code": code, "old_la_code": old_code}


def test_levels(codelists):
    assert find(codelists) == Place("local_authority", "E06000001", "E06000001")
    assert find(codelists, geographic_level="Regional") == Place("regional", "E12000001", None)
    assert find(codelists, geographic_level="Regional", region_code="E13000002") == Place("regional", "E13000002", None)
    assert find(codelists, geographic_level="National") == Place("national", "E92000001", None)


@pytest.mark.parametrize(
    ("codes", "told"),
    [
        ({"new_la_code": "E06999999"}, "no known authority"),
        ({"new_la_code": ""}, "no known authority"),
        ({"old_la_code": "806"}, "is not that of E06000001 (805)"),
        ({"geographic_level": "Ward"}, "none of National, Regional, Local authority"),
        ({"geographic_level": "National", "country_code": "W92000004"}, "is not E92000001"),
        ({"geographic_level": "Regional", "region_code": ""}, "no region's"),
        ({"new_la_code": "E09000021 / E06999999"}, "'E06999999' is no authority"),
        ({"new_la_code": "E06000061 / E06000062"}, ""),
    ],
)
def test_what_is_wrong_is_told(codelists, codes, told):
    found = find(codelists, date(2020, 9, 30), **codes)
    assert isinstance(found, str)
    assert told in found


def test_a_later_code_is_that_which_the_authority_had_then(codelists):
    """Gateshead was recoded the day after the year ended, and the department prints its newest code for all years."""
    gateshead = authority("E08000037", "390")
    assert find(codelists, date(2013, 3, 31), **gateshead) == Place("local_authority", "E08000037", "E08000020")
    assert find(codelists, date(2014, 3, 31), **gateshead) == Place("local_authority", "E08000037", "E08000037")


def test_a_code_of_an_authority_that_was_no_more_is_not_in_use(codelists):
    cumbria = authority("E10000006", "909")
    assert find(codelists, date(2023, 3, 31), **cumbria) == Place("local_authority", "E10000006", "E10000006")
    assert find(codelists, date(2024, 3, 31), **cumbria) == Place("local_authority", "E10000006", "E10000006", False)


def test_a_split_is_no_recoding(codelists):
    """North Northamptonshire is a part of what was Northamptonshire: its code says nothing of the time before."""
    north = authority("E06000061", "940")
    assert find(codelists, date(2020, 3, 31), **north) == Place("local_authority", "E06000061", "E06000061", False)


def test_a_joint_return_belongs_to_neither(codelists):
    joint = authority("E09000021 / E09000027", "314 / 318")
    assert find(codelists, **joint) == Place("joint_authorities", "E09000021 / E09000027", None)
