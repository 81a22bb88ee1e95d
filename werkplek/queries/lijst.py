"""The list of dossiers: searched, filtered, sorted, paged by key so that depth is free."""

from __future__ import annotations

import base64
import binascii
import json
import re
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib.postgres.search import TrigramWordSimilarity
from django.db.models import (
    CharField,
    DateField,
    Exists,
    F,
    Min,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
)
from django.db.models.functions import Coalesce, Greatest
from stdnum.nl import bsn as bsn_nummer

from inburgering.enums import SchakelStatus, TermijnSoort, TermijnStatus
from inburgering.models import Inburgeraar, Persoon, Schakel, Termijn
from inburgering.namen import vouw
from inburgering.versleuteling import blinde_index
from leerroutes.models import Traject, TrajectStatus
from medewerkers.models import Medewerker
from wet.datums import maanden_na

PER_PAGINA = 25
KANDIDATEN = 500
LANGSTE_VRAAG = 100
TEL_TOT = 1000
GEEN_SCHAKEL = "geen"
_DOSSIERNUMMER = re.compile(r"^\d{4}-\d{1,8}$")
_NOOIT = date(9999, 12, 31)


@dataclass(frozen=True)
class Sortering:
    sleutel: str
    tekst: str
    veld: str
    oplopend: bool = True


SORTERINGEN = {
    sortering.sleutel: sortering
    for sortering in (
        Sortering("naam", "Naam", "persoon__sorteernaam"),
        Sortering("termijn", "Eerste termijn", "eerste_termijn"),
        Sortering("nieuwste", "Nieuwste eerst", "dossiernummer", oplopend=False),
    )
}


@dataclass(frozen=True, kw_only=True)
class Lijstregel:
    nummer: str
    naam: str
    status: str
    loopt: bool
    doelgroep: str
    regime: str
    schakels: str
    leerroute: str
    consulent: str
    termijn_op: date | None
    gesloten: bool


@dataclass(frozen=True, kw_only=True)
class Pagina:
    """`vorige` and `volgende` are cursors, empty at the ends."""

    regels: list[Lijstregel]
    vorige: str
    volgende: str
    aantal: int
    meer: bool


def dossiers(medewerker: Medewerker) -> QuerySet[Inburgeraar]:
    """What this colleague may see, with what the list shows and sorts on."""
    termijn = (
        Termijn.objects.filter(
            inburgeraar=OuterRef("pk"),
            status=TermijnStatus.LOPEND,
            soort__in=[TermijnSoort.PIP, TermijnSoort.INBURGERING],
        )
        .order_by()
        .values("inburgeraar")
        .annotate(eerste=Min("eind_op"))
    )
    traject = Traject.objects.filter(inburgeraar=OuterRef("pk"), status=TrajectStatus.LOPEND)
    return Inburgeraar.objects.zichtbaar_voor(medewerker).annotate(
        eerste_termijn=Coalesce(
            Subquery(termijn.values("eerste")[:1]), Value(_NOOIT), output_field=DateField()
        ),
        route=Coalesce(
            Subquery(traject.values("leerroute")[:1]), Value(""), output_field=CharField()
        ),
    )


def zoek(rijen: QuerySet[Inburgeraar], vraag: str) -> QuerySet[Inburgeraar]:
    """By dossier number, V-nummer or exact BSN when it looks like one; else by name."""
    vraag = vraag.strip()[:LANGSTE_VRAAG]
    cijfers = re.sub(r"[\s.]", "", vraag)
    if _DOSSIERNUMMER.match(vraag):
        return rijen.filter(dossiernummer=vraag)
    if is_bsn(vraag):
        return rijen.filter(persoon__bsn_index=blinde_index(bsn_nummer.compact(cijfers)))
    if cijfers.isascii() and cijfers.isdigit():
        return rijen.filter(persoon__v_nummer=cijfers.zfill(10))
    return _op_naam(rijen, vouw(vraag))


def is_bsn(vraag: str) -> bool:
    cijfers = re.sub(r"[\s.]", "", vraag)
    return len(cijfers) == 9 and bool(bsn_nummer.is_valid(cijfers))


def _op_naam(rijen: QuerySet[Inburgeraar], sleutel: str) -> QuerySet[Inburgeraar]:
    """At most 500 candidates by trigram first, then ranked: the index does the finding."""
    if not sleutel:
        return rijen.none()
    op_woord = Q(zoeksleutel__trigram_word_similar=sleutel) | Q(zoeksleutel__contains=sleutel)
    kandidaten = Persoon.objects.filter(op_woord).values("pk")[:KANDIDATEN]
    return rijen.filter(persoon__in=kandidaten).annotate(
        gelijkenis=Greatest(TrigramWordSimilarity(sleutel, F("persoon__zoeksleutel")), Value(0.0))
    )


def filter_op(
    rijen: QuerySet[Inburgeraar], keuzes: dict[str, Any], *, op: date
) -> QuerySet[Inburgeraar]:
    """Each filter that is filled narrows the list."""
    direct = {
        "doelgroep": "doelgroep",
        "consulent": "consulent",
        "stelsel": "regime",
        "leerroute": "route",
        "status": "status",
    }
    velden = {veld: keuzes[naam] for naam, veld in direct.items() if keuzes.get(naam)}
    rijen = rijen.filter(**velden)
    if keuzes.get("schakel"):
        rijen = _in_schakel(rijen, keuzes["schakel"])
    if keuzes.get("termijn"):
        uiterlijk = maanden_na(op, int(keuzes["termijn"]))
        rijen = rijen.filter(Q(("eerste_termijn__lte", uiterlijk)))
    return rijen


