"""The languages of the explanatory sheet: which are checked, and which suit a person."""

from __future__ import annotations

from dataclasses import dataclass

from besluiten.models import Vertaling
from besluiten.policies.toelichting import check_taal
from besluiten.toelichting import Blad, bladen
from inburgering.geweigerd import weigering
from inburgering.models import Persoon


@dataclass(frozen=True, kw_only=True)
class Taalregel:
    """A language in Beheer. `reden` says why it cannot be printed, "" when it can."""

    blad: Blad
    vertaling: Vertaling | None
    stand: str
    soort: str
    reden: str


@dataclass(frozen=True, kw_only=True)
class Taalkeuze:
    """A language for one person. `taal` is "" when there is no sheet in it."""

    taal: str
    naam: str
    eigen: bool
    reden: str


def taalregels() -> list[Taalregel]:
    vertalingen = _vertalingen()
    return [_regel(blad, vertalingen.get(taal)) for taal, blad in bladen().items()]


def talen_voor(persoon: Persoon) -> list[Taalkeuze]:
    """Every sheet there is, the person's own languages first; one of theirs without a sheet too."""
    vertalingen = _vertalingen()
    gesproken = [woord for woord in (persoon.tolktaal, *persoon.talen) if woord.strip()]
    keuzes = [
        Taalkeuze(
            taal=taal,
            naam=blad.naam,
            eigen=any(blad.heet(woord) for woord in gesproken),
            reden=weigering(check_taal, blad, vertalingen.get(taal)),
        )
        for taal, blad in bladen().items()
    ]
    return sorted([*keuzes, *_zonder_blad(gesproken)], key=lambda keuze: not keuze.eigen)


def _zonder_blad(gesproken: list[str]) -> list[Taalkeuze]:
    anders = dict.fromkeys(
        woord.strip()
        for woord in gesproken
        if not any(blad.heet(woord) for blad in bladen().values())
    )
    return [
        Taalkeuze(taal="", naam=woord, eigen=True, reden=f"Er is geen toelichting in het {woord}.")
        for woord in anders
    ]


def _vertalingen() -> dict[str, Vertaling]:
    return {rij.taal: rij for rij in Vertaling.objects.select_related("vastgelegd_door")}


def _regel(blad: Blad, vertaling: Vertaling | None) -> Taalregel:
    reden = weigering(check_taal, blad, vertaling)
    if blad.geleverd:
        stand, soort = "Nagekeken geleverd", "goed"
    elif not reden:
        stand, soort = "Nagekeken", "goed"
    else:
        stand, soort = "Niet nagekeken" if vertaling is None else "Tekst veranderd", "let_op"
    return Taalregel(blad=blad, vertaling=vertaling, stand=stand, soort=soort, reden=reden)
