"""What holds for all tests: a property is tried as long as it takes, because tests do not assert times."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("explorer", deadline=None)
settings.load_profile("explorer")