def _in_schakel(rijen: QuerySet[Inburgeraar], keuze: str) -> QuerySet[Inburgeraar]:
    in_schakel = Schakel.objects.filter(inburgeraar=OuterRef("pk"), status=SchakelStatus.OPEN)
    if keuze == GEEN_SCHAKEL:
        return rijen.filter(~Exists(in_schakel))
    return rijen.filter(Exists(in_schakel.filter(nummer=keuze)))


def gevonden(rijen: QuerySet[Inburgeraar]) -> Pagina:
    """A search answers with the best hits, without pages."""
    beste = list(_met_namen(rijen.order_by(*_rang(rijen), "pk"))[: 2 * PER_PAGINA + 1])
    meer = len(beste) > 2 * PER_PAGINA
    beste = beste[: 2 * PER_PAGINA]
    return Pagina(regels=_regels(beste), vorige="", volgende="", aantal=len(beste), meer=meer)


def _rang(rijen: QuerySet[Inburgeraar]) -> list[str]:
    return ["-gelijkenis"] if "gelijkenis" in rijen.query.annotations else ["dossiernummer"]


def pagina(rijen: QuerySet[Inburgeraar], sortering: Sortering, cursor: str) -> Pagina:
    """One page after or before a key; any depth costs the same."""
    richting, sleutel = _lees_cursor(cursor)
    vooruit = richting != "voor"
    oplopend = sortering.oplopend == vooruit
    teken = "" if oplopend else "-"
    gesorteerd = _met_namen(rijen).order_by(f"{teken}{sortering.veld}", f"{teken}pk")
    if sleutel is not None:
        gesorteerd = gesorteerd.filter(_voorbij(sortering.veld, sleutel, oplopend=oplopend))
    rest = list(gesorteerd[: PER_PAGINA + 1])
    er_is_meer = len(rest) > PER_PAGINA
    blad = rest[:PER_PAGINA] if vooruit else rest[:PER_PAGINA][::-1]
    aantal = _geteld(rijen)
    return Pagina(
        regels=_regels(blad),
        vorige=_cursor("voor", blad, sortering)
        if _heeft_vorige(vooruit, er_is_meer, sleutel)
        else "",
        volgende=_cursor("na", blad, sortering) if er_is_meer or not vooruit else "",
        aantal=min(aantal, TEL_TOT),
        meer=aantal > TEL_TOT,
    )


def _geteld(rijen: QuerySet[Inburgeraar]) -> int:
    """Counted to a thousand and one: past that nobody reads the number."""
    return rijen.order_by()[: TEL_TOT + 1].count()


def _heeft_vorige(vooruit: bool, er_is_meer: bool, sleutel: Any) -> bool:
    return sleutel is not None if vooruit else er_is_meer


def _voorbij(veld: str, sleutel: tuple[str, int], *, oplopend: bool) -> Q:
    waarde, pk = sleutel
    grens = "gt" if oplopend else "lt"
    return Q(**{f"{veld}__{grens}": waarde}) | Q(**{veld: waarde, f"pk__{grens}": pk})


def _cursor(richting: str, blad: list[Inburgeraar], sortering: Sortering) -> str:
    if not blad:
        return ""
    rij = blad[0] if richting == "voor" else blad[-1]
    waarde: Any = rij
    for deel in sortering.veld.split("__"):
        waarde = getattr(waarde, deel)
    return base64.urlsafe_b64encode(json.dumps([richting, str(waarde), rij.pk]).encode()).decode()


def _lees_cursor(cursor: str) -> tuple[str, tuple[str, int] | None]:
    """A cursor somebody tampered with is the first page."""
    try:
        richting, waarde, pk = json.loads(base64.urlsafe_b64decode(cursor.encode()))
        return str(richting), (str(waarde), int(pk))
    except (binascii.Error, ValueError, TypeError):
        return "", None


def _met_namen(rijen: QuerySet[Inburgeraar]) -> QuerySet[Inburgeraar]:
    return rijen.select_related("persoon", "consulent").prefetch_related("schakels")


def _regels(rijen: list[Inburgeraar]) -> list[Lijstregel]:
    return [_regel(rij) for rij in rijen]


def _regel(rij: Any) -> Lijstregel:
    open_nummers = [s.nummer for s in rij.schakels.all() if s.status == SchakelStatus.OPEN]
    return Lijstregel(
        nummer=rij.dossiernummer,
        naam=rij.persoon.naam,
        status=str(rij.get_status_display()),
        loopt=rij.loopt,
        doelgroep=str(rij.get_doelgroep_display()),
        regime=rij.regime,
        schakels=", ".join(str(nummer) for nummer in open_nummers),
        leerroute=rij.route,
        consulent=rij.consulent.naam if rij.consulent else "",
        termijn_op=None if rij.eerste_termijn == _NOOIT else rij.eerste_termijn,
        gesloten=rij.gesloten,
    )
