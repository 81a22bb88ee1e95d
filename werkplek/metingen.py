"""What the system costs: each measurement times one thing a person or a night waits for.

Runs against the data that are there, inside a transaction that is rolled back.
"""

from __future__ import annotations

import json
import resource
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import date, datetime, timedelta
from functools import partial
from itertools import count
from statistics import quantiles
from time import perf_counter
from typing import Any

from django.conf import settings
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from inburgering.datums import lokale_datum
from inburgering.models import Inburgeraar
from inburgering.services.taken import taken_bijwerken
from leerroutes.models import TrajectStatus
from medewerkers.enums import Rol
from medewerkers.models import Medewerker
from medewerkers.sporen import spoor
from opdrachten.enums import OpdrachtStatus
from opdrachten.services.ontvangen import lezen, ontvangen
from opdrachten.soorten import IMPORTSOORTEN, Importsoort
from werkplek.metingen_betalen import alleen_sepaxml, betaal, bouw_eerst, herbouw, vul_betalen
from werkplek.metingen_brieven import BRIEVEN, brieven, serie
from werkplek.metingen_groot import vul_groot
from werkplek.metingen_uren import (
    DOCUMENTEN,
    LIJST,
    REGELS,
    lange_lijst,
    lees_lijst,
    tel_dreigt,
    voer_lijst_in,
    vol_dossier,
    vul_trajecten,
    wie_dreigt,
)
from werkplek.proefbestand import proefbestand
from werkplek.queries.wetgeving import geraakt
from wet.geraakt import nieuwe_rij
from wet.termijnen import inburgeringstermijn

KEREN = 30
IMPORTREGELS = 1000
GROOT = 100_000
BATCHES = (5_000, 100_000)


@dataclass(frozen=True)
class Meting:
    """Times in milliseconds, memory as the peak of the process so far, in MiB."""

    name: str
    n: int
    p50_ms: float
    p95_ms: float
    queries: int
    peak_mib: float

    def __str__(self) -> str:
        return json.dumps(asdict(self))


@dataclass(frozen=True)
class Brievenmeting(Meting):
    """Letters on several workers: how many a second, and the memory of the largest worker after
    fifty letters and after all.
    """

    brieven_per_seconde: float
    rss_50_mib: float
    rss_200_mib: float


def metingen(*, nu: datetime) -> Iterator[Meting]:
    """Every measurement, one after the other."""
    consulent = Medewerker.objects.actief().filter(groups__name=Rol.CONSULENT).first()
    dossier = proefdossier()
    if consulent is None or dossier is None:
        raise LookupError("Er zijn geen gegevens om te meten. Maak ze met: bin/manage demo")
    with teruggedraaid():
        client = Client(SERVER_NAME=settings.ALLOWED_HOSTS[0])
        client.force_login(consulent)
        for naam, url in paginas(dossier):
            yield meet(naam, partial(_haal, client, url))
        for naam, doe in brieven():
            yield meet(naam, doe, keren=5)
        yield _serie()
        yield meet("taken_bijwerken_alles", lambda: _taken(nu), keren=3)
        yield meet("norm_geraakt", _geraakt, keren=3)
        yield from importvoorbeeld(nu=nu)
        yield from uren(client, consulent, nu=nu)
        yield from betalen(nu=nu)
        vul_groot(mensen=GROOT, vandaag=lokale_datum(nu), door=consulent)
        yield meet("taakstelling_100_000", partial(_haal, client, reverse("taakstelling")))
        pip = reverse("pip", args=[dossier.dossiernummer])
        yield meet("pip_100_000", partial(_haal, client, pip))
        yield meet("bord_100_000", partial(_haal, client, reverse("overdrachten")))
        yield from termijnen(client, consulent, nu=nu)
    yield meet("100_000_termijnen", _termijnen, keren=1)


def proefdossier() -> Inburgeraar | None:
    """The first on a route that runs: its pages are the fullest, and the old law has not all."""
    lopend = Inburgeraar.objects.filter(trajecten__status=TrajectStatus.LOPEND)
    return lopend.order_by("pk").first()


def uren(client: Client, door: Medewerker, *, nu: datetime) -> Iterator[Meting]:
    """A dossier with very much, and a long attendance list from upload to done."""
    vandaag = lokale_datum(nu)
    nummer = vol_dossier(vandaag=vandaag, door=door).dossiernummer
    vol = f"{REGELS}_regels_{DOCUMENTEN}_documenten"
    for naam in ("leerroute-uren", "leerroute"):
        url = reverse(naam, args=[nummer])
        yield meet(f"pagina_{naam}_{vol}", partial(_haal, client, url))
    maand = reverse("leerroute-uren-maand", args=[nummer, vandaag.year, vandaag.month])
    yield meet(f"pagina_leerroute-uren-maand_{vol}", partial(_haal, client, maand))
    inhoud = lange_lijst(vandaag=vandaag)
    lees = partial(lees_lijst, inhoud, door=door, nu=nu)
    yield meet_eens(f"presentie_{LIJST}_regels_voorbeeld", lees)
    opdracht = lees()
    yield meet_eens(
        f"presentie_{LIJST}_regels_invoeren", partial(voer_lijst_in, opdracht, door=door, nu=nu)
    )


