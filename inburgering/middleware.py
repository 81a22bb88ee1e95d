"""Nothing typed is lost when the session ended in between.

A form posted after the session lapsed is kept as a draft for whoever was last signed in on this
browser, and waits on the same page after signing in again. Somebody else who signs in does not
see it. Only a form that passes the CSRF check is kept; passwords and files never are.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.core import signing
from django.http import HttpRequest, HttpResponseBase

from inburgering.services.sporen import concept_bewaren
from medewerkers.models import Medewerker

KOEKJE = "laatst"
_ZOUT = "laatst-aangemeld"
_DAGEN = 30 * 24 * 60 * 60


class BewaarInvoerBijVerlopenSessie:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        if request.user.is_authenticated and _laatst(request) != request.user.pk:
            response.set_cookie(
                KOEKJE,
                signing.dumps(request.user.pk, salt=_ZOUT),
                max_age=_DAGEN,
                httponly=True,
                secure=settings.SESSION_COOKIE_SECURE,
                samesite="Lax",
            )
        return response

    def process_view(
        self, request: Any, view: Any, args: tuple[Any, ...], kwargs: dict[str, Any]
    ) -> None:
        achter_aanmelden = getattr(view, "login_required", True)
        if request.method != "POST" or request.user.is_authenticated or not achter_aanmelden:
            return
        laatst = _laatst(request)
        if laatst is None:
            return
        medewerker = Medewerker.objects.actief().filter(pk=laatst).first()
        if medewerker is not None and bewaar_invoer(request, medewerker):
            messages.info(
                request, "U was te lang weg. Wat u invulde is bewaard: log in en ga verder."
            )


def bewaar_invoer(request: Any, medewerker: Medewerker) -> bool:
    """Keep the fields of this request as a draft of its page; False when there are none."""
    velden = {
        naam: waarden
        for naam, waarden in request.POST.lists()
        if naam != "csrfmiddlewaretoken" and "password" not in naam
    }
    if not velden:
        return False
    concept_bewaren(medewerker=medewerker, pad=request.path, velden=velden, nu=request.nu)
    return True


def _laatst(request: HttpRequest) -> int | None:
    try:
        pk = signing.loads(request.COOKIES.get(KOEKJE, ""), salt=_ZOUT, max_age=_DAGEN)
    except signing.BadSignature:
        return None
    return pk if isinstance(pk, int) else None
