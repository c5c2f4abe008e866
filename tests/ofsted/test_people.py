"""The lead inspector's name. The names stand for given and family names."""

from __future__ import annotations

import pytest

from transforms.ofsted.people import lead_inspector


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Lead inspector: Given Surname, His Majesty’s Inspector", "Given Surname"),
        ("Lead inspector: Given Surname\nHer Majesty's Inspector", "Given Surname"),
        ("Lead inspector: Given Surname Her Majesty’s Inspector (HMI)", "Given Surname"),
        ("Lead inspector Given Surname HMI", "Given Surname"),
        ("Lead Inspector – Given Surname (HMI)", "Given Surname"),
        ("Lead inspector: Given Surname Senior HMI", "Given Surname"),
        ("Lead inspector: Given Surname, Acting Senior Her Majesty’s Inspector", "Given Surname"),
        ("Lead inspector: Given Surname, Social Care HMI", "Given Surname"),
        ("Lead inspector: Given Surname SHMI", "Given Surname"),
        ("Lead inspector: Given Surname, Ofsted Inspector", "Given Surname"),
        ("Lead inspector: Given Surname AI", "Given Surname"),
        ("Lead inspector: Given Senior HMI", None),
        ("Lead inspector: Dr Given Surname", "Given Surname"),
        ("Lead inspector: Given J. O’Surname-Name", "Given J. O’Surname-Name"),
        ("Lead inspector: Gïvén-Name McSurname", "Gïvén-Name McSurname"),
        ("Lead inspector: Given de la Surname", "Given de la Surname"),
        ("Lead inspector:\nGiven Surname HMI", "Given Surname"),
        ("Lead inspector: Given\nSurname, HMI", "Given Surname"),
        ("Lead inspector: Given Surname, Her Majesty’s\nInspector", "Given Surname"),
        ("Lead inspector: Given Surname Her Majesty’s\nInspector", "Given Surname"),
        ("Lead inspector: Given Surname,\nHer Majesty’s Inspector", "Given Surname"),
        ("Lead inspectors: Given Surname\nJudgement Grade", "Given Surname"),
        ("Lead inspector: Given Sur-\nName, HMI", "Given Sur-Name"),
        ("Reporting inspector Given Surname HMI\nAge group: All", "Given Surname"),
        ("Lead inspectors: Given Surname, HMI, and Other Surname, HMI", "Given Surname; Other Surname"),
        ("Lead inspectors: Given Surname and Other Surname", "Given Surname; Other Surname"),
        ("Lead inspectors: Given Surname, HMI\nOther Surname, HMI", "Given Surname; Other Surname"),
        ("Lead inspector: Given Surname, HMI\nLead inspector: Other Surname, HMI", "Given Surname; Other Surname"),
        ("Lead inspector: Given Surname HMI Deputy lead inspector: Other Surname", "Given Surname"),
        ("The inspection team\nDeputy lead inspector: Other Surname\nLead inspector: Given Surname", "Given Surname"),
        ("Deputy lead inspector: Other Surname", None),
        ("Lead inspector: 3 to 14 October 2022", None),
        ("Lead inspector:\nJudgement Grade", None),
        ("Lead inspector: to be confirmed", None),
        ("She was the lead inspector: Given Surname", None),
        ("Lead inspector:", None),
        ("Given Surname", None),
    ],
)
def test_lead_inspector(text: str, name: str | None) -> None:
    found = lead_inspector(text, 0, len(text))
    assert (found[0] if found else None) == name
