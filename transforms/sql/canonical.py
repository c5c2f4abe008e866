"""How ids are made: from a canonical text in which a null differs from an empty text."""

from __future__ import annotations

# a JSON list keeps apart what joined texts run together: null, '', and a text that holds the separator
CREATE_CANONICAL = "CREATE OR REPLACE TEMP MACRO canonical(parts) AS CAST(to_json(parts) AS VARCHAR)"

# the form of every id of a release: a letter for the table and 20 hexadecimal digits
CREATE_HASHED = """
CREATE OR REPLACE TEMP MACRO hashed(letter, parts) AS
    letter || substring(sha256(canonical(parts)), 1, 20)
"""

# copies differ in white space, capitals, and curly or straight quotation marks and dashes
CREATE_FOLDED = """
CREATE OR REPLACE TEMP MACRO folded(words) AS
    trim(regexp_replace(lower(translate(words, '‘’“”–—', '''''""--')), '\\s+', ' ', 'g'))
"""

# "the assessment team", "Assessment team" and "its assessment team" limit a number to the same thing
CREATE_SCOPE_KEY = """
CREATE OR REPLACE TEMP MACRO scope_key(scope) AS
    regexp_replace(folded(scope), '^(the|its|their|our|a|an) ', '')
"""
