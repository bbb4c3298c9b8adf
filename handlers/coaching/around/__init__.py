"""What is around a session: reminders, a question to prepare with, running late, and whether they met."""
