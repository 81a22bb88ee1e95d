"""What is kept back from the bijstand of each person for a batch, for the benefits system."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import QuerySet

from inburgering.models import Inburgeraar
from medewerkers.models import Medewerker
from ontzorgen.enums import BetalingSoort
from ontzorgen.models import Betaalbatch, Betaling
from ontzorgen.policies.inhoudingen import NA_AKKOORD
from opdrachten.uitvoer import Waarde
from wet.ontzorgen import Lastsoort

KOPPEN = (
    "Dossiernummer",
    "BSN",
    "V-nummer",
    "Naam",
    "Maand",
    "Soort",
    "Bedrag",
    "Kenmerk",
)
GESLOTEN = "Gesloten dossier"


@dataclass(frozen=True, slots=True)
class Inhouding:
    """One payment from the bijstand of a person; of a closed dossier without who it is."""

    dossiernummer: str
    bsn: str
    v_nummer: str
    naam: str
    maand: date
    soort: str
    bedrag: Decimal
    kenmerk: str

    def rij(self) -> Sequence[Waarde]:
        return (
            self.dossiernummer,
            self.bsn,
            self.v_nummer,
            self.naam,
            f"{self.maand:%m-%Y}",
            self.soort,
            self.bedrag,
            self.kenmerk,
        )


def batches_van(jaar: int) -> list[Betaalbatch]:
    """Those of this year of which the list may leave, the latest first."""
    return list(Betaalbatch.objects.filter(maand__year=jaar, status__in=NA_AKKOORD))


def dossiers_van(batch: Betaalbatch, *, voor: Medewerker) -> QuerySet[Inburgeraar]:
    """Of whom this colleague may see who they are."""
    met_betaling = _betalingen(batch).values("last__uitkering__inburgeraar")
    return Inburgeraar.objects.zichtbaar_voor(voor).filter(pk__in=met_betaling)


def inhoudingen(batch: Betaalbatch, *, voor: Medewerker) -> Iterator[Inhouding]:
    """Every payment of the batch, so that the sum is that of the batch, with one exception.

    What makes good a payment that failed was kept back with the batch of that payment: it is not
    kept back again. So the file is the same whenever it is fetched.
    """
    dossiers = {
        dossier.pk: dossier for dossier in dossiers_van(batch, voor=voor).select_related("persoon")
    }
    rijen = _betalingen(batch).select_related("last__uitkering")
    for betaling in rijen.order_by("last__uitkering__inburgeraar__dossiernummer", "kenmerk"):
        dossier_id = betaling.last.uitkering.inburgeraar_id
        yield _inhouding(betaling, dossiers.get(dossier_id))


def _betalingen(batch: Betaalbatch) -> QuerySet[Betaling]:
    return Betaling.objects.filter(batch=batch, verzoek__herstelt=None)


def _inhouding(betaling: Betaling, dossier: Inburgeraar | None) -> Inhouding:
    persoon = dossier.persoon if dossier else None
    return Inhouding(
        dossiernummer=dossier.dossiernummer if dossier else "",
        bsn=persoon.bsn if persoon else "",
        v_nummer=(persoon.v_nummer or "") if persoon else "",
        naam=persoon.naam if persoon else GESLOTEN,
        maand=betaling.maand,
        soort=_soort(betaling),
        bedrag=betaling.bedrag,
        kenmerk=betaling.kenmerk,
    )


def _soort(betaling: Betaling) -> str:
    naam = Lastsoort(betaling.last.soort).label
    if betaling.soort == BetalingSoort.TERMIJN:
        return naam
    return f"{naam} ({str(betaling.get_soort_display()).lower()})"
