"""The file of borders, made by `tools/make_borders.py`. The named parts of countries are read with all else."""

from collections.abc import Sequence
from pathlib import Path

import msgspec

from waystation.core.borders import Land
from waystation.errors import KnowledgeError

NAME = Path("borders") / "land.json"
LARGEST = 4_000_000
"""Bytes."""


def read_land(folders: Sequence[Path]) -> Land:
    """The land of all countries, from the first of these folders that holds it. Raises KnowledgeError."""
    file = next((folder / NAME for folder in folders if (folder / NAME).is_file()), None)
    if file is None:
        raise KnowledgeError("error.no-borders", where=str(folders[0] / NAME) if folders else str(NAME))
    try:
        if file.stat().st_size > LARGEST:
            raise KnowledgeError("error.file-too-large", where=str(file), most=LARGEST)
        return msgspec.json.decode(file.read_bytes(), type=Land)
    except msgspec.DecodeError:
        raise KnowledgeError("error.not-borders", where=str(file)) from None
    except OSError as fault:
        raise KnowledgeError("error.cannot-read", where=str(file), why=fault.strerror) from None
