"""PyYAML with its C loader: what most programs read YAML with. It reads `NO` as false and takes duplicate keys."""

from typing import Any

import yaml


def parse(words: str) -> Any:
    """The plain values of one file."""
    return yaml.load(words, Loader=yaml.CSafeLoader)
