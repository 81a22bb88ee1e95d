"""The clock of a request, and the second factor."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.urls import resolve
from django.utils import timezone

Volgende = Callable[[HttpRequest], HttpResponseBase]

# Pages somebody needs in order to set up the second factor, or to leave.
ZONDER_TWEEDE_FACTOR = ("mfa_", "account_logout", "account_reauthenticate", "health", "logo")


def klok(get_response: Volgende) -> Volgende:
    """Read the clock once: every date of one request is the same moment."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        cast(Any, request).nu = timezone.now()
        return get_response(request)

    return middleware


def tweede_factor(get_response: Volgende) -> Volgende:
    """Where TOTP is obligatory, nobody gets past the set-up page without it."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        if settings.TOTP_VERPLICHT and request.user.is_authenticated and not _mag_zonder(request):
            heeft_totp = Authenticator.objects.filter(
                user=request.user, type=Authenticator.Type.TOTP
            ).exists()
            if not heeft_totp:
                return redirect("mfa_activate_totp")
        return get_response(request)

    return middleware


def _mag_zonder(request: HttpRequest) -> bool:
    return (resolve(request.path_info).url_name or "").startswith(ZONDER_TWEEDE_FACTOR)
