"""From quantities to mentions: which metric a number states, for whom, when and in which role."""
