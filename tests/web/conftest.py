"""The pages, set up once: Django can be configured only once in a process."""

import pytest
from django.test import Client

from waystation.web import known
from waystation.web.app import application
from waystation.web.site import Site

KEY = "only-for-tests-only-for-tests-only-for-tests"


@pytest.fixture(scope="session")
def pages():
    application(Site(key=KEY, hosts=("127.0.0.1", "localhost", "testserver"), plans_a_minute=1_000_000))


@pytest.fixture
def ask(pages):
    """A browser without a memory: what it sends is what the test says."""
    return Client(raise_request_exception=False)


@pytest.fixture(scope="session")
def knowledge():
    return known.knowledge()
