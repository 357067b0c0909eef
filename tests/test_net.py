"""The only door to the Internet is bounded, encrypted but on this machine, and lets a proxy look up names."""

import pytest

from tests.servers import socks, web
from waystation.errors import NetworkError
from waystation.net import fetch

PAGE = b"one,two\n"


def test_what_stands_there_is_fetched():
    with web({"/list": (200, PAGE)}) as here:
        assert fetch(f"{here}/list") == PAGE


def test_without_encryption_only_this_machine_is_asked():
    with pytest.raises(NetworkError) as fault:
        fetch("http://example.org/list")
    assert fault.value.id == "error.net-not-https"


def test_an_answer_that_is_too_long_is_cut_off():
    with web({"/list": (200, PAGE * 1000)}) as here, pytest.raises(NetworkError) as fault:
        fetch(f"{here}/list", most=100)
    assert fault.value.id == "error.net-too-long"


@pytest.mark.parametrize("status", [301, 404, 500])
def test_only_a_page_counts_as_an_answer(status):
    with web({"/list": (status, PAGE)}) as here, pytest.raises(NetworkError) as fault:
        fetch(f"{here}/list")
    assert fault.value.values["status"] == status


def test_a_proxy_is_asked_by_name_so_that_no_name_is_looked_up_here():
    with web({"/list": (200, PAGE)}) as here:
        port = int(here.rpartition(":")[2])
        with socks(port) as (proxy, asked):
            assert fetch(f"http://localhost:{port}/list", proxy=proxy) == PAGE
            assert asked == ["localhost"]


def test_if_the_proxy_is_away_nothing_goes_around_it():
    with web({"/list": (200, PAGE)}) as here, pytest.raises(NetworkError) as fault:
        fetch(f"{here}/list", proxy="socks5://127.0.0.1:1")
    assert fault.value.id == "error.net-failed"


def test_no_address_stands_in_a_fault():
    with pytest.raises(NetworkError) as fault:
        fetch("http://127.0.0.1:1/secret?who=x")
    assert "secret" not in str(fault.value)
