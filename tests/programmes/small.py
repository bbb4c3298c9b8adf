"""A template with one of everything, to be read and to be broken."""

SMALL = """\
name = "A small programme"
roles = ["participant", "director"]
authorities = ["Camden"]
prompts = ["What did you learn?"]

[entitlements]
coaching = 1
group_coaching = 0
mentoring = 1

[helplines]
emergency = "999"

[[helplines.lines]]
name = "Samaritans"
how = "call 116 123"

[agreement]
version = "2027-01"
lines = ["one", "two", "three", "four", "five"]
page = \"\"\"
All of it,
in one paragraph.
\"\"\"

[retention]
private_months_after_end = 24
extension_months = 12
letterbox_months = 6
draft_days = 30
deliveries_months = 24
audit_months = 24

[[modules]]
key = "first"
title = "First things"
week = 1
weekday = "Wednesday"
starts = "09:30"
ends = "16:30"
focus = "What comes first"
themes = ["Beginning"]
prompts = ["What began?"]

[[modules]]
key = "second"
title = "Second things"
week = 6
weekday = "Tuesday"
focus = "What comes next"
themes = ["Going on"]
prompts = ["What went on?"]

[[events]]
key = "questionnaire"
kind = "deadline"
title = "Questionnaire"
week = 0
weekday = "Monday"

[[kinds]]
key = "modules"
title = "Modules"
about = "A module is coming."

[[reminders]]
key = "week_before"
kind = "modules"
of = ["module"]
to = ["participant"]
days = -7
at = "09:00"
late_hours = 72
"""
