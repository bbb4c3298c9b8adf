"""Programme templates: data, one TOML file each."""

from bot.programmes.model import Programme, programme

__all__ = ["Programme", "programme"]
