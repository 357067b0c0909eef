"""Django as it is, with one page that says hello, on gunicorn with as many workers."""

import os

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.http import HttpRequest, HttpResponse
from django.urls import path
from gunicorn.app.base import BaseApplication


def hello(request: HttpRequest) -> HttpResponse:
    return HttpResponse("hello")


urlpatterns = [path("en/", hello)]


class Server(BaseApplication):
    def load_config(self) -> None:
        port, workers = os.environ["WAYSTATION_WEB_PORT"], int(os.environ["WAYSTATION_WEB_WORKERS"])
        for name, value in {"bind": f"127.0.0.1:{port}", "workers": workers, "loglevel": "warning"}.items():
            self.cfg.set(name, value)

    def load(self):
        settings.configure(
            ROOT_URLCONF=__name__, ALLOWED_HOSTS=["*"], SECRET_KEY="only-a-benchmark",  # noqa: S106
            MIDDLEWARE=["django.middleware.common.CommonMiddleware"],
        )  # fmt: skip
        return get_wsgi_application()


if __name__ == "__main__":
    Server().run()
