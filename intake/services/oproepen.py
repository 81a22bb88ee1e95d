"""The ladder of summonses: made with its letter, answered, withdrawn."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, time

from besluiten.models import BriefSoort
from besluiten.services.brieven import brief_maken
from inburgering.enums import GebeurtenisSoort
from inburgering.handelingen import Handeling, handeling
from inburgering.models import Inburgeraar
from intake.models import LAATSTE, BredeIntake, Oproep, OproepStatus, OproepVoor
from intake.policies.oproepen import (
    Trede,
    check_dag,
    check_gekomen,
    check_grond_derde,
    check_intrekken,
    check_mag_oproepen,
    check_niet_gekomen,
    volgende_trede,
)
from intake.queries.intake import schakel3
from medewerkers.models import Medewerker
from wet.doelgroepen import Doelgroep

TEMPLATE = "intake/brief_oproep.html"
_TITELS = {
    1: "Oproep",
    2: "Waarschuwing en tweede oproep",
    3: "Derde en laatste oproep",
}


@dataclass(frozen=True, kw_only=True)
class OproepGegevens:
    """What a summons says. The last two go with the third one only, one of them."""

    voor: OproepVoor
    verschijnen_op: date
    tijd: time | None
    plaats: str
    boete_bekend_op: date | None = None
    zonder_boete: str = ""


def oproepen(
    *, dossier_id: int, gegevens: OproepGegevens, door: Medewerker, nu: datetime
) -> Oproep:
    """The next summons of this kind, with its letter. Sending the letter is recorded apart."""
    with handeling(door=door, nu=nu, dossiers=[dossier_id]) as act:
        dossier = act.vergrendel(Inburgeraar, dossier_id)
        eerdere = list(
            Oproep.objects.filter(inburgeraar=dossier, voor=gegevens.voor).select_related("brief")
        )
        check_mag_oproepen(
            dossier,
            intake=BredeIntake.objects.filter(inburgeraar=dossier).first(),
            schakel3=schakel3(dossier_id),
            oproepen=eerdere,
        )
        trede = volgende_trede(eerdere)
        check_dag(gegevens.verschijnen_op, vandaag=act.op)
        check_grond_derde(
            trede,
            verschijnen_op=gegevens.verschijnen_op,
            boete_bekend_op=gegevens.boete_bekend_op,
            zonder_boete=gegevens.zonder_boete,
            tweede_verzonden_op=_verzonden_op(eerdere, ronde=trede.ronde, nummer=LAATSTE - 1),
            asiel=_asiel(dossier),
            vandaag=act.op,
        )
        oproep = _maak(act, dossier, gegevens, trede, eerdere)
        act.meld(
            dossier_id,
            GebeurtenisSoort.WIJZIGING,
            f"{_TITELS[trede.nummer]} gemaakt, voor {gegevens.verschijnen_op:%d-%m-%Y}",
        )
    return oproep


def oproep_gekomen(
    *, oproep_id: int, versie: int | None, op: date, door: Medewerker, nu: datetime
) -> Oproep:
    with _oproep(oproep_id, versie=versie, door=door, nu=nu) as (act, oproep):
        check_gekomen(oproep, op=op, vandaag=act.op)
        oproep.komen(op=op, door=door)
        oproep.save()
        _meld(act, oproep, f"Gekomen op oproep {oproep.nummer}", op=op)
    return oproep


def oproep_niet_gekomen(
    *, oproep_id: int, versie: int | None, reden: str, door: Medewerker, nu: datetime
) -> Oproep:
    """`reden` is what is known of why, or empty. Whether it is held against them comes later."""
    with _oproep(oproep_id, versie=versie, door=door, nu=nu) as (act, oproep):
        check_niet_gekomen(oproep, vandaag=act.op)
        oproep.niet_komen(op=act.op, door=door, reden=reden)
        oproep.save()
        _meld(act, oproep, f"Niet gekomen op oproep {oproep.nummer}")
    return oproep


def oproep_intrekken(
    *, oproep_id: int, versie: int | None, reden: str, door: Medewerker, nu: datetime
) -> Oproep:
    with _oproep(oproep_id, versie=versie, door=door, nu=nu, reden=reden) as (act, oproep):
        check_intrekken(oproep, reden=reden)
        oproep.intrekken(op=act.op, door=door, reden=reden)
        oproep.save()
        _meld(act, oproep, f"Oproep {oproep.nummer} ingetrokken")
    return oproep


def _maak(
    act: Handeling,
    dossier: Inburgeraar,
    gegevens: OproepGegevens,
    trede: Trede,
    eerdere: list[Oproep],
) -> Oproep:
    gemist = [o for o in eerdere if o.ronde == trede.ronde and o.status != OproepStatus.INGETROKKEN]
    brief = brief_maken(
        act,
        dossier=dossier,
        soort=BriefSoort.OPROEP,
        template=TEMPLATE,
        context={
            "gegevens": gegevens,
            "nummer": trede.nummer,
            "titel": _TITELS[trede.nummer],
            "gemist": gemist,
            "asiel": _asiel(dossier),
        },
        titel=f"{_TITELS[trede.nummer]}: {gegevens.voor.label.lower()}",
        kenmerk=f"OPR-{dossier.dossiernummer}-{_volgnummer(dossier)}",
    )
    oproep = Oproep(
        inburgeraar=dossier,
        voor=gegevens.voor,
        ronde=trede.ronde,
        nummer=trede.nummer,
        verschijnen_op=gegevens.verschijnen_op,
        tijd=gegevens.tijd,
        plaats=gegevens.plaats,
        boete_bekend_op=gegevens.boete_bekend_op,
        zonder_boete=gegevens.zonder_boete.strip(),
        brief=brief,
    )
    oproep.save()
    return oproep


def _verzonden_op(oproepen: list[Oproep], *, ronde: int, nummer: int) -> date | None:
    dagen = [
        oproep.brief.verzonden_op
        for oproep in oproepen
        if (oproep.ronde, oproep.nummer) == (ronde, nummer)
        and oproep.status != OproepStatus.INGETROKKEN
    ]
    return dagen[0] if dagen else None


def _asiel(dossier: Inburgeraar) -> bool:
    return bool(dossier.doelgroep == Doelgroep.ASIEL.value)


def _volgnummer(dossier: Inburgeraar) -> int:
    """Every letter its own mark, also after a summons was withdrawn."""
    return Oproep.objects.filter(inburgeraar=dossier).count() + 1


@contextmanager
def _oproep(
    oproep_id: int,
    *,
    versie: int | None,
    door: Medewerker,
    nu: datetime,
    reden: str = "",
) -> Iterator[tuple[Handeling, Oproep]]:
    dossiers = list(Oproep.objects.filter(pk=oproep_id).values_list("inburgeraar", flat=True))
    with handeling(door=door, nu=nu, dossiers=dossiers, reden=reden) as act:
        yield act, act.vergrendel(Oproep, oproep_id, versie=versie)


def _meld(act: Handeling, oproep: Oproep, tekst: str, *, op: date | None = None) -> None:
    act.meld(oproep.inburgeraar_id, GebeurtenisSoort.CONTACT, tekst, op=op)
