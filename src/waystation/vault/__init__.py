"""The safe: bytes in, sealed bytes out. It knows nothing of what it protects."""
