"""How right the numbers are: the reading measured on annotated texts, floors that only rise, and a page of figures."""
