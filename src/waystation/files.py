"""Write a file whole or not at all. The one place that does so for every ring."""

import os
import tempfile
from pathlib import Path

from waystation.errors import CaseError


def write_whole(file: Path, content: bytes) -> None:
    """Put `content` in `file`, readable by its owner only; what stood there stays if it cannot. Raises CaseError."""
    try:
        handle, name = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}.")
        try:
            with os.fdopen(handle, "wb") as out:
                out.write(content)
            Path(name).replace(file)
        except OSError:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise CaseError("error.cannot-write", where=str(file), why=error.strerror) from None


def keep_whole(file: Path, content: bytes) -> None:
    """As write_whole, in a folder that may not exist yet and is then its owner's only. Raises CaseError."""
    try:
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise CaseError("error.cannot-write", where=str(file), why=error.strerror) from None
    write_whole(file, content)
