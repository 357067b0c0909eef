"""Settings fail closed, headers close everything, and so much work and no more."""

import pytest

from waystation.errors import CaseError, WaystationError
from waystation.web.budget import Budget
from waystation.web.site import new_key, read_site

KEY = "k" * 40


@pytest.mark.parametrize(
    ("told", "fault"),
    [
        ({}, "error.web-key"),
        ({"KEY": "short"}, "error.web-key"),
        ({"KEY": KEY, "HOSTS": "*"}, "error.web-hosts"),
        ({"KEY": KEY, "HOSTS": "guide.example.org"}, "error.web-https"),
        ({"KEY": KEY, "HOSTS": "guide.example.org", "HTTPS": "yes"}, "error.web-switch"),
        ({"KEY": KEY, "HOST": "guide.example.org"}, "error.web-setting"),
        ({"KEY": KEY, "PORT": "eight"}, "error.web-number"),
        ({"KEY": KEY, "WORKERS": "0"}, "error.web-number"),
    ],
)
def test_a_weak_or_misspelt_setting_stops_the_start(told, fault):
    with pytest.raises(CaseError) as caught:
        read_site({f"WAYSTATION_WEB_{name}": value for name, value in told.items()})
    assert caught.value.id == fault


def test_an_onion_address_needs_no_tls_and_a_named_host_does():
    assert not read_site({"WAYSTATION_WEB_KEY": KEY, "WAYSTATION_WEB_HOSTS": "abc.onion"}).https
    told = {"WAYSTATION_WEB_KEY": KEY, "WAYSTATION_WEB_HOSTS": "guide.example.org", "WAYSTATION_WEB_HTTPS": "1"}
    assert read_site(told).https


def test_a_key_of_one_run_is_long_enough():
    assert read_site({"WAYSTATION_WEB_KEY": new_key()}).at_home


GET = ["/", "/en/", "/en/about", "/en/design", "/en/questions", "/no/such/page", "/zz/"]


@pytest.mark.parametrize("where", GET)
def test_every_answer_closes_everything(ask, where):
    answer = ask.get(where)
    policy = answer["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "script-src 'none'" in policy
    assert "unsafe" not in policy
    assert answer["Cache-Control"] == "no-store"
    assert answer["Referrer-Policy"] == "no-referrer"
    assert "Set-Cookie" not in answer
    assert b"<script" not in answer.content
    assert b" style=" not in answer.content


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "TRACE", "OPTIONS"])
def test_other_methods_are_refused(ask, method):
    assert ask.generic(method, "/en/").status_code == 405


def test_a_host_that_is_not_ours_is_refused(ask):
    assert ask.get("/en/", headers={"host": "evil.example.org"}).status_code == 400


@pytest.mark.parametrize(("where", "status"), [("/no/such/page", 404), ("/zz/", 404)])
def test_a_page_that_is_not_there_says_so(ask, where, status):
    answer = ask.get(where)
    assert answer.status_code == status
    assert "There is no such page" in answer.content.decode()


def test_too_much_is_refused_and_comes_back_with_time():
    now = [0.0]
    budget = Budget(2, lambda: now[0])
    budget.spend()
    budget.spend()
    with pytest.raises(WaystationError) as caught:
        budget.spend()
    assert caught.value.id == "error.web-busy"
    now[0] = 31.0
    budget.spend()


def test_a_form_that_is_too_large_or_has_too_many_fields_is_refused(ask):
    assert ask.post("/en/questions", {"answers": "a" * 200_000}).status_code == 400
    assert ask.post("/en/questions", {f"f{at}": "1" for at in range(600)}).status_code == 400
