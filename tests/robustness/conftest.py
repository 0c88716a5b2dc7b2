"""How many examples: pytest's ``--hypothesis-profile=fuzz`` takes 320 times as many, 100,000 in all."""

from __future__ import annotations

from hypothesis import HealthCheck, settings

settings.register_profile("fuzz", max_examples=32_000, deadline=None, suppress_health_check=list(HealthCheck))
