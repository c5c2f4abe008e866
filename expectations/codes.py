"""Every code list of the tables, declared once. Codelists that are data (metrics, authorities) lie with the transforms.

The members are in the order in which a reader meets them; a code that is not here is refused and never
mapped to a default.
"""

from __future__ import annotations

ROLES = ("current", "previous", "national", "comparator", "target", "projected")

QUALIFIERS = ("exact", "approximately", "nearly", "over", "at_least", "at_most", "under", "range")
"""How exactly a number is stated. The first three have both bounds equal to the value."""

CLOSED_QUALIFIERS = ("exact", "approximately", "nearly")
OPEN_ABOVE_QUALIFIERS = ("over", "at_least")
OPEN_BELOW_QUALIFIERS = ("under", "at_most")

UNITS = ("count", "percent", "gbp", "per_10000", "cases")

DOC_TYPES = (
    "inspection_report",
    "visit_letter",
    "news",
    "trade_press",
    "press_release",
    "minutes",
    "opinion",
    "blog",
    "other",
)

MEDIA_TYPES = ("text/plain", "text/html", "application/pdf")

PUBLISHED_ON_BASES = ("document", "meta", "listing", "none")
"""Where a publication date was found; ``none`` belongs to a null date."""

AS_OF_BASES = ("period_end", "published_on")

DIRECTIONS = ("up", "down", "unchanged")

CHANGE_UNITS = ("count", "percent", "percentage_points", "factor", "gbp")

EVENT_KINDS = (
    "inspection",
    "monitoring_visit",
    "focused_visit",
    "judgement",
    "improvement_notice",
    "direction",
    "commissioner_appointed",
    "trust_established",
    "trust_ended",
    "intervention_ended",
    "funding",
    "review",
    "report_published",
)

FRAMEWORKS = ("ILACS", "SIF", "LSCB_review", "LAC_2013")

INSPECTION_KINDS = (
    "standard_inspection",
    "short_inspection",
    "single_inspection",
    "reinspection",
    "looked_after_inspection",
    "safeguarding_board_review",
    "monitoring_visit",
    "focused_visit",
    "joint_targeted_inspection",
    "inspection",
)

INSPECTION_BASES = ("report", "article")
"""What an inspection is known by: Ofsted's own report or letter, or what other documents tell."""

GRADES = ("outstanding", "good", "requires_improvement", "adequate", "inadequate", "not_judged")
"""``adequate`` was in use under LAC_2013 only; ``not_judged`` is what a report says of an area that it left out."""

JUDGEMENT_AREAS = (
    "overall_effectiveness",
    "impact_of_leaders",
    "help_and_protection",
    "in_care",
    "care_leavers",
    "in_care_and_care_leavers",
    "adoption",
    "leadership_management_governance",
    "lscb",
    "capacity_to_improve",
    "outcomes_for_looked_after_children",
    "quality_of_provision",
    "leadership_and_management",
)

STATISTIC_STATUSES = ("c", "z", "x", "u", "low", "k")
"""The department's symbols: confidential, not applicable, not available, unreliable, rounds to zero (two spellings)."""

GEOGRAPHIC_LEVELS = ("national", "regional", "local_authority", "joint_authorities")
"""``joint_authorities`` are two that send the department one return, as Kingston upon Thames and Richmond."""

STATISTIC_UNITS = (*UNITS, "fte", "days")
"""Units of official statistics; ``fte`` are full-time equivalents, which metrics call a count."""

AUTHORITY_TYPES = ("county", "unitary", "metropolitan_district", "london_borough", "non_metropolitan_district")

METRIC_TOPICS = (
    "workforce",
    "demand",
    "placements",
    "context",
    "timeliness",
    "outcomes",
    "inspection",
    "money",
)

BETTER = ("higher", "lower", "neutral")

SOURCE_KINDS = ("folder", "statistics", "ofsted_providers", "feed", "sitemap", "page", "pdf", "urls", "warc")

STAGES = ("pull", "read", "extract", "validate")

REJECT_REASONS: dict[str, str] = {
    "empty_file": "the file holds no bytes, or nothing but white space",
    "too_large": "the text is longer than the limit",
    "unreadable": "the file could not be opened or read from disk",
    "unknown_type": "the content is none of the kinds that are read (text, HTML, PDF)",
    "wrong_type": "the content is not what the file's extension says",
    "undecodable": "the bytes are text in no encoding that is accepted",
    "binary": "a text file that holds binary data",
    "not_a_pdf": "a file named .pdf that holds something else, as a saved error page",
    "broken_pdf": "a PDF that is truncated or damaged",
    "encrypted_pdf": "a PDF that asks for a password",
    "pdf_without_text": "a PDF with no text in it, as a scan",
    "no_article_text": "an HTML page without an article",
    "live_blog": "a live blog, whose entries overtake each other",
    "picture_gallery": "a set of pictures with captions and hardly any text",
    "paywall_stub": "the first lines of an article that asks to pay or register for the rest",
    "consent_wall": "a page that asks for consent to cookies and shows no article",
    "error_page": "a page that says that there is no such page, or that robots are not welcome",
    "bad_name": "a file name or path that cannot be kept as a document's name",
    "bad_meta": "a meta file that is not a JSON object",
    "meta_key": "a meta file with a key that is not known",
    "meta_value": "a meta file with a value that is not allowed for its key",
    "future_date": "a date after the day that the release is for",
    "unknown_code": "a code that its code list does not hold",
    "extraction_failed": "reading numbers from the text failed",
    "unknown_framework": "a report of Ofsted under a framework that is not known",
    "unknown_label": "a judgement of an area that the framework is not known to have",
    "unknown_grade": "a judgement in words that are no known grade",
    "no_authority": "a report of Ofsted on an authority that is not known",
    "contradicting_grade": "a second report of one inspection with another grade",
    "unknown_dataset": "a data file whose columns are those of no declared data set",
    "broken_table": "a data file, or a line of one, that does not hold together as a table",
    "unknown_column": "a column that its data set is not declared with",
    "missing_column": "a column that its data set is declared with and that a data file lacks",
    "unknown_period": "a time of a data file that is no reporting or financial year",
    "unknown_symbol": "a cell of a data file that is neither a number nor a known symbol",
    "same_issue": "a data file that claims to be the same issue of its data set as another, with other content",
    "bad_address": "an address that is not http or https, or that names its host in a way that hides it",
    "private_address": "a host that stands for an address or a port outside the public web",
    "not_resolved": "a host whose name has no address",
    "not_reached": "a host that takes no connection, or none that is safe",
    "too_slow": "a host that was silent for too long, or an answer that took too long",
    "broken_response": "an answer that broke off, is no HTTP or cannot be unpacked",
    "redirects": "an address that redirects in a circle or too often",
    "robots_forbid": "an address that the robots.txt of its site forbids",
    "robots_unknown": "an address of a site whose robots.txt could not be read",
    "not_found": "an address at which there is nothing (any more)",
    "rate_limited": "a host that asked us to come back later",
    "server_error": "an answer that says that the server failed",
    "http_error": "an answer with any other status than content",
    "host_failing": "an address of a host that failed for many addresses in a row",
    "unknown_layout": "a page of links that is not laid out as its source declares",
    "other_host": "an address that leads to a host which is none of its source's",
    "unknown_title": "a linked document whose title is neither among those to take nor those to leave",
    "out_of_bounds": "a number outside the bounds of the metric that the sentence names",
    "rule_failed": "a row that breaks a rule of its table",
    "reference_removed": "a row that refers to a row that was refused",
}
"""Reason code of a refusal and what it means."""
