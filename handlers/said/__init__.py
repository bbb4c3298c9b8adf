"""The many ways in which people say what they want: each teaches the intent that declares it."""
