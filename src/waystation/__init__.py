"""Waystation: lawful, sourced plans for people driven out of their countries."""
