"""Nothing typed is lost when the session ended in between.

A form posted after the session lapsed is kept as a draft for whoever was last signed in on this
browser, and waits on the same page after signing in again. Somebody else who signs in does not
see it. Only a form that passes the CSRF check is kept; passwords and files never are.

A button on a page posts to an address of its own, where there is nothing to come back to. Who
presses it after the session lapsed comes back to the page with the button, and presses again.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.core import signing
from django.http import HttpRequest, HttpResponseBase
from django.utils.http import url_has_allowed_host_and_scheme

from inburgering.services.sporen import concept_bewaren
from medewerkers.models import Medewerker

KOEKJE = "laatst"
AUTOMATISCH = "concept"
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
    ) -> HttpResponseBase | None:
        achter_aanmelden = getattr(view, "login_required", True)
        if request.method != "POST" or request.user.is_authenticated or not achter_aanmelden:
            return None
        if request.resolver_match.url_name == AUTOMATISCH:  # a script sent it: nobody reads a word
            return None
        pagina = _pagina_met_de_knop(request)
        if pagina:
            messages.info(request, "Uw sessie was verlopen. Doe het nog een keer.")
            return redirect_to_login(pagina)
        _bewaar_voor_wie_er_was(request)
        return None


def _pagina_met_de_knop(request: HttpRequest) -> str:
    """The page of ours this was posted from, when that is another one than it was posted to."""
    herkomst = request.headers.get("referer", "")
    if not url_has_allowed_host_and_scheme(herkomst, allowed_hosts={request.get_host()}):
        return ""
    deel = urlsplit(herkomst)
    if deel.path == request.path:
        return ""
    return f"{deel.path}?{deel.query}" if deel.query else deel.path


def _bewaar_voor_wie_er_was(request: HttpRequest) -> None:
    laatst = _laatst(request)
    medewerker = Medewerker.objects.actief().filter(pk=laatst).first() if laatst else None
    if medewerker is not None and bewaar_invoer(request, medewerker):
        messages.info(request, "U was te lang weg. Wat u invulde is bewaard: log in en ga verder.")


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
