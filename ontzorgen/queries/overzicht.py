"""The overview per month, and of one month per household."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from django.core.paginator import Paginator
from django.db.models import Count

from inburgering.models import Inburgeraar
from medewerkers.models import Medewerker
from ontzorgen.models import Betaling
from ontzorgen.queries.tekorten import mislukt, open_tekorten
from ontzorgen.queries.totalen import BETAALD, ONDERWEG, Totaal, gegeven, totalen
from wet.geld import NIETS
from wet.ontzorgen import Lastsoort

PER_PAGINA = 50
GESLOTEN = "Gesloten dossiers"


@dataclass(frozen=True, kw_only=True)
class Maandregel:
    """`per_soort` is what the bank booked, in the order of `Overzicht.soorten`."""

    maand: date
    per_soort: Sequence[tuple[Lastsoort, Decimal]]
    betaald: Decimal
    onderweg: Decimal
    huishoudens: int
    tekort: Decimal
    mislukt: int


@dataclass(frozen=True, kw_only=True)
class Overzicht:
    jaar: int
    soorten: Sequence[Lastsoort]
    maanden: Sequence[Maandregel]
    vorig_jaar: int
    volgend_jaar: int

    @property
    def betaald(self) -> Decimal:
        return sum((regel.betaald for regel in self.maanden), NIETS)


@dataclass(kw_only=True)
class Huishoudregel:
    """Of one household; without `nummer`: of all closed dossiers together."""

    nummer: str
    naam: str
    betaald: Decimal = NIETS
    onderweg: Decimal = NIETS
    tekort: Decimal = NIETS
    mislukt: int = 0
    soorten: dict[Lastsoort, Decimal] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Maandblad:
    maand: date
    regels: Sequence[Huishoudregel]
    aantal: int
    vorige_url: str
    volgende_url: str


def overzicht(jaar: int) -> Overzicht:
    """Every month of the year of which something is known, the latest first."""
    van, tot = date(jaar, 1, 1), date(jaar, 12, 1)
    alle = totalen(van=van, tot=tot)
    kort = _som_per_maand(_tekorten(van, tot))
    terug = _mislukt(van, tot)
    maanden = sorted({t.maand for t in alle} | set(kort) | set(terug), reverse=True)
    soorten = [soort for soort in Lastsoort if soort.verplicht or _komt_voor(alle, soort)]
    huishoudens = _huishoudens(van, tot)
    return Overzicht(
        jaar=jaar,
        soorten=soorten,
        maanden=[
            _maandregel(
                maand,
                soorten,
                [t for t in alle if t.maand == maand],
                huishoudens=huishoudens.get(maand, 0),
                tekort=kort.get(maand, NIETS),
                mislukt=terug.get(maand, 0),
            )
            for maand in maanden
        ],
        vorig_jaar=jaar - 1,
        volgend_jaar=jaar + 1,
    )


def _komt_voor(alle: Iterable[Totaal], soort: Lastsoort) -> bool:
    return any(totaal.soort is soort for totaal in alle)


def _maandregel(
    maand: date,
    soorten: Sequence[Lastsoort],
    van_maand: Sequence[Totaal],
    *,
    huishoudens: int,
    tekort: Decimal,
    mislukt: int,
) -> Maandregel:
    per = {totaal.soort: totaal.betaald_bedrag for totaal in van_maand}
    return Maandregel(
        maand=maand,
        per_soort=[(soort, per.get(soort, NIETS)) for soort in soorten],
        betaald=sum(per.values(), NIETS),
        onderweg=sum((totaal.onderweg_bedrag for totaal in van_maand), NIETS),
        huishoudens=huishoudens,
        tekort=tekort,
        mislukt=mislukt,
    )


def _huishoudens(van: date, tot: date) -> dict[date, int]:
    rijen = gegeven(van=van, tot=tot).order_by().values("maand")
    geteld = rijen.annotate(n=Count("last__uitkering", distinct=True))
    return dict(geteld.values_list("maand", "n"))


def _mislukt(van: date, tot: date) -> dict[date, int]:
    rijen = mislukt().filter(maand__range=(van, tot)).order_by().values("maand")
    return dict(rijen.annotate(n=Count("pk")).values_list("maand", "n"))


# --- What is short -------------------------------------------------------------------------------
def _tekorten(van: date, tot: date) -> list[tuple[int, date, Decimal]]:
    """Dossier, month and amount of what is still short."""
    return [
        (regel.tekort.last.uitkering.inburgeraar_id, regel.tekort.maand, regel.open)
        for regel in open_tekorten()
        if van <= regel.tekort.maand <= tot
    ]


def _som_per_maand(tekorten: Iterable[tuple[int, date, Decimal]]) -> dict[date, Decimal]:
    per: dict[date, Decimal] = defaultdict(lambda: NIETS)
    for _dossier, maand, bedrag in tekorten:
        per[maand] += bedrag
    return dict(per)


# --- One month -----------------------------------------------------------------------------------
def maandblad(maand: date, *, voor: Medewerker, pagina: str) -> Maandblad:
    regels = huishoudens_van(maand, voor=voor)
    blad = Paginator(regels, PER_PAGINA).get_page(pagina)
    return Maandblad(
        maand=maand,
        regels=list(blad.object_list),
        aantal=len(regels),
        vorige_url=f"?pagina={blad.previous_page_number()}" if blad.has_previous() else "",
        volgende_url=f"?pagina={blad.next_page_number()}" if blad.has_next() else "",
    )


def huishoudens_van(maand: date, *, voor: Medewerker) -> list[Huishoudregel]:
    """By name; what belongs to closed dossiers stands together at the end, so that it sums up."""
    per = _verzamel(maand)
    dossiers = Inburgeraar.objects.zichtbaar_voor(voor).filter(pk__in=per)
    regels = []
    for dossier in dossiers.select_related("persoon").order_by("persoon__sorteernaam", "pk"):
        regel = per.pop(dossier.pk)
        regel.nummer, regel.naam = dossier.dossiernummer, dossier.persoon.naam
        regels.append(regel)
    return [*regels, _samen(per.values())] if per else regels


def _verzamel(maand: date) -> dict[int, Huishoudregel]:
    per: dict[int, Huishoudregel] = defaultdict(lambda: Huishoudregel(nummer="", naam=""))
    dossier = "last__uitkering__inburgeraar"
    for stand, veld in ((BETAALD, "betaald"), (ONDERWEG, "onderweg")):
        rijen = Betaling.objects.filter(stand, maand=maand)
        for dossier_id, soort, bedrag in rijen.values_list(dossier, "last__soort", "bedrag"):
            regel = per[dossier_id]
            setattr(regel, veld, getattr(regel, veld) + bedrag)
            if veld == "betaald":
                regel.soorten[Lastsoort(soort)] = (
                    regel.soorten.get(Lastsoort(soort), NIETS) + bedrag
                )
    for dossier_id, _maand, bedrag in _tekorten(maand, maand):
        per[dossier_id].tekort += bedrag
    for dossier_id in mislukt().filter(maand=maand).values_list(dossier, flat=True):
        per[dossier_id].mislukt += 1
    return dict(per)


def _samen(regels: Iterable[Huishoudregel]) -> Huishoudregel:
    totaal = Huishoudregel(nummer="", naam=GESLOTEN)
    for regel in regels:
        totaal.betaald += regel.betaald
        totaal.onderweg += regel.onderweg
        totaal.tekort += regel.tekort
        totaal.mislukt += regel.mislukt
        for soort, bedrag in regel.soorten.items():
            totaal.soorten[soort] = totaal.soorten.get(soort, NIETS) + bedrag
    return totaal
