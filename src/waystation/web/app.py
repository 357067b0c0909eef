"""Django, set up for one site: no database, no session, no cookie, no log of what was asked."""

import logging
import sys
from typing import Any

import django
from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler
from django.core.signals import got_request_exception
from django.core.wsgi import get_wsgi_application

from waystation.web.budget import open_budget
from waystation.web.site import Site

LARGEST_FORM, MOST_FIELDS = 100_000, 500
YEAR = 31_536_000
log = logging.getLogger("waystation.web")


def application(site: Site) -> WSGIHandler:
    """The pages of this site."""
    settings.configure(**_settings(site))
    django.setup(set_prefix=False)
    logging.getLogger("django").addHandler(logging.NullHandler())
    logging.getLogger("django").propagate = False
    open_budget(site.plans_a_minute)
    got_request_exception.connect(_note, dispatch_uid="waystation")
    return get_wsgi_application()


def _settings(site: Site) -> dict[str, Any]:
    return {
        "DEBUG": False,
        "SECRET_KEY": site.key,
        "ALLOWED_HOSTS": list(site.hosts),
        "ROOT_URLCONF": "waystation.web.urls",
        "MIDDLEWARE": [
            "waystation.web.headers.Headers",
            "django.middleware.security.SecurityMiddleware",
            "django.middleware.gzip.GZipMiddleware",
            "django.middleware.common.CommonMiddleware",
        ],
        "INSTALLED_APPS": [],
        "DATABASES": {},
        "TEMPLATES": [],
        "USE_I18N": False,
        "USE_TZ": True,
        "APPEND_SLASH": False,
        "DATA_UPLOAD_MAX_MEMORY_SIZE": LARGEST_FORM,
        "DATA_UPLOAD_MAX_NUMBER_FIELDS": MOST_FIELDS,
        # A file that is sent would be kept on the disk: no form of ours sends one, and none is taken.
        "FILE_UPLOAD_HANDLERS": [],
        "SECURE_SSL_REDIRECT": False,
        "SECURE_HSTS_SECONDS": YEAR if site.https else 0,
        "SECURE_HSTS_INCLUDE_SUBDOMAINS": site.https,
        "LOGGING_CONFIG": None,
        "LOGGING": {},
    }


def _note(sender: object, **about: object) -> None:
    """Of an error only its kind and place are noted: its words may hold what somebody told."""
    kind, _, trace = sys.exc_info()
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    where = f"{trace.tb_frame.f_globals.get('__name__')}:{trace.tb_lineno}" if trace else "?"
    log.error("%s at %s", kind.__name__ if kind else "?", where)
