"""Who is in a cohort, and as what: for those who run it."""

from collections.abc import Sequence

from bot.chat.router import Router
from handlers.roster import (
    by_hand,
    codes,
    handing_over,
    importing,
    invitations,
    returning,
    roles,
    seeing,
    undoing,
    what_you_are,
)

ROUTERS: Sequence[Router] = (
    seeing.router,
    codes.router,
    undoing.router,
    importing.router,
    invitations.router,
    roles.router,
    handing_over.router,
    returning.router,
    what_you_are.router,
    by_hand.router,
)
