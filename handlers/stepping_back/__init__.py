"""Stepping back for a while, leaving, and a director's hold on messages."""

from collections.abc import Sequence

from bot.chat.router import Router
from handlers.stepping_back import chat, holding, leaving, pausing

ROUTERS: Sequence[Router] = (pausing.router, chat.router, leaving.router, holding.router)
