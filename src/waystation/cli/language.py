"""Which language to answer in."""

import locale

from waystation.say import DEFAULT, spoken


def user_language() -> str:
    """The language of the user's system if it has a catalogue, else English."""
    told = (locale.getlocale()[0] or DEFAULT).replace("_", "-")
    return next((one for one in (told, told.split("-")[0]) if one in spoken()), DEFAULT)
