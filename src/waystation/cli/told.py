"""What the command line says about itself, from the catalogue like every other word."""

from waystation.cli.language import user_language
from waystation.core.texts import text
from waystation.say import Say


def told(id: str) -> str:
    """The help of a command or option, in the user's language."""
    return Say(user_language())(text(f"help.{id}"))
