"""What stands in the shell: the main navigation by role, and the tabs of a dossier. Data, not code.

A page appears here only when it exists; who lacks the right does not see its name.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse

from medewerkers.models import Gemeente, Medewerker
from medewerkers.rechten import Recht

HOOFD: tuple[tuple[str, str, Recht], ...] = (
    ("Werkvoorraad", "werkvoorraad", Recht.WERKVOORRAAD),
    ("Inburgeraars", "inburgeraars", Recht.INBURGERAARS),
    ("Op koers", "op-koers", Recht.LEERROUTE_ZIEN),
    ("Mijn cliënten", "clienten", Recht.CLIENTEN),
    ("PVT", "pvt", Recht.BEGELEIDING_DOEN),
    ("Vrijwilligers", "vrijwilligers", Recht.CLIENTEN),
    ("Overdrachten", "overdrachten", Recht.OVERDRACHT_ZIEN),
    ("Toetsmomenten", "toetsmomenten", Recht.INTAKE_DOEN),
    ("Participatie", "participatie", Recht.PARTICIPATIE),
    ("Taakstelling", "taakstelling", Recht.TAAKSTELLING_ZIEN),
    ("Ontzorgen", "ontzorgen-lijst", Recht.ONTZORGEN_ZIEN),
    ("Aanbieders", "aanbieders", Recht.AANBIEDERS_ZIEN),
    ("Bezwaren", "bezwaren", Recht.BEZWAAR_ZIEN),
    ("Invoeren", "opdrachten", Recht.INVOEREN),
)

# Behind the one item "Beheer", beside each other
BEHEER: tuple[tuple[str, str, Recht], ...] = (
    ("Accounts", "accounts", Recht.BEHEER_ACCOUNTS),
    ("Partners", "partnerorganisaties", Recht.BEHEER_ACCOUNTS),
    ("Gemeente", "gemeente", Recht.BEHEER_GEMEENTE),
    ("Betalen", "betaalregels", Recht.BEHEER_BETALEN),
    ("Brieven", "briefteksten", Recht.BEHEER_BRIEVEN),
    ("Vertalingen", "vertalingen", Recht.BEHEER_BRIEVEN),
    ("Enquête", "vraagtalen", Recht.BEHEER_BRIEVEN),
    ("Wet", "normen", Recht.WET_ZIEN),
    ("Geopende dossiers", "raadplegingen", Recht.BEHEER_RAADPLEGINGEN),
    ("Gezondheid", "gezondheid", Recht.BEHEER_GEZONDHEID),
)
BEHEER_PAD = "/beheer/"

# (text, URL name, rights of which one is enough)
TABS: tuple[tuple[str, str, tuple[Recht, ...]], ...] = (
    ("Overzicht", "overzicht", (Recht.OVERZICHT_ZIEN,)),
    ("Persoon & gezin", "persoon", (Recht.PERSOON_ZIEN, Recht.PERSOON_CONTACT)),
    ("Overdracht & huisvesting", "overdracht", (Recht.OVERDRACHT_ZIEN,)),
    ("Brede intake", "intake", (Recht.INTAKE_ZIEN,)),
    ("PIP", "pip", (Recht.PIP_ZIEN,)),
    ("Bezwaar", "bezwaren-dossier", (Recht.BEZWAAR_ZIEN,)),
    ("Leerroute", "leerroute", (Recht.LEERROUTE_ZIEN,)),
    ("Begeleiding & PVT", "begeleiding", (Recht.BEGELEIDING_ZIEN,)),
    ("Ontzorgen", "ontzorgen", (Recht.ONTZORGEN_ZIEN,)),
    ("Coaching", "coaching", (Recht.COACHING_ZIEN,)),
    ("Documenten", "documenten", (Recht.DOCUMENTEN,)),
    ("Contact", "contact", (Recht.CONTACT,)),
    ("Historie", "historie", (Recht.OVERZICHT_ZIEN, Recht.BEZWAAR_DOEN)),
)


@dataclass(frozen=True)
class Punt:
    tekst: str
    url: str
    actief: bool


def schil(request: HttpRequest) -> dict[str, Any]:
    """Context of every page: who works here for which municipality, and where one can go."""
    medewerker = getattr(request, "user", None)
    context: dict[str, Any] = {"demo": settings.DEMO}
    if not isinstance(medewerker, Medewerker):
        return context
    context["gemeentenaam"] = _gemeentenaam()
    context["navigatie"] = hoofdnavigatie(request, medewerker)
    if request.path.startswith(BEHEER_PAD):
        context["beheer"] = beheernavigatie(request, medewerker)
    if medewerker.heeft(Recht.INBURGERAARS):
        context["zoek_url"] = reverse("inburgeraars")
    nummer = request.resolver_match and request.resolver_match.kwargs.get("nummer")
    if nummer:
        context["tabs"] = dossiertabs(request, medewerker, nummer)
    return context


def hoofdnavigatie(request: HttpRequest, medewerker: Medewerker) -> list[Punt]:
    punten = _punten(request, [regel for regel in HOOFD if medewerker.heeft(regel[2])])
    beheer = beheernavigatie(request, medewerker)
    if not beheer:
        return punten
    return [*punten, Punt("Beheer", beheer[0].url, request.path.startswith(BEHEER_PAD))]


def beheernavigatie(request: HttpRequest, medewerker: Medewerker) -> list[Punt]:
    return _punten(request, [regel for regel in BEHEER if medewerker.heeft(regel[2])])


def _punten(request: HttpRequest, regels: list[tuple[str, str, Recht]]) -> list[Punt]:
    """A deeper page belongs to its list; the first page, at the root, has none below it."""
    punten = [(tekst, reverse(naam)) for tekst, naam, _recht in regels]
    hier = [u for _, u in punten if request.path == u or (u != "/" and request.path.startswith(u))]
    langste = max(hier, key=len, default="")
    return [Punt(tekst, url, url == langste) for tekst, url in punten]


def dossiertabs(request: HttpRequest, medewerker: Medewerker, nummer: str) -> list[Punt]:
    """A deeper page belongs to the tab whose address it starts with; the longest wins."""
    punten = [
        (tekst, reverse(naam, args=[nummer]))
        for tekst, naam, rechten in TABS
        if any(medewerker.heeft(recht) for recht in rechten)
    ]
    langste = max((u for _, u in punten if request.path.startswith(u)), key=len, default="")
    return [Punt(tekst, url, url == langste) for tekst, url in punten]


def _gemeentenaam() -> str:
    return Gemeente.objects.values_list("naam", flat=True).first() or ""
