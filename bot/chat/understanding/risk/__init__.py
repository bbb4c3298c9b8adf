"""Whether somebody who types this may be at risk, or fears for another: read here, at once, and told nobody."""

from bot.chat.understanding.risk.learnt import ready, sounds_at_risk
from bot.chat.understanding.risk.reading import Risk, at_risk

__all__ = ["Risk", "at_risk", "ready", "sounds_at_risk"]
