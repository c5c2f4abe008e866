"""What holds for every test: the examples that Hypothesis draws are the same in every run.

A run of the tests says whether a change broke something, so it must give the same answer twice. `make fuzz` looks for
what nobody thought of: other examples each time, and more of them where a test does not set their number.
"""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

# no deadline: a time here would be the machine's, not the code's; benchmarks/ measure speed
settings.register_profile("same", derandomize=True, deadline=None, database=None)
settings.register_profile(
    "fuzz", max_examples=1000, deadline=None, print_blob=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "same"))
