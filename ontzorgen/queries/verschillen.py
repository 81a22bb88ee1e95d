"""What a batch has that the month before had not, or otherwise: that is what one reviews."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet, Subquery, Sum

from inburgering.models import Inburgeraar
from medewerkers.models import Medewerker
from ontzorgen.enums import BetalingSoort, TekortReden
from ontzorgen.models import Betaalbatch, Betaling, Tekort
from ontzorgen.models.batch import BUITEN
from wet.datums import EEN_DAG, MAANDEN, maanden_na
from wet.geld import NIETS, euro
from wet.ontzorgen import Lastsoort

PER_SOORT = 50
"""So many of a kind stand on the page; of the rest the number is named."""

TERMIJN = Q(soort=BetalingSoort.TERMIJN)
_GEWOON = ("last_id", "last__soort", "maand", "last__uitkering__inburgeraar_id")
Was = Callable[[dict[str, Any]], tuple[str, str, Decimal]]
"""Of a row: what it was, what it becomes, and the amount."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verschilregel:
    """`naam` and `nummer` are empty of a dossier that this colleague may not see."""

    naam: str
    nummer: str
    last_id: int
    wat: str
    was: str
    wordt: str
    bedrag: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Verschil:
    """One kind of difference: `aantal` and `som` are of all of them, `regels` are the first."""

    sleutel: str
    titel: str
    kleur: str
    aantal: int
    som: Decimal
    regels: Sequence[Verschilregel]

    @property
    def meer(self) -> int:
        return self.aantal - len(self.regels)


@dataclass(frozen=True, slots=True)
class _Soort:
    sleutel: str
    titel: str
    kleur: str
    rijen: QuerySet[Any]
    velden: tuple[str, ...]
    was: Was


def verschillen(batch: Betaalbatch, *, voor: Medewerker) -> list[Verschil]:
    """In a number of queries that does not grow with the batch; what is not there is left out."""
    gelezen = [(soort, list(_rijen(soort))) for soort in _soorten(batch)]
    namen = _namen([rij for _soort, rijen in gelezen for rij in rijen[:PER_SOORT]], voor)
    return [_verschil(soort, rijen, namen) for soort, rijen in gelezen if rijen]


def _rijen(soort: _Soort) -> QuerySet[Any]:
    """One more than is shown: then one knows whether there are more."""
    return soort.rijen.values(*_GEWOON, *soort.velden)[: PER_SOORT + 1]


def _verschil(
    soort: _Soort, rijen: Sequence[dict[str, Any]], namen: dict[int, tuple[str, str]]
) -> Verschil:
    aantal, som = len(rijen), sum((rij["bedrag"] for rij in rijen), NIETS)
    if aantal > PER_SOORT:
        aantal, som = _tel(soort)
    return Verschil(
        sleutel=soort.sleutel,
        titel=soort.titel,
        kleur=soort.kleur,
        aantal=aantal,
        som=som,
        regels=[_regel(rij, soort.was, namen) for rij in rijen[:PER_SOORT]],
    )


def _soorten(batch: Betaalbatch) -> Iterator[_Soort]:
    vorige = maanden_na(batch.maand, -1)
    termijnen = _met_vorige(batch, vorige)
    nu = termijnen.filter(maand=batch.maand)
    bekend = nu.exclude(vorig_bedrag=None)
    anders = bekend.exclude(vorig_bedrag=F("verschuldigd_bedrag"))
    bedragen = ("verschuldigd_bedrag", "vorig_bedrag", "bedrag")
    rekeningen = ("rekening__iban", "rekening__tenaamstelling", "vorig_iban", "bedrag")
    ander_nummer = bekend.exclude(vorig_iban=F("rekening__iban"))
    yield _Soort("rekening", "Rekening gewijzigd", "let_op", ander_nummer, rekeningen, _rekening)
    yield _Soort("nieuw", "Nieuw", "goed", nu.filter(vorig_bedrag=None), bedragen, _nieuw)
    yield _Soort("bedrag", "Ander bedrag", "info", anders, bedragen, _bedrag)
    yield _Soort("gestopt", "Gestopt", "neutraal", _gestopt(batch, vorige), ("bedrag",), _stopt)
    eerder = termijnen.filter(maand__lt=batch.maand)
    yield _Soort("eerder", "Alsnog over een eerdere maand", "let_op", eerder, bedragen, _nieuw)
    verzoeken = Betaling.objects.filter(batch=batch).exclude(TERMIJN)
    velden = ("bedrag", "verzoek__reden", "soort")
    yield _Soort("verzoek", "Nabetaling of correctie", "let_op", verzoeken, velden, _verzoek)
    einde = nu.filter(_laatste_maand(batch.maand))
    yield _Soort("einde", "Eindigt deze maand", "neutraal", einde, ("bedrag",), _eindigt)
    tekorten = Tekort.objects.filter(batch=batch).order_by("reden", "pk")
    yield _Soort("tekort", "Tekort", "let_op", tekorten, ("bedrag", "reden"), _tekort)


