"""What somebody at risk is told, having somebody ring them, and talking to a human."""

from handlers.at_risk import asking, chat, human

ROUTERS = (chat.router, asking.router, human.router)