def betalen(*, nu: datetime, batches: Sequence[int] = BATCHES) -> Iterator[Meting]:
    """A batch of payments from building to the file, a second build, and sepaxml alone."""
    for regels in batches:
        with teruggedraaid():
            proef = vul_betalen(regels=regels, nu=nu)
            heel = partial(betaal, proef, regels=regels)
            yield meet_eens(f"batch_{regels}_bouwen_tot_bestand", heel)
        with teruggedraaid():
            proef = vul_betalen(regels=regels, nu=nu)
            batch = bouw_eerst(proef)
            yield meet_eens(f"batch_{regels}_opnieuw_bouwen", partial(herbouw, proef, batch))
        yield meet_eens(f"sepaxml_{regels}", partial(alleen_sepaxml, regels=regels, nu=nu))


def termijnen(client: Client, door: Medewerker, *, nu: datetime) -> Iterator[Meting]:
    """Who threatens to miss the term, of everybody."""
    vandaag = lokale_datum(nu)
    vul_trajecten(aantal=GROOT, vandaag=vandaag)
    for naam, doe in (("wie_dreigt", wie_dreigt), ("tel_dreigt", tel_dreigt)):
        yield meet(f"{naam}_{GROOT}_trajecten", partial(doe, vandaag=vandaag, door=door), keren=5)
    allen = f"{reverse('op-koers')}?van=allen"
    yield meet(f"pagina_op-koers_{GROOT}_trajecten", partial(_haal, client, allen), keren=5)


def meet_eens(naam: str, doe: Callable[[], object]) -> Meting:
    """What can be done once only, and is too long to remember its queries: they are counted."""
    aantal = count()

    def tel(execute: Any, *vraag: Any) -> Any:
        next(aantal)
        return execute(*vraag)

    begin = perf_counter()
    with connection.execute_wrapper(tel):
        doe()
    duur = round((perf_counter() - begin) * 1000, 2)
    return Meting(name=naam, n=1, p50_ms=duur, p95_ms=duur, queries=next(aantal), peak_mib=_piek())


def meet(naam: str, doe: Callable[[], object], *, keren: int = KEREN) -> Meting:
    doe()
    tijden = []
    with CaptureQueriesContext(connection) as vragen:
        for _ in range(keren):
            begin = perf_counter()
            doe()
            tijden.append((perf_counter() - begin) * 1000)
    verdeling = quantiles(tijden, n=20) if len(tijden) > 1 else tijden * 19
    return Meting(
        name=naam,
        n=keren,
        p50_ms=round(verdeling[9], 2),
        p95_ms=round(verdeling[18], 2),
        queries=len(vragen) // keren,
        peak_mib=_piek(),
    )


def _piek() -> float:
    return round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, 1)


def _serie() -> Brievenmeting:
    """Two hundred letters on two workers; the peak is that of the largest of them."""
    gemeten = serie()
    return Brievenmeting(
        name=f"pdf_{BRIEVEN}",
        n=BRIEVEN,
        queries=0,
        peak_mib=max(gemeten.rss_50_mib, gemeten.rss_200_mib),
        **asdict(gemeten),
    )


@contextmanager
def teruggedraaid() -> Iterator[None]:
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def paginas(dossier: Inburgeraar) -> list[tuple[str, str]]:
    nummer = dossier.dossiernummer
    namen = ("overzicht", "persoon", "overdracht", "intake", "pip", "leerroute", "ontzorgen")
    return [
        ("pagina_werkvoorraad", reverse("werkvoorraad")),
        ("pagina_inburgeraars", reverse("inburgeraars")),
        ("pagina_zoeken_naam", f"{reverse('inburgeraars')}?q=tesfai"),
        ("pagina_zoeken_afwezig", f"{reverse('inburgeraars')}?q=xyzzyx"),
        *((f"pagina_{naam}", reverse(naam, args=[nummer])) for naam in namen),
    ]


def _haal(client: Client, url: str) -> None:
    antwoord: Any = client.get(url)
    if antwoord.status_code != 200:
        raise RuntimeError(f"{url} gaf {antwoord.status_code}")


def _taken(nu: datetime) -> None:
    with spoor(door=Medewerker.objects.systeem(), nu=nu):
        taken_bijwerken(None, nu=nu)


def _geraakt() -> None:
    """What two weeks more for the plan would have moved, of every term that runs."""
    geraakt(nieuwe_rij("pip_weken", date(2022, 1, 1), "12"))


def importvoorbeeld(*, nu: datetime, naam: str = "overdrachten") -> Iterator[Meting]:
    """A thousand rows from upload to preview; nothing when this kind is not there."""
    soort = IMPORTSOORTEN.get(naam)
    door = next((m for m in Medewerker.objects.actief() if soort and m.heeft(soort.recht)), None)
    if soort is None or door is None:
        return
    inhoud = proefbestand(soort, IMPORTREGELS)
    yield meet(
        f"import_{IMPORTREGELS}_regels_voorbeeld",
        partial(_tot_voorbeeld, soort, inhoud, door, nu),
        keren=3,
    )


def _tot_voorbeeld(soort: Importsoort, inhoud: bytes, door: Medewerker, nu: datetime) -> None:
    opdracht = ontvangen(soort=soort, bestandsnaam="proef.csv", inhoud=inhoud, door=door, nu=nu)
    lezen(opdracht_id=opdracht.pk, nu=nu)
    opdracht.refresh_from_db()
    if opdracht.status != OpdrachtStatus.VOORBEELD:
        raise RuntimeError(f"het proefbestand werd {opdracht.status}: {opdracht.melding}")


def _termijnen() -> None:
    begin = date(2022, 1, 1)
    for dagen in range(100_000):
        inburgeringstermijn(begin + timedelta(days=dagen % 3650))
