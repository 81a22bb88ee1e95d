"""One round past every page, as the colleague who sees most of it: what it answers and asks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext

from medewerkers.enums import Rol
from medewerkers.models import Medewerker
from tests.huis.voorbeelden import Adres, GeenVoorbeeld, adressen, heeft_recht, iemand, voorbeeld

# Who sees most of a page comes first: the teamleider sees the whole team, OOV and administratie
# their own rooms, the beheerder Beheer, the partner its clients.
VEELZIENDEN = (
    Rol.TEAMLEIDER,
    Rol.OOV,
    Rol.ADMINISTRATIE,
    Rol.BEHEERDER,
    Rol.PARTNER,
    Rol.CONSULENT,
)
LEZEN = re.compile(
    r"^[\s(]*(SELECT|SAVEPOINT|RELEASE|ROLLBACK|WITH|DECLARE|FETCH|CLOSE|SET)\b", re.IGNORECASE
)
HUISHOUDEN = re.compile(r'\s*(SAVEPOINT|RELEASE|ROLLBACK|UPDATE "django_session")')


@dataclass(frozen=True)
class Bezoek:
    """A GET of one page."""

    adres: Adres
    pad: str
    status: int
    soort: str
    vragen: tuple[str, ...]

    @property
    def schrijft(self) -> list[str]:
        return [vraag for vraag in self.vragen if not LEZEN.match(vraag) or "FOR UPDATE" in vraag]

    @property
    def kosten(self) -> list[str]:
        """What the page asks, each without its values; the session's own housekeeping apart."""
        return [vorm(vraag) for vraag in self.vragen if not HUISHOUDEN.match(vraag)]


def vorm(vraag: str) -> str:
    zonder = re.sub(r"'[^']*'(::\w+)?|\b\d+\b", "?", vraag)
    return re.sub(r"\(\?(, \?)*\)", "(?)", zonder)


def kijker(adres: Adres) -> Medewerker:
    return next(m for m in map(iemand, VEELZIENDEN) if heeft_recht(adres, m))


def bezoek(klant: Client, adres: Adres, medewerker: Medewerker) -> Bezoek:
    """Ask twice and count the second time: what is remembered for a while is remembered then."""
    pad = voorbeeld(adres, medewerker).pad
    with transaction.atomic():
        klant.get(pad)
        with CaptureQueriesContext(connection) as gevraagd:
            antwoord = klant.get(pad)
        transaction.set_rollback(True)
    return Bezoek(
        adres=adres,
        pad=pad,
        status=antwoord.status_code,
        soort=antwoord.headers.get("Content-Type", "").partition(";")[0],
        vragen=tuple(vraag["sql"] for vraag in gevraagd.captured_queries),
    )


@cache
def ronde(database: str) -> dict[str, Bezoek]:
    """Every address that takes a GET, by name. Once per database."""
    return {gezien.adres.naam: gezien for gezien in _ronde()}


def _ronde() -> Iterator[Bezoek]:
    klanten: dict[str, Client] = {}
    for adres in adressen():
        medewerker = kijker(adres)
        if medewerker.email not in klanten:
            klanten[medewerker.email] = Client()
            klanten[medewerker.email].force_login(medewerker)
        try:
            gezien = bezoek(klanten[medewerker.email], adres, medewerker)
        except GeenVoorbeeld:
            continue  # the smaller demo need not have everything; test_toegang sees to the other
        if gezien.status != 405:
            yield gezien
