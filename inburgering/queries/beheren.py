"""What can be done with a record now, and why something cannot."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from inburgering.enums import SchakelStatus, TermijnSoort, TermijnStatus
from inburgering.geweigerd import weigering
from inburgering.models import Inburgeraar, Schakel, Termijn
from inburgering.policies import (
    check_beeindigen,
    check_heropenen,
    check_hervatten,
    check_niet_van_toepassing,
    check_opschorten,
    check_voltooien,
)
from medewerkers.models import Medewerker
from medewerkers.rechten import Recht

_EEN_REDEN = "wordt op het formulier gevraagd"


@dataclass(frozen=True)
class Schakelact:
    """The one act that a link in this state may be up for."""

    schakel: Schakel
    wat: str
    knop: str
    reden: str


@dataclass(frozen=True)
class Beheertab:
    geen_opschorten: str
    geen_hervatten: str
    geen_voltooien: str
    geen_beeindigen: str
    geen_toewijzen: str
    schakels: list[Schakelact]
    te_verlengen: list[Termijn]
    mag_sluiten: bool
    mag_samenvoegen: bool
    mag_verlengen: bool
    genoemd: list[str]


def beheertab(dossier: Inburgeraar, *, voor: Medewerker, op: date) -> Beheertab:
    toegangen = dossier.toegangen.select_related("medewerker").order_by("medewerker__naam")
    return Beheertab(
        geen_opschorten=weigering(check_opschorten, dossier, reden=_EEN_REDEN),
        geen_hervatten=weigering(check_hervatten, dossier, reden=_EEN_REDEN),
        geen_voltooien=weigering(check_voltooien, dossier, besloten_op=op, vandaag=op),
        geen_beeindigen=weigering(check_beeindigen, dossier, op=op, vandaag=op),
        geen_toewijzen="" if dossier.beeindigd_op is None else "Het dossier is beëindigd.",
        schakels=[_act(schakel) for schakel in dossier.schakels.all()],
        te_verlengen=list(
            Termijn.objects.filter(
                inburgeraar=dossier,
                soort=TermijnSoort.INBURGERING,
                status=TermijnStatus.LOPEND,
            )
        ),
        mag_sluiten=voor.heeft(Recht.GESLOTEN_DOSSIERS),
        mag_samenvoegen=voor.heeft(Recht.DOSSIER_SAMENVOEGEN),
        mag_verlengen=voor.heeft(Recht.PLICHT_VASTLEGGEN),
        genoemd=[toegang.medewerker.naam for toegang in toegangen],
    )


def _act(schakel: Schakel) -> Schakelact:
    if schakel.status in (SchakelStatus.AFGEROND, SchakelStatus.NVT):
        reden = weigering(check_heropenen, schakel, reden=_EEN_REDEN)
        return Schakelact(schakel, "heropenen", "Heropenen", reden)
    reden = weigering(check_niet_van_toepassing, schakel, reden=_EEN_REDEN)
    return Schakelact(schakel, "niet-van-toepassing", "Niet van toepassing", reden)
