"""How people sign in: by e-mail address, no self-registration, locked out after failures."""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from medewerkers.models import Medewerker


class Aanmelding(DefaultAccountAdapter):
    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Accounts are made by the functioneel beheerder."""
        return False

    def authentication_failed(self, request: HttpRequest, **credentials: Any) -> None:
        """Nothing here: django-axes counts failures through the signal Django itself sends."""

    def set_password(self, user: Medewerker, password: str) -> None:
        """Only the password: the rest of the account may have been changed in the meantime."""
        user.set_password(password)
        user.save(update_fields=["password"])


def geblokkeerd(
    request: HttpRequest,
    original_response: HttpResponse | None = None,
    credentials: dict[str, Any] | None = None,
) -> HttpResponse:
    """Five failures close the door for a quarter of an hour, for this address and this place."""
    return render(request, "account/geblokkeerd.html", status=429)
