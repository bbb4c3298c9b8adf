"""One's own sessions, and where they are noted: calendars, private notes, the log of hours."""
