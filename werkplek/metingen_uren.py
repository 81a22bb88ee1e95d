"""What hours cost: a dossier with very many, a long attendance list, and everybody's term at once.

Made inside a transaction that is rolled back, so nothing of it stays.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from decimal import Decimal

from django.db import connection

from inburgering.enums import DocumentSoort, Regime, SchakelNummer, TermijnSoort
from inburgering.models import Document, Inburgeraar, Persoon, Schakel, Termijn
from leerroutes.enums import AanbiederSoort, KeurmerkSoort, Lessoort
from leerroutes.invoer import PRESENTIE
from leerroutes.models import (
    Aanbieder,
    Deelname,
    Keurmerk,
    Traject,
    TrajectStatus,
    Urenregel,
    Urenstand,
)
from leerroutes.queries.dreigt import PER_PAGINA, dreigt_te_missen
from leerroutes.services.urentotalen import totalen_bijwerken
from medewerkers.models import Medewerker
from opdrachten.models import Opdracht
from opdrachten.queries.regels import te_doen
from opdrachten.services.bevestigen import bevestigen
from opdrachten.services.invoeren import afronden, eenheden_invoeren, in_partijen
from opdrachten.services.ontvangen import lezen, ontvangen
from opdrachten.uitvoer import schrijf_csv
from werkplek.metingen_groot import maak
from wet.doelgroepen import Doelgroep
from wet.leerroutes import Leerroute, Urensoort

REGELS, DOCUMENTEN = 3000, 500
LIJST, PER_PERSOON = 5000, 20
_EERSTE_NUMMER = 4_000_000_000
_TERMIJN_DAGEN = 3 * 365
_SOORTEN = (Urensoort.NEDERLANDS, Urensoort.KNM, Urensoort.PARTICIPATIE)


# --- One dossier with very much ------------------------------------------------------------------
def vol_dossier(*, vandaag: date, door: Medewerker) -> Inburgeraar:
    """Somebody of the Z-route with three thousand lines and five hundred documents."""
    (dossier,) = _mensen(1, vandaag, begin=vandaag - timedelta(days=REGELS // len(_SOORTEN)))
    maak(Schakel(inburgeraar=dossier, nummer=nummer) for nummer in SchakelNummer)
    deelname = Deelname.objects.get(inburgeraar=dossier)
    maak(_regel(deelname, nummer, vandaag) for nummer in range(REGELS))
    totalen_bijwerken([dossier.pk])
    maak(_document(dossier, nummer, door) for nummer in range(DOCUMENTEN))
    return dossier


def _regel(deelname: Deelname, nummer: int, vandaag: date) -> Urenregel:
    dag, plek = divmod(nummer, len(_SOORTEN))
    les = _SOORTEN[plek] is not Urensoort.PARTICIPATIE
    return Urenregel(
        inburgeraar_id=deelname.inburgeraar_id,
        traject_id=deelname.traject_id,
        soort=_SOORTEN[plek].value,
        op=vandaag - timedelta(days=dag),
        uren=Decimal(1),
        deelname=deelname if les else None,
    )


def _document(dossier: Inburgeraar, nummer: int, door: Medewerker) -> Document:
    return Document(
        inburgeraar=dossier,
        soort=DocumentSoort.OVERIG,
        titel=f"Document {nummer}",
        bestandsnaam=f"document-{nummer}.pdf",
        mime="application/pdf",
        grootte=1000,
        sha256=f"{nummer:064x}",
        toegevoegd_op=dossier.geopend_op,
        toegevoegd_door=door,
    )


# --- A long attendance list ----------------------------------------------------------------------
def lange_lijst(*, vandaag: date) -> bytes:
    """Twenty lessons each of two hundred and fifty people, who take lessons from here on."""
    dagen = [vandaag - timedelta(days=nummer) for nummer in range(PER_PERSOON)]
    dossiers = _mensen(LIJST // PER_PERSOON, vandaag, begin=dagen[-1])
    rijen = (
        [dossier.dossiernummer, "Proef", f"{dag:%d-%m-%Y}", "3", "aanwezig"]
        for dossier in dossiers
        for dag in dagen
    )
    koppen = ["Dossiernummer", "Naam", "Datum", "Uren", "Aanwezigheid"]
    return b"".join(schrijf_csv(koppen, rijen))


def lees_lijst(inhoud: bytes, *, door: Medewerker, nu: datetime) -> Opdracht:
    """From upload to preview."""
    opdracht = ontvangen(
        soort=PRESENTIE, bestandsnaam="presentie.csv", inhoud=inhoud, door=door, nu=nu
    )
    lezen(opdracht_id=opdracht.pk, nu=nu)
    opdracht.refresh_from_db()
    return opdracht


def voer_lijst_in(opdracht: Opdracht, *, door: Medewerker, nu: datetime) -> None:
    """From yes to done, as the worker does it."""
    bevestigen(opdracht_id=opdracht.pk, versie=opdracht.versie, door=door, nu=nu)
    for partij in in_partijen(te_doen(opdracht.pk)):
        eenheden_invoeren(opdracht_id=opdracht.pk, eenheden=partij, nu=nu)
    afronden(opdracht_id=opdracht.pk, nu=nu)
    gemaakt = opdracht.regels.filter(uitkomst="ingevoerd").count()
    if gemaakt != LIJST:
        raise RuntimeError(f"van {LIJST} regels zijn er {gemaakt} ingevoerd")


# --- Everybody at once ---------------------------------------------------------------------------
def vul_trajecten(*, aantal: int, vandaag: date) -> None:
    """So many people on a route, spread over their three years; a third of them is behind."""
    nummers = range(aantal)
    dossiers = _dossiers(aantal, vandaag, vanaf=_EERSTE_NUMMER + 1_000_000)
    begin = [vandaag - timedelta(days=nummer * 7 % _TERMIJN_DAGEN) for nummer in nummers]
    maak(_traject(d, dag) for d, dag in zip(dossiers, begin, strict=True))
    maak(_termijn(d, dag) for d, dag in zip(dossiers, begin, strict=True))
    maak(_stand(d, dag, n, vandaag) for n, (d, dag) in enumerate(zip(dossiers, begin, strict=True)))
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def wie_dreigt(*, vandaag: date, door: Medewerker) -> None:
    """The first page, and how many there are."""
    rijen = dreigt_te_missen(vandaag, voor=door)
    if not list(rijen[:PER_PAGINA]):
        raise RuntimeError("niemand dreigt de termijn te missen")


def tel_dreigt(*, vandaag: date, door: Medewerker) -> None:
    dreigt_te_missen(vandaag, voor=door).order_by().count()


# --- People --------------------------------------------------------------------------------------
def _mensen(aantal: int, vandaag: date, *, begin: date) -> list[Inburgeraar]:
    """On the Z-route with lessons at a school that has the mark, since `begin`."""
    reeks = Inburgeraar.objects.count()
    dossiers = _dossiers(aantal, vandaag, vanaf=_EERSTE_NUMMER + reeks)
    (school,) = maak([Aanbieder(naam=f"Proefschool {reeks}", soorten=[AanbiederSoort.TAAL])])
    maak([Keurmerk(aanbieder=school, soort=KeurmerkSoort.BLIK_OP_WERK, start_op=begin)])
    trajecten = maak(_traject(dossier, begin) for dossier in dossiers)
    maak(_termijn(dossier, begin) for dossier in dossiers)
    maak(
        Deelname(
            inburgeraar_id=traject.inburgeraar_id,
            traject=traject,
            aanbieder=school,
            lessoort=Lessoort.TAAL,
            uren_per_week=Decimal(12),
            start_op=begin,
        )
        for traject in trajecten
    )
    return dossiers


def _dossiers(aantal: int, vandaag: date, *, vanaf: int) -> list[Inburgeraar]:
    personen = maak(
        Persoon(
            achternaam="Proef",
            geboortejaar=1990,
            v_nummer=str(vanaf + nummer),
            zoeksleutel="proef",
            sorteernaam="proef",
        )
        for nummer in range(aantal)
    )
    return maak(
        Inburgeraar(
            dossiernummer=f"2098-{(vanaf + nummer) % 10_000_000}",
            persoon=persoon,
            regime=Regime.WI2021,
            doelgroep=Doelgroep.ASIEL.value,
            geopend_op=vandaag,
        )
        for nummer, persoon in enumerate(personen)
    )


def _traject(dossier: Inburgeraar, begin: date) -> Traject:
    return Traject(
        inburgeraar=dossier,
        leerroute=Leerroute.Z.value,
        pvt_uren=12,
        map_uren=40,
        voortgangsgesprekken=6,
        status=TrajectStatus.LOPEND,
        start_op=begin,
    )


def _termijn(dossier: Inburgeraar, begin: date) -> Termijn:
    return Termijn(
        inburgeraar=dossier,
        soort=TermijnSoort.INBURGERING,
        start_op=begin,
        eind_op=begin + timedelta(days=_TERMIJN_DAGEN),
        regel="inburgeringstermijn",
        zekerheid="geverifieerd",
    )


def _stand(dossier: Inburgeraar, begin: date, nummer: int, vandaag: date) -> Urenstand:
    volgens_plan = Decimal(800) * (vandaag - begin).days / _TERMIJN_DAGEN
    deel = Decimal("0.8") if nummer % 3 == 0 else Decimal("1.1")
    uren = round(volgens_plan * deel, 2)
    return Urenstand(inburgeraar=dossier, cursus=uren, nederlands=uren, participatie=uren)
