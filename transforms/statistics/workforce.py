"""The data set of the department's children's social work workforce census, taken every 30 September."""

from __future__ import annotations

from functools import partial

from transforms.statistics.model import DataSet, Indicator

_FTE = partial(Indicator, unit="fte", timing="on_30_september")
_HEADS = partial(Indicator, unit="count", timing="on_30_september")
_SHARE = partial(Indicator, unit="percent", timing="on_30_september")
_YEAR_FTE = partial(Indicator, unit="fte", timing="year_to_30_september")
_YEAR_HEADS = partial(Indicator, unit="count", timing="year_to_30_september")
_YEAR_SHARE = partial(Indicator, unit="percent", timing="year_to_30_september")

WORKFORCE = DataSet(
    name="csww_indicators",
    title="Children's social work workforce: posts, turnover, agency workers, vacancies, caseload, absence",
    known_by=("inpost_fte", "caseload_fte", "vacancy_rate_fte"),
    indicators=(
        _FTE(
            "inpost_fte",
            metric="social_workers",
            definition="Full-time equivalents of children and family social workers whom the authority employs",
            difference="The press mostly gives heads, often with agency workers or of one team",
        ),
        _HEADS("inpost_headcount", definition="Children and family social workers whom the authority employs, by head"),
        _YEAR_FTE("starters_fte", definition="Full-time equivalents of social workers who started in the year"),
        _YEAR_HEADS("starters_headcount", definition="Social workers who started in the year, by head"),
        _YEAR_FTE("leavers_fte", definition="Full-time equivalents of social workers who left in the year"),
        _YEAR_HEADS("leavers_headcount", definition="Social workers who left in the year, by head"),
        _YEAR_SHARE(
            "turnover_rate_fte",
            metric="turnover_rate",
            definition="Full-time equivalents of the year's leavers as a share of those in post at its end",
            difference="A council's own rate may be for a quarter, or divide by the average number in post",
        ),
        _YEAR_SHARE("turnover_rate_headcount", definition="The year's leavers as a share of those in post, by head"),
        _FTE(
            "agency_fte",
            metric="agency_workers",
            definition="Full-time equivalents of social workers who are paid through an agency or self-employed",
            difference="The press mostly gives heads",
        ),
        _HEADS("agency_headcount", definition="Social workers paid through an agency or self-employed, by head"),
        _SHARE(
            "agency_rate_fte",
            metric="agency_worker_rate",
            definition="Agency workers as a share of agency workers and employed social workers, full-time equivalents",
            difference="A council's own rate may be a share of all posts, or of one team, on another day",
        ),
        _SHARE("agency_rate_headcount", definition="The same share of agency workers, by head"),
        _FTE("agency_cover_fte", definition="Of the agency workers those who fill a vacancy, full-time equivalents"),
        _SHARE("agency_cover_rate_fte", definition="Share of the agency workers who fill a vacancy"),
        _FTE(
            "vacancy_fte",
            metric="vacancies",
            definition="Full-time equivalents of posts in the structure without an employed social worker, filled by "
            "an agency worker or not",
            difference="A council may count only posts that nobody fills",
        ),
        _SHARE(
            "vacancy_rate_fte",
            metric="vacancy_rate",
            definition="Vacant posts as a share of vacant and filled ones, full-time equivalents",
            difference="A council may count only posts that nobody fills, on another day",
        ),
        _SHARE("vacancy_agency_cover_rate_fte", definition="Share of the vacancies that an agency worker fills"),
        _FTE("case_holders_fte", definition="Full-time equivalents of social workers, agency workers too, with cases"),
        _HEADS("cases", definition="Cases held by social workers: a child, or a carer or family who is supported"),
        Indicator(
            "caseload_fte",
            unit="cases",
            timing="on_30_september",
            metric="caseload_per_social_worker",
            definition="Cases per full-time equivalent social worker who holds any",
            difference="The press may give a team's average or the most that anyone holds, on another day",
        ),
        Indicator(
            "working_days_lost_fte",
            unit="days",
            timing="year_to_30_september",
            definition="Working days lost to sickness in the year, by full-time equivalents",
        ),
        _YEAR_SHARE("absence_rate_fte", definition="Working days lost to sickness as a share of all working days"),
    ),
)
