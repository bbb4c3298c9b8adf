"""Moments at which something may be typed."""

from datetime import UTC, datetime

from hypothesis import strategies as st

FIRST, LAST = (datetime.fromisoformat(day) for day in ("2027-01-01", "2028-12-31"))
MOMENTS = st.datetimes(FIRST, LAST, timezones=st.just(UTC))
