"""What an operator may set, read from the environment. What is missing or weak stops the start."""

import secrets
from collections.abc import Mapping

from msgspec import Struct

from waystation.errors import CaseError

HOME = ("127.0.0.1", "localhost", "[::1]")
ONION = ".onion"
SHORTEST_KEY = 32
NAMES = ("KEY", "HOSTS", "HTTPS", "PLANS_A_MINUTE", "PORT", "WORKERS")
PREFIX = "WAYSTATION_WEB_"


class Site(Struct, frozen=True, kw_only=True):
    """One deployment.

    `key` signs the answers that travel in the page. `https`: a proxy in front speaks TLS. `plans_a_minute`: how many
    answers each worker works out at most, whoever asks: addresses are neither used nor kept.
    """

    key: str
    hosts: tuple[str, ...] = HOME
    https: bool = False
    plans_a_minute: int = 300
    port: int = 8000
    workers: int = 2

    @property
    def at_home(self) -> bool:
        """Whether nobody but this machine can ask."""
        return set(self.hosts) <= set(HOME)


def read_site(environ: Mapping[str, str]) -> Site:
    """The settings. Raises CaseError, naming the setting, for what is missing, misspelt or weak."""
    told = {name.removeprefix(PREFIX): value for name, value in environ.items() if name.startswith(PREFIX)}
    for name in told:
        if name not in NAMES:
            raise CaseError(
                "error.web-setting", name=PREFIX + name, known=", ".join(PREFIX + one for one in NAMES)
            )
    hosts = tuple(one.strip() for one in told.get("HOSTS", "").split(",") if one.strip()) or HOME
    if any("*" in one for one in hosts):
        raise CaseError("error.web-hosts", name=PREFIX + "HOSTS")
    site = Site(
        key=told.get("KEY", ""), hosts=hosts, https=_switch(told, "HTTPS"),
        plans_a_minute=_number(told, "PLANS_A_MINUTE", 300), port=_number(told, "PORT", 8000),
        workers=_number(told, "WORKERS", 2),
    )  # fmt: skip
    return _closed(site)


def new_key() -> str:
    """A key for one run: pages of an earlier run are refused, which says so to the reader."""
    return secrets.token_urlsafe(48)


def _closed(site: Site) -> Site:
    if len(site.key) < SHORTEST_KEY:
        raise CaseError("error.web-key", name=PREFIX + "KEY", least=SHORTEST_KEY)
    open_hosts = [one for one in site.hosts if one not in HOME and not one.endswith(ONION)]
    if open_hosts and not site.https:
        raise CaseError("error.web-https", name=PREFIX + "HTTPS", host=open_hosts[0])
    return site


def _switch(told: Mapping[str, str], name: str) -> bool:
    spelled = told.get(name, "0")
    if spelled not in ("0", "1"):
        raise CaseError("error.web-switch", name=PREFIX + name)
    return spelled == "1"


def _number(told: Mapping[str, str], name: str, otherwise: int) -> int:
    spelled = told.get(name, str(otherwise))
    if not spelled.isdecimal() or int(spelled) == 0:
        raise CaseError("error.web-number", name=PREFIX + name)
    return int(spelled)
