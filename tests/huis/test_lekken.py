"""Nothing of anybody on an error page or in a log line.

Somebody of the demo is put everywhere an error could pick them up: in the path, the query, the
body, the message of an exception, the row a database error quotes, a header, a task's argument.
"""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
import structlog
from celery import shared_task
from celery.app.trace import build_tracer
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.db import connection, transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.test import Client
from django.urls import include as neem_op
from django.urls import path

from config import logboek
from inburgering.models import Inburgeraar, Persoon
from medewerkers.enums import Rol
from medewerkers.toegang import openbaar
from tests.huis.voorbeelden import iemand

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.usefixtures("op_demo", "demoklok"),
    pytest.mark.urls(__name__),
]


# --- Somebody ------------------------------------------------------------------------------------
@dataclass(frozen=True)
class Iemand:
    """What of a person must never be found outside the pages of the dossier."""

    achternaam: str
    voornamen: str
    bsn: str
    v_nummer: str
    email: str = "eigen.adres@post.example"

    @property
    def alles(self) -> str:
        return f"{self.voornamen} {self.achternaam} {self.bsn} {self.v_nummer} {self.email}"

    def gevonden_in(self, tekst: str) -> list[str]:
        delen = (self.achternaam, self.voornamen, self.bsn, self.v_nummer, self.email)
        return [deel for deel in delen if deel.lower() in tekst.lower()]


@pytest.fixture
def persoon() -> Iemand:
    rij = (
        Persoon.objects.exclude(v_nummer=None)
        .exclude(bsn_versleuteld=None)
        .exclude(voornamen="")
        .exclude(achternaam="")
        .filter(inburgeraar__isnull=False)
        .earliest("pk")
    )
    return Iemand(rij.achternaam, rij.voornamen, rij.bsn, str(rij.v_nummer))


# --- Views that break ----------------------------------------------------------------------------
def met_reden(request: HttpRequest, wat: str) -> HttpResponse:
    tekst = request.GET.get("q") or request.POST.get("q", "")
    fouten: dict[str, Exception] = {
        "kapot": ValueError(f"kan {tekst} niet lezen"),
        "ketting": RuntimeError(tekst),
        "verboden": PermissionDenied(tekst),
        "weg": Http404(tekst),
        "vreemd": SuspiciousOperation(tekst),
    }
    if wat == "ketting":
        try:
            raise KeyError(tekst)
        except KeyError as oorzaak:
            raise fouten[wat] from oorzaak
    raise fouten[wat]


