"""What can be done with a record now, and why something cannot."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from inburgering.datums import lokale_datum
from inburgering.enums import (
    AfspraakStatus,
    SchakelNummer,
    SchakelStatus,
    TaakStatus,
    TermijnSoort,
    TermijnStatus,
)
from inburgering.geweigerd import weigering
from inburgering.models import Afspraak, Inburgeraar, Schakel, Termijn
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


def wat_einde_doet(dossier: Inburgeraar, *, voltooid: bool = False) -> list[str]:
    """What ending the record now leaves undone or stops. Completing it closes schakel 5."""
    klaar = {SchakelNummer.AFRONDEN} if voltooid else set()
    onaf = dossier.schakels.filter(status__in=[SchakelStatus.OPEN, SchakelStatus.WACHT])
    schakels = [s for s in onaf if not (s.nummer in klaar and s.status == SchakelStatus.OPEN)]
    termijnen = Termijn.objects.filter(inburgeraar=dossier, status=TermijnStatus.LOPEND)
    delen = [
        ("Niet afgerond", [f"schakel {s.nummer} ({s.get_nummer_display()})" for s in schakels]),
        ("Termijnen die vervallen", [_termijn(termijn) for termijn in termijnen]),
        ("Taken die verdwijnen", [_klein(t.titel) for t in _open(dossier.taken, TaakStatus.OPEN)]),
        (
            "Afspraken die blijven staan tot u ze afzegt",
            [_afspraak(a) for a in _open(dossier.afspraken, AfspraakStatus.GEPLAND)],
        ),
    ]
    regels = [f"{kop}: {', '.join(waarden)}." for kop, waarden in delen if waarden]
    return regels or ["Er staat niets meer open."]


def _open(rijen: Any, status: str) -> list[Any]:
    return list(rijen.filter(status=status))


def _termijn(termijn: Termijn) -> str:
    return f"{_klein(str(termijn.get_soort_display()))} (t/m {termijn.eind_op:%d-%m-%Y})"


def _afspraak(afspraak: Afspraak) -> str:
    op = lokale_datum(afspraak.begint_at)
    return f"{_klein(str(afspraak.get_soort_display()))} op {op:%d-%m-%Y}"


def _klein(tekst: str) -> str:
    """For in a sentence; an abbreviation keeps its capitals."""
    return tekst if tekst[:2].isupper() else tekst[:1].lower() + tekst[1:]


def _act(schakel: Schakel) -> Schakelact:
    if schakel.status in (SchakelStatus.AFGEROND, SchakelStatus.NVT):
        reden = weigering(check_heropenen, schakel, reden=_EEN_REDEN)
        return Schakelact(schakel, "heropenen", "Heropenen", reden)
    reden = weigering(check_niet_van_toepassing, schakel, reden=_EEN_REDEN)
    return Schakelact(schakel, "niet-van-toepassing", "Niet van toepassing", reden)
