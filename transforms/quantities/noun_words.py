"""Words by which the counted noun and the people whose age is told are found."""

from __future__ import annotations

from transforms.quantities.words import vocabulary

# Words that count what is never "years old": who may be "under 18".
PEOPLE = vocabulary(
    """
    child children people staff person persons young youngster youngsters youth youths teenager teenagers pupil
    pupils boy boys girl girls baby babies infant infants anyone everyone those adult adults leaver leavers
    mother mothers men women man woman population residents student students learner learners
    """
)

# A number between commas after one of these is an age, as after a name: "his wife, 43, said".
KIN = vocabulary(
    "wife husband mother father son daughter sister brother partner man woman boy girl grandmother grandfather"
)

# Where a counted noun phrase ends, besides punctuation: function words and common verbs.
NOUN_STOPS = vocabulary(
    """
    a about above across after against ago all along alongside also although am amid among an and another any
    are around as at away back be became because become been before began being below between both but by came
    can case-by-case ceased come compared completed could did do does down during each either every except
    following for found from further gave get given go got had has have having he held her here hers recorded
    recommended currently him his how i if in including inside into is it its itself just last later left less
    lived lives live living made make many may me might more moved must my near need nor not now of off on once
    one only onto or other others our out outside over own per previously put received remain remained returned
    said saw say says seen several she should show shows since so some spent still subsequently such than that
    the their them then there these they this those though through throughout to told too took towards under
    until up upon us use used very via was we went were what when where whereas whilst whether which while who
    whom whose why will with within without worked would yet you your today yesterday tomorrow respectively
    again apart making holding being living leaving receiving having taking waiting
    """
)
# Part of a counted noun before it ("two smaller teams"), none alone ("21 fewer than").
COMPARATIVES = vocabulary(
    """
    cheaper faster longer older younger larger bigger shorter taller heavier stronger greater smaller better
    worse higher lower fewer quicker slower earlier newer wider lighter
    """
)
DETERMINERS = vocabulary("the these those its their our his her my your all")
