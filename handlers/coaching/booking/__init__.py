"""Booking a session alone with a coach, and having one."""
