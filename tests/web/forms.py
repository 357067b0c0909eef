"""Reads a page as a browser does: its form, its fields, its buttons."""

from html.parser import HTMLParser


class Form(HTMLParser):
    """The fields of every form of a page that hold something, and its buttons."""

    def __init__(self, page: bytes) -> None:
        super().__init__()
        self.fields: dict[str, list[str]] = {}
        self.names: set[str] = set()
        self.buttons: list[str] = []
        self.words: list[str] = []
        self._select = ""
        self.feed(page.decode())

    def handle_starttag(self, tag, attrs):
        told = dict(attrs)
        name = told.get("name", "")
        if tag == "select":
            self._select = name
            self.names.add(name)
        elif tag == "option" and "selected" in told:
            self._hold(self._select, told.get("value", ""))
        elif tag == "button" and name == "go":
            self.buttons.append(told.get("value", ""))
        elif tag == "input" and name:
            self.names.add(name)
            if told.get("type") not in ("radio", "checkbox") or "checked" in told:
                self._hold(name, told.get("value", ""))

    def handle_data(self, data):
        self.words.append(data)

    def _hold(self, name, value):
        if value or name == "answers":
            self.fields.setdefault(name, []).append(value)

    @property
    def asked(self):
        return list(dict.fromkeys(self.fields.get("asked", [])))

    def sent(self, go, **typed):
        """What the browser sends when this button is pressed, with what somebody typed."""
        told = {name: values for name, values in self.fields.items() if name != "answers"}
        told |= {
            name.replace("__", "."): values if isinstance(values, list) else [values]
            for name, values in typed.items()
        }
        return {**told, "answers": self.fields.get("answers", [""])[:1], "go": [go]}