def _met_vorige(batch: Betaalbatch, vorige: date) -> QuerySet[Any]:
    """The terms of a batch, each with what was owed and paid to in the month before."""
    eerder = Betaling.objects.filter(TERMIJN, last=OuterRef("last"), maand=vorige)
    return (
        Betaling.objects.filter(TERMIJN, batch=batch)
        .annotate(
            vorig_bedrag=Subquery(eerder.values("verschuldigd_bedrag")[:1]),
            vorig_iban=Subquery(eerder.values("rekening__iban")[:1]),
        )
        .order_by("last", "maand")
    )


def _gestopt(batch: Betaalbatch, vorige: date) -> QuerySet[Betaling]:
    """Paid last month, and not in this one: not paid, and not short either."""
    nu = Betaling.objects.filter(TERMIJN, last=OuterRef("last"), maand=batch.maand)
    kort = Tekort.objects.filter(batch=batch, last=OuterRef("last"), maand=batch.maand)
    return (
        Betaling.objects.filter(TERMIJN, maand=vorige, batch__status__in=BUITEN)
        .exclude(Exists(nu))
        .exclude(Exists(kort))
        .order_by("last")
    )


def _laatste_maand(maand: date) -> Q:
    """The six months, or the contract, end in this month."""
    einde = maanden_na(maand, 1) - EEN_DAG
    periode = Q(last__uitkering__ontzorgperiode__eind_op__range=(maand, einde))
    return periode | Q(last__eind_op__range=(maand, einde))


def _tel(soort: _Soort) -> tuple[int, Decimal]:
    telling = soort.rijen.order_by().aggregate(aantal=Count("pk"), som=Sum("bedrag"))
    return telling["aantal"], telling["som"] or NIETS


def _namen(rijen: Sequence[dict[str, Any]], voor: Medewerker) -> dict[int, tuple[str, str]]:
    """Name and number of the dossiers that this colleague may see."""
    ids = {rij["last__uitkering__inburgeraar_id"] for rij in rijen}
    dossiers = Inburgeraar.objects.zichtbaar_voor(voor).filter(pk__in=ids)
    return {
        dossier.pk: (dossier.persoon.naam, dossier.dossiernummer)
        for dossier in dossiers.select_related("persoon")
    }


def _regel(rij: dict[str, Any], was: Was, namen: dict[int, tuple[str, str]]) -> Verschilregel:
    naam, nummer = namen.get(rij["last__uitkering__inburgeraar_id"], ("", ""))
    toen, wordt, bedrag = was(rij)
    maand = rij["maand"]
    return Verschilregel(
        naam=naam,
        nummer=nummer,
        last_id=rij["last_id"],
        wat=f"{Lastsoort(rij['last__soort']).label}, {MAANDEN[maand.month - 1]} {maand.year}",
        was=toen,
        wordt=wordt,
        bedrag=bedrag,
    )


# --- What it was and becomes, per kind -----------------------------------------------------------
def _nieuw(rij: dict[str, Any]) -> tuple[str, str, Decimal]:
    return "", _geld(rij["bedrag"]), rij["bedrag"]


def _bedrag(rij: dict[str, Any]) -> tuple[str, str, Decimal]:
    return _geld(rij["vorig_bedrag"]), _geld(rij["verschuldigd_bedrag"]), rij["bedrag"]


def _rekening(rij: dict[str, Any]) -> tuple[str, str, Decimal]:
    wordt = f"{rij['rekening__iban']}, {rij['rekening__tenaamstelling']}"
    return rij["vorig_iban"], wordt, rij["bedrag"]


def _stopt(rij: dict[str, Any]) -> tuple[str, str, Decimal]:
    return _geld(rij["bedrag"]), "wordt niet meer betaald", rij["bedrag"]


def _verzoek(rij: dict[str, Any]) -> tuple[str, str, Decimal]:
    soort = BetalingSoort(rij["soort"]).label
    return f"{soort}: {rij['verzoek__reden']}", _geld(rij["bedrag"]), rij["bedrag"]


def _eindigt(rij: dict[str, Any]) -> tuple[str, str, Decimal]:
    return "", "laatste maand", rij["bedrag"]


def _tekort(rij: dict[str, Any]) -> tuple[str, str, Decimal]:
    return TekortReden(rij["reden"]).label, _geld(rij["bedrag"]), rij["bedrag"]


def _geld(bedrag: Decimal) -> str:
    """With a space at which no line breaks."""
    return euro(bedrag).replace(" ", "\N{NO-BREAK SPACE}")
