"""Pages for when something is not as it should be."""

from __future__ import annotations

import logging
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseNotAllowed
from django.shortcuts import render

from inburgering.middleware import bewaar_invoer
from inburgering.services.documenten import Beschadigd
from medewerkers.models import Medewerker

logboek = logging.getLogger("inburgering.documenten")


def verlopen_formulier(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The form's security code no longer holds, for instance after signing in again elsewhere.

    What was typed is kept for who is signed in: the session cookie is SameSite=Lax, so a foreign
    site cannot plant anything here.
    """
    bewaard = isinstance(request.user, Medewerker) and bewaar_invoer(request, request.user)
    return render(request, "fouten/csrf.html", {"bewaard": bewaard}, status=403)


def ongeldig(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return render(request, "fouten/400.html", status=400)


def geen_toegang(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return render(request, "fouten/403.html", status=403)


def niet_gevonden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Also for what exists but is not yours to see: the two cannot be told apart."""
    return render(request, "fouten/404.html", status=404)


def kapot(request: HttpRequest) -> HttpResponse:
    """Static on purpose: whatever is broken, this page is not, and it holds nothing of anybody."""
    return render(None, "fouten/500.html", status=500)


class BeschadigdBestand:
    """Middleware: a file that is not what was stored is not given to anybody."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_exception(
        self, request: HttpRequest, exception: Exception
    ) -> HttpResponseBase | None:
        if not isinstance(exception, Beschadigd):
            return None
        logboek.error("een bestand is beschadigd of weg: %s", exception)
        return render(request, "fouten/beschadigd.html", status=500)


def alleen_met_een_knop(
    get_response: Callable[[HttpRequest], HttpResponseBase],
) -> Callable[[HttpRequest], HttpResponseBase]:
    """Middleware: an address that only takes a button, opened as a page, says so in words."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        response = get_response(request)
        if not isinstance(response, HttpResponseNotAllowed):
            return response
        gevonden = request.resolver_match
        nummer = gevonden.kwargs.get("nummer") if gevonden else None
        pagina = render(request, "fouten/405.html", {"nummer": nummer}, status=405)
        pagina["Allow"] = response["Allow"]
        return pagina

    return middleware
