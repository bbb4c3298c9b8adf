"""For those who run the programme: who coaches whom, and how much of it is used."""
