"""The data sets of the Department for Education that are read, as data.

The sources of the definitions are the department's guides that go with each release: "Children in need", "Children
looked after in England including adoptions" and "Children's social work workforce"; the words are ours.
"""

from __future__ import annotations

from functools import partial

from transforms.statistics.model import DataSet, Indicator
from transforms.statistics.workforce import WORKFORCE

_DAY = partial(Indicator, unit="count", timing="on_31_march")
_DAY_SHARE = partial(Indicator, unit="percent", timing="on_31_march")
_YEAR = partial(Indicator, unit="count", timing="year_to_31_march")
_YEAR_SHARE = partial(Indicator, unit="percent", timing="year_to_31_march")

IN_NEED = DataSet(
    name="b1_children_in_need",
    title="Children in need and episodes of need by local authority",
    known_by=("Anypoint_episodes", "At31_episodes"),
    constants=(("category", "Children in Need"),),
    indicators=(
        _YEAR("Anypoint_episodes", definition="Episodes of need that were open on any day of the year"),
        _YEAR("Anypoint_child", definition="Children with an episode of need on any day of the year, each once"),
        _YEAR("Started_episodes", definition="Episodes of need that began in the year"),
        _YEAR("Started_child", definition="Children with an episode of need that began in the year, each once"),
        _YEAR("Ended_episodes", definition="Episodes of need that ended in the year"),
        _YEAR("Ended_child", definition="Children with an episode of need that ended in the year, each once"),
        _DAY(
            "At31_episodes",
            metric="children_in_need",
            definition="Episodes of need that are open on 31 March, with those looked after or on a protection plan",
            difference="A council's own count may leave out children who are looked after, on a protection plan, "
            "leaving care, disabled or still waiting for an assessment",
        ),
        _DAY("awaiting_assessment", definition="Of the episodes open on 31 March those that still await an assessment"),
    ),
)

REFERRALS = DataSet(
    name="c1_children_in_need_referrals_and_rereferrals",
    title="Referrals and re-referrals to children's social care by local authority",
    known_by=("referral_count", "rereferral_percent"),
    constants=(("category", "Referrals and Re-referrals"),),
    indicators=(
        _YEAR(
            "referral_count",
            metric="referrals",
            definition="Referrals received in the year; a child who is referred twice counts twice",
            difference="A council's own count may be of contacts, or of children",
        ),
        _YEAR("rereferral_count", definition="Referrals within twelve months of an earlier one of the same child"),
        _YEAR_SHARE(
            "rereferral_percent",
            metric="re_referral_rate",
            definition="Share of the year's referrals within twelve months of an earlier one of the same child",
            difference="A council's own share may be for a month or a quarter",
        ),
        _YEAR("no_further_action_count", definition="Referrals that led to nothing further"),
        _YEAR_SHARE("no_further_action_percent", definition="Share of referrals that led to nothing further"),
        _YEAR("not_in_need_count", definition="Referrals assessed with the result that the child is not in need"),
        _YEAR_SHARE(
            "not_in_need_percent",
            definition="Share of referrals assessed with the result that the child is not in need",
        ),
        _YEAR("referral_child_count", definition="Children who were referred in the year, each once"),
        _YEAR("rereferral_child_count", definition="Children who were referred again within twelve months, each once"),
        _YEAR_SHARE(
            "rereferral_child_percent",
            definition="Share of the children referred who were referred again within twelve months",
        ),
    ),
)

PROTECTION_PLANS = DataSet(
    name="d5_cpps_at31march_by_duration",
    title="Child protection plans on 31 March by how long they have lasted, by local authority",
    known_by=("CPP_At31", "3_months_or_less"),
    constants=(("category", "Child Protection Plans by length of time"),),
    indicators=(
        _DAY(
            "CPP_At31",
            metric="child_protection_plans",
            definition="Children who are the subject of a child protection plan on 31 March",
            difference="A council's own count may be for another day",
        ),
        *(
            made
            for column, length in (
                ("3_months_or_less", "three months or less"),
                ("more_than_3_months_6_months", "more than three and up to six months"),
                ("more_than_6_months_less_than_1_year", "more than six months and less than a year"),
                ("1_year_less_than_2_years", "a year or more and less than two"),
                ("2_years_or_more", "two years or more"),
            )
            for made in (
                _DAY(column, definition=f"Of the children on a plan on 31 March those whose plan has lasted {length}"),
                _DAY_SHARE(f"{column}_percent", definition=f"Share of the plans on 31 March that have lasted {length}"),
            )
        ),
    ),
)

_LOOKED_AFTER = "Children looked after on 31 March each year"
_CEASED = "Children ceasing to be looked after each year"
_STARTED = "Children starting to be looked after each year"
_RATE = partial(Indicator, "rate_per_10000", unit="per_10000")
_POPULATION = partial(Indicator, "population_estimate", unit="count", timing="on_30_june_of_the_year_before")
_PEOPLE = "Residents under 18, as the Office for National Statistics estimates them; the rate beside it is of these"

LOOKED_AFTER = DataSet(
    name="cla_number_and_rate_per_10k_children",
    title="Children looked after, with those starting and ceasing, by local authority",
    known_by=("population_type", "children_count", "rate_per_10000"),
    filters=(("population_type", (_CEASED, _LOOKED_AFTER, _STARTED)),),
    indicators=(
        _DAY(
            "children_count",
            only=(_LOOKED_AFTER,),
            metric="children_looked_after",
            definition="Children looked after on 31 March, without those in a series of short breaks only",
            difference="A council's own count may be for another day, or of all who were looked after in a year",
        ),
        _RATE(
            only=(_LOOKED_AFTER,),
            timing="on_31_march",
            metric="children_looked_after_rate",
            definition="Children looked after on 31 March per 10,000 residents under 18, as a whole number",
            difference="Recalculated when the population is estimated anew: a rate printed at the time may differ",
        ),
        _YEAR(
            "children_count",
            only=(_CEASED,),
            metric="cla_ceased",
            definition="Children who ceased to be looked after in the year, each once",
            difference="Ofsted's reports count those of the twelve months before an inspection",
        ),
        _RATE(
            only=(_CEASED,),
            timing="year_to_31_march",
            definition="Children who ceased to be looked after in the year per 10,000 residents under 18",
        ),
        _YEAR(
            "children_count",
            only=(_STARTED,),
            definition="Children who started to be looked after in the year, each once",
        ),
        _RATE(
            only=(_STARTED,),
            timing="year_to_31_march",
            definition="Children who started to be looked after in the year per 10,000 residents under 18",
        ),
        _POPULATION(
            only=(_LOOKED_AFTER,),
            metric="population_under_18",
            definition=_PEOPLE,
            difference="The file names no day; it is taken to be the middle of the year before, as the rates are made",
        ),
        _POPULATION(only=(_CEASED,), definition=_PEOPLE),
        _POPULATION(only=(_STARTED,), definition=_PEOPLE),
    ),
)

DATASETS: tuple[DataSet, ...] = (IN_NEED, REFERRALS, LOOKED_AFTER, WORKFORCE, PROTECTION_PLANS)
