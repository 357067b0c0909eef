"""Answers that a browser keeps as a file, sealed for somebody if that was asked."""

from collections.abc import Mapping

from django.http import HttpResponse

from waystation.casework.hand_over import hand_over, hand_over_with

SEALED = "application/octet-stream"
NAME = "notes"
"""Says nothing of what is in the file."""


def sealed_file(content: bytes, kind: str, name: str, asked: Mapping[str, str]) -> HttpResponse:
    """The file; sealed for a helper if a key was given, with a passphrase if one was. Raises WaystationError."""
    recipient, passphrase = asked.get("recipient", "").strip(), asked.get("passphrase", "")
    if recipient:
        return as_file(hand_over(content, recipient), SEALED, f"{name}.age")
    if passphrase:
        return as_file(hand_over_with(content, passphrase), SEALED, f"{name}.age")
    return as_file(content, kind, name)


def as_file(content: bytes, kind: str, name: str) -> HttpResponse:
    """An answer that a browser keeps as a file."""
    headers = {"Content-Type": kind, "Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(content, headers=headers)
