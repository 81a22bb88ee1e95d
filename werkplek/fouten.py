"""Pages for when something is not as it should be."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def verlopen_formulier(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The form's security code no longer holds, for instance after signing in again elsewhere."""
    return render(request, "403_csrf.html", status=403)
