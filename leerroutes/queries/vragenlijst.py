"""The languages in which a survey can be answered, and which of them were checked."""

from __future__ import annotations

from dataclasses import dataclass

from besluiten.models import Vertaling
from inburgering.geweigerd import weigering
from leerroutes.policies.vragenlijst import check_te_tonen
from leerroutes.vragenlijst import Vragenlijst, vragenlijsten

# A check of these questions and one of the explanatory sheet in the same language are two checks
_VOORVOEGSEL = "vraag-"


@dataclass(frozen=True, kw_only=True)
class Vraagtaal:
    """`reden` says why it is not shown, "" when it is."""

    lijst: Vragenlijst
    vertaling: Vertaling | None
    reden: str


def sleutel(taal: str) -> str:
    """Under which the check of these questions is kept."""
    return f"{_VOORVOEGSEL}{taal}"


def vraagtalen() -> list[Vraagtaal]:
    rijen = Vertaling.objects.filter(taal__startswith=_VOORVOEGSEL)
    vertalingen = {rij.taal: rij for rij in rijen.select_related("vastgelegd_door")}
    return [_taal(lijst, vertalingen.get(sleutel(taal))) for taal, lijst in vragenlijsten().items()]


def _taal(lijst: Vragenlijst, vertaling: Vertaling | None) -> Vraagtaal:
    reden = weigering(check_te_tonen, lijst, vertaling)
    return Vraagtaal(lijst=lijst, vertaling=vertaling, reden=reden)


def open_talen() -> dict[str, Vragenlijst]:
    """By code: those that came checked, or were checked since."""
    return {taal.lijst.taal: taal.lijst for taal in vraagtalen() if not taal.reden}


def naast_elkaar(lijst: Vragenlijst) -> list[tuple[str, str]]:
    """Every sentence in Dutch with its translation, for who checks it."""
    return list(zip(_zinnen(vragenlijsten()["nl"]), _zinnen(lijst), strict=True))


def _zinnen(lijst: Vragenlijst) -> list[str]:
    los = (lijst.opmerking, lijst.niet_verplicht, lijst.knop, lijst.bedankt, lijst.gesloten)
    meer = (lijst.leeg, lijst.fout, lijst.kaart, lijst.talen)
    return [lijst.titel, lijst.uitleg, *lijst.vragen.values(), *lijst.schaal, *los, *meer]
