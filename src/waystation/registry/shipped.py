"""Where the knowledge that comes with the program stands."""

from importlib.resources import files
from pathlib import Path

from waystation.errors import CaseError


def knowledge_folder() -> Path:
    """The knowledge inside the package, or beside it in a checkout. Raises CaseError if neither is there."""
    package = Path(str(files("waystation")))
    for folder in (package / "knowledge", package.parents[1] / "data"):
        if folder.is_dir():
            return folder
    raise CaseError("error.no-knowledge")
