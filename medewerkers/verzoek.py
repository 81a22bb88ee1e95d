"""The request as the views see it: somebody is signed in, and the clock has been read once."""

from __future__ import annotations

from datetime import datetime

from django.http import HttpRequest
from django_htmx.middleware import HtmxDetails

from medewerkers.models import Medewerker


class Verzoek(HttpRequest):
    user: Medewerker  # never anonymous behind LoginRequiredMiddleware
    nu: datetime
    htmx: HtmxDetails
