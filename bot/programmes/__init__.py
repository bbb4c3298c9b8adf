"""Programme templates: data, one TOML file each."""

from bot.programmes.faults import TemplateFaults
from bot.programmes.loading import EXAMPLES, Programmes
from bot.programmes.model import (
    Contact,
    Contacts,
    Entitlements,
    Helplines,
    Module,
    Of,
    Planned,
    Programme,
    ReminderKind,
    Retention,
    Rule,
)

__all__ = [
    "EXAMPLES",
    "Contact",
    "Contacts",
    "Entitlements",
    "Helplines",
    "Module",
    "Of",
    "Planned",
    "Programme",
    "Programmes",
    "ReminderKind",
    "Retention",
    "Rule",
    "TemplateFaults",
]
