"""`python -m waystation.web`: serves the pages, on this machine alone unless the settings say otherwise."""

import os
import sys
from typing import Any

from gunicorn.app.base import BaseApplication

from waystation.errors import WaystationError
from waystation.say import fault
from waystation.web import known
from waystation.web.app import application
from waystation.web.site import PREFIX, Site, new_key, read_site

BAD_INPUT = 2


class Server(BaseApplication):
    """gunicorn with our settings and no others: no file of its own, no arguments, no log of what was asked."""

    def __init__(self, site: Site) -> None:
        self.site = site
        super().__init__()

    def load_config(self) -> None:
        """Only the machine itself may ask; a proxy stands in front where others may."""
        for name, value in {
            "bind": f"127.0.0.1:{self.site.port}", "workers": self.site.workers, "accesslog": None,
            "errorlog": "-", "loglevel": "warning", "preload_app": True, "proc_name": "notes",
            "limit_request_line": 1024, "timeout": 60, "control_socket_disable": True,
        }.items():  # fmt: skip
            if name in self.cfg.settings:
                self.cfg.set(name, value)

    def load(self) -> Any:
        """The pages, with the knowledge read before the workers part."""
        known.knowledge()
        known.lands()
        return application(self.site)


def main() -> int:
    """Serve. 2 if a setting is wrong, with one sentence that says which."""
    environ = dict(os.environ)
    if not environ.get(f"{PREFIX}HOSTS"):
        environ.setdefault(f"{PREFIX}KEY", new_key())
    try:
        site = read_site(environ)
    except WaystationError as error:
        sys.stderr.write(fault(error) + "\n")
        return BAD_INPUT
    sys.stdout.write(f"http://127.0.0.1:{site.port}/\n")
    sys.stdout.flush()
    Server(site).run()
    return 0


if __name__ == "__main__":
    sys.exit(main())
