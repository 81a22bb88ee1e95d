"""Pages for when something is not as it should be."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from inburgering.middleware import bewaar_invoer
from medewerkers.models import Medewerker


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
