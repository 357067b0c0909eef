"""Addresses of the API."""

from django.urls import path

from waystation.web.api import views
from waystation.web.api.views import api

urlpatterns = [
    path("", api("GET", views.described)),
    path("openapi.json", api("GET", views.described)),
    path("records", api("GET", views.records)),
    path("records/<slug:id>", api("GET", views.record)),
    path("facts", api("GET", views.facts)),
    path("changes", api("GET", views.changes)),
    path("search", api("POST", views.searched)),
    path("plan", api("POST", views.plan)),
    path("assess", api("POST", views.assess)),
]
