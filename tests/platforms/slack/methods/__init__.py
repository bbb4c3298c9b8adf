"""The Web API: each module registers its methods in METHODS."""

from tests.platforms.slack.methods import agents, conversations, files, messages, users, views
from tests.platforms.slack.methods.method import METHODS, Caller, Method

__all__ = ["METHODS", "Caller", "Method", "agents", "conversations", "files", "messages", "users", "views"]
