"""The department's files that lie beside the project, and the samples: nothing in them is refused."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from transforms.statistics import DATASETS, DataFile, Statistic, read_statistics

ROOT = Path(__file__).resolve().parents[2]
REAL = ROOT.parent / "shared" / "corpus" / "dfe"


def files(folder: Path) -> dict[str, bytes]:
    found = {path.name: path.read_bytes() for path in sorted(folder.glob("*.csv"))}
    if not found:
        pytest.skip("the department's data files do not lie beside the project (shared/corpus/dfe)")
    return found


@pytest.fixture(scope="module")
def published(codelists) -> list[Statistic]:
    read = [read_statistics(data, name, codelists) for name, data in files(REAL).items()]
    return [one for found in read if isinstance(found, DataFile) for one in found.statistics if one.metric]


def test_the_departments_files_are_read_whole(codelists):
    real = replace(codelists, sample_authorities=())
    read = {name: read_statistics(data, name, real) for name, data in files(REAL).items()}
    assert {found.dataset for found in read.values() if isinstance(found, DataFile)} == {one.name for one in DATASETS}
    for found in read.values():
        assert isinstance(found, DataFile)
        assert found.refused == ()
        assert found.cells == len(found.statistics)


@pytest.mark.parametrize(
    ("metric", "authority", "time", "value"),
    [
        ("children_in_need", "E92000001", "2025", 402400),
        ("referrals", "E92000001", "2025", 632830),
        ("re_referral_rate", "E12000001", "2025", 20.7),
        ("child_protection_plans", "E06000061", "2025", 413),
        ("children_looked_after", "E92000001", "2021", 80780),
        ("children_looked_after_rate", "E06000063", "2025", 87),
        ("cla_ceased", "E06000061", "2025", 199),
        ("population_under_18", "E92000001", "2025", 12183016),
        ("caseload_per_social_worker", "E92000001", "2025", 15.2),
        ("agency_worker_rate", "E92000001", "2025", 13),
        ("vacancy_rate", "E92000001", "2025", 14.2),
        ("turnover_rate", "E92000001", "2025", 11.8),
        ("social_workers", "E92000001", "2025", 36186.3),
    ],
)
def test_known_values(published, metric, authority, time, value):
    wanted = (metric, authority, time)
    found = [one.value for one in published if (one.metric, one.geography_code, one.time_period) == wanted]
    assert found == [value]


def test_the_sample_files_are_read_whole_and_name_invented_authorities_only(codelists):
    invented = {one.gss_code for one in codelists.sample_authorities}
    sets = set()
    for name, data in files(ROOT / "raw" / "statistics").items():
        found = read_statistics(data, name, codelists)
        assert isinstance(found, DataFile)
        assert found.refused == ()
        assert {one.authority for one in found.statistics} <= invented
        sets.add(found.dataset)
    assert sets == {one.name for one in DATASETS}
