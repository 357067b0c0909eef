"""A DOOR: the command line. Works offline; nothing is sent anywhere; reads the clock and the environment."""

from waystation.cli.app import app, main

__all__ = ["app", "main"]