def dubbel(request: HttpRequest) -> HttpResponse:
    """A database error quotes the row that failed."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO inburgering_concept (medewerker_id, pad, inhoud, bewaard_at)"
            " VALUES (%s, %s, '', now()), (%s, %s, '', now())",
            [request.user.pk, request.GET["q"], request.user.pk, request.GET["q"]],
        )
    return HttpResponse()


def vertelt(request: HttpRequest) -> HttpResponse:
    """Code of ours that writes to the log in earnest."""
    try:
        raise ValueError(request.GET["q"])
    except ValueError:
        structlog.get_logger("inburgering").exception("ging mis")
        logging.getLogger("inburgering").exception("ging mis")
        logging.getLogger("django.request").error("ging mis", extra={"request": request})
    return HttpResponse()


urlpatterns = [
    path("breekt/<str:wat>/", openbaar(met_reden), name="breekt"),
    path("dubbel/", dubbel, name="dubbel"),
    path("vertelt/", openbaar(vertelt), name="vertelt"),
    path("", neem_op("config.urls")),
]
handler400 = "werkplek.fouten.ongeldig"
handler403 = "werkplek.fouten.geen_toegang"
handler404 = "werkplek.fouten.niet_gevonden"
handler500 = "werkplek.fouten.kapot"


# --- The log, as it is written -------------------------------------------------------------------
@pytest.fixture
def logregels() -> Iterator[io.StringIO]:
    """What the configuration of production writes, with every logger at its most talkative."""
    (handler,) = [h for h in logging.getLogger().handlers if h.name == "uit"]
    assert isinstance(handler, logging.StreamHandler)
    uit = io.StringIO()
    vorige = handler.setStream(uit)
    yield uit
    handler.setStream(vorige)


@pytest.fixture
def klant() -> Client:
    klant = Client(raise_request_exception=False)
    klant.force_login(iemand(Rol.CONSULENT))
    return klant


@pytest.mark.parametrize(
    ("wat", "status"),
    [("kapot", 500), ("ketting", 500), ("verboden", 403), ("weg", 404), ("vreemd", 400)],
)
@pytest.mark.parametrize("methode", ["get", "post"])
def test_an_error_shows_and_logs_nothing_of_anybody(
    wat, status, methode, klant, persoon, logregels
):
    antwoord = getattr(klant, methode)(f"/breekt/{wat}/", {"q": persoon.alles})

    assert antwoord.status_code == status
    assert persoon.gevonden_in(antwoord.content.decode()) == []
    assert persoon.gevonden_in(logregels.getvalue()) == []
    assert logregels.getvalue(), "an error that leaves no line cannot be mended"


def test_a_row_that_the_database_refused_is_not_quoted(klant, persoon, logregels):
    antwoord = klant.get("/dubbel/", {"q": persoon.alles})

    assert antwoord.status_code == 500
    assert persoon.gevonden_in(antwoord.content.decode()) == []
    assert persoon.gevonden_in(logregels.getvalue()) == []
    assert "UniqueViolation" in logregels.getvalue() or "IntegrityError" in logregels.getvalue()


def test_what_our_own_code_logs_holds_no_message_of_an_exception(klant, persoon, logregels):
    klant.get("/vertelt/", {"q": persoon.alles})

    assert logregels.getvalue().count("ging mis") == 3
    assert persoon.gevonden_in(logregels.getvalue()) == []


@pytest.mark.parametrize(
    "pad",
    [
        "/inburgeraars/{}/",
        "/inburgeraars/{}/pip/",
        "/{}/",
        "/inburgeraars/?q={}",
        "/inburgeraars/?cursor={}",
        "/documenten/{}.pdf",
        "/static/{}.css",
    ],
)
def test_an_address_that_leads_nowhere_repeats_nothing(pad, klant, persoon, logregels):
    for deel in (persoon.achternaam, persoon.bsn, persoon.v_nummer):
        antwoord = klant.get(pad.format(deel))

        if "?" not in pad:
            assert antwoord.status_code == 404
            assert persoon.gevonden_in(antwoord.content.decode()) == []
    assert persoon.gevonden_in(logregels.getvalue()) == []


def test_a_search_is_not_logged_with_its_words(klant, persoon, logregels):
    for methode in (klant.get, klant.post):
        methode("/inburgeraars/", {"q": persoon.achternaam})

    assert persoon.gevonden_in(logregels.getvalue()) == []


def test_a_form_that_lost_its_token_shows_and_logs_nothing(persoon, logregels):
    klant = Client(enforce_csrf_checks=True, raise_request_exception=False)
    klant.force_login(iemand(Rol.CONSULENT))

    antwoord = klant.post("/inburgeraars/nieuw/", {"achternaam": persoon.alles})

    assert antwoord.status_code == 403
    assert persoon.gevonden_in(antwoord.content.decode()) == []
    assert persoon.gevonden_in(logregels.getvalue()) == []


def test_signing_in_under_a_wrong_name_is_not_logged_with_it(persoon, logregels):
    klant = Client(raise_request_exception=False)

    antwoord = klant.post(
        "/account/inloggen/", {"login": persoon.email, "password": persoon.achternaam}
    )

    assert antwoord.status_code == 200
    assert persoon.gevonden_in(logregels.getvalue()) == []


def test_a_host_that_is_not_ours_shows_and_logs_nothing(persoon, logregels):
    klant = Client(raise_request_exception=False)

    antwoord = klant.get("/account/inloggen/", HTTP_HOST=f"{persoon.v_nummer}.example")

    assert antwoord.status_code == 400
    assert persoon.gevonden_in(antwoord.content.decode()) == []
    assert persoon.gevonden_in(logregels.getvalue()) == []


def test_the_page_before_is_not_logged(klant, persoon, logregels):
    """A browser sends where it came from, and its own name."""
    klant.get(
        "/breekt/kapot/",
        HTTP_REFERER=f"https://elders.example/?q={persoon.achternaam}",
        HTTP_USER_AGENT=persoon.achternaam,
    )

    assert persoon.gevonden_in(logregels.getvalue()) == []


# --- The queue -----------------------------------------------------------------------------------
@shared_task(name="tests.lekken.breekt")
def breekt(*, wie: str) -> None:
    raise ValueError(f"kan {wie} niet lezen")


def test_a_task_that_breaks_logs_nothing_of_anybody(persoon, logregels):
    taak: Any = breekt
    spoor = build_tracer(taak.name, taak, app=taak.app, eager=False, propagate=False)

    spoor("11111111-1111-1111-1111-111111111111", [], {"wie": persoon.alles}, {})

    assert persoon.gevonden_in(logregels.getvalue()) == []
    assert "ValueError" in logregels.getvalue()


# --- What a line does say -------------------------------------------------------------------------
def test_a_log_line_says_where_and_who_but_not_about_whom(klant, persoon, logregels):
    dossier = Inburgeraar.objects.zichtbaar_voor(iemand(Rol.CONSULENT)).get(
        persoon__v_nummer=persoon.v_nummer
    )
    klant.get(f"/inburgeraars/{dossier.dossiernummer}/")

    regels = logregels.getvalue()
    assert dossier.dossiernummer in regels
    assert f'"user_id": {iemand(Rol.CONSULENT).pk}' in regels
    assert persoon.gevonden_in(regels) == []


def test_the_cleaner_keeps_no_message(persoon):
    regel = logboek.zonder_persoonsgegevens(
        None, "error", {"event": "x", "exc_info": (ValueError, ValueError(persoon.alles), None)}
    )

    assert persoon.gevonden_in(str(regel)) == []
    assert regel["fout"] == "ValueError"
