"""Knowledge that was read stays as long as the process: the collector of garbage need not look at it again."""

import gc

NEW_OBJECTS = 50_000
"""So many new objects before the collector looks at them. A whole plan makes about as many, nearly none in circles."""


def settle() -> None:
    """For a door, once it has read what it needs. Nothing is lost: what comes later is collected, only less often."""
    gc.freeze()
    gc.set_threshold(NEW_OBJECTS, 20, 20)
