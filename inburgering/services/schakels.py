"""Opening and closing the links of the chain. Called by the room that owns the link's meaning."""

from __future__ import annotations

from datetime import date, datetime

from inburgering.enums import GebeurtenisSoort, SchakelNummer, SchakelStatus
from inburgering.handelingen import handeling
from inburgering.models import Inburgeraar, Schakel
from inburgering.policies import check_heropenen, check_niet_van_toepassing
from medewerkers.models import Medewerker, maak_aan


def maak_schakels(dossier: Inburgeraar) -> None:
    """The five rows of a new dossier, all waiting."""
    maak_aan([Schakel(inburgeraar=dossier, nummer=nummer) for nummer in SchakelNummer.values])


def schakel_openen(
    *,
    dossier_id: int,
    nummer: SchakelNummer,
    door: Medewerker,
    nu: datetime,
    op: date | None = None,
) -> None:
    """Open it when it waits; when it is open or past that already, nothing changes.

    `op` is the day on which it opened, for a case that is taken over; else it is today.
    """
    with handeling(door=door, nu=nu, dossiers=[dossier_id]) as act:
        schakel = _schakel(dossier_id, nummer)
        if schakel.status != SchakelStatus.WACHT:
            return
        schakel.openen(op=op or act.op, door=door)
        schakel.save()
        wat = f"Schakel {nummer} geopend: {nummer.label}"
        act.meld(dossier_id, GebeurtenisSoort.WIJZIGING, wat, op=op)


def schakel_afronden(
    *,
    dossier_id: int,
    nummer: SchakelNummer,
    door: Medewerker,
    nu: datetime,
    op: date | None = None,
) -> None:
    """Close it; a link that still waits is opened on the way. Closed or n.v.t. stays as it is.

    `op` is the day on which it closed, for a case that is taken over; else it is today.
    """
    with handeling(door=door, nu=nu, dossiers=[dossier_id]) as act:
        schakel = _schakel(dossier_id, nummer)
        if schakel.status in (SchakelStatus.AFGEROND, SchakelStatus.NVT):
            return
        if schakel.status == SchakelStatus.WACHT:
            schakel.openen(op=op or act.op, door=door)
        schakel.afronden(op=op or act.op, door=door)
        schakel.save()
        wat = f"Schakel {nummer} afgerond: {nummer.label}"
        act.meld(dossier_id, GebeurtenisSoort.WIJZIGING, wat, op=op)


def niet_van_toepassing_verklaren(
    *, dossier_id: int, nummer: SchakelNummer, door: Medewerker, nu: datetime, reden: str
) -> None:
    with handeling(door=door, nu=nu, dossiers=[dossier_id], reden=reden) as act:
        schakel = _schakel(dossier_id, nummer)
        check_niet_van_toepassing(schakel, reden=reden)
        schakel.niet_van_toepassing_verklaren(reden=reden)
        schakel.save()
        act.meld(
            dossier_id,
            GebeurtenisSoort.WIJZIGING,
            f"Schakel {nummer} niet van toepassing: {nummer.label}",
            reden=reden,
        )


def heropenen(
    *, dossier_id: int, nummer: SchakelNummer, door: Medewerker, nu: datetime, reden: str
) -> None:
    with handeling(door=door, nu=nu, dossiers=[dossier_id], reden=reden) as act:
        schakel = _schakel(dossier_id, nummer)
        check_heropenen(schakel, reden=reden)
        schakel.heropenen(op=act.op, door=door, reden=reden)
        schakel.save()
        act.meld(
            dossier_id,
            GebeurtenisSoort.WIJZIGING,
            f"Schakel {nummer} heropend: {nummer.label}",
            reden=reden,
        )


def _schakel(dossier_id: int, nummer: SchakelNummer) -> Schakel:
    """The dossier is locked, so the link is ours too."""
    return Schakel.objects.select_for_update(of=("self",)).get(
        inburgeraar=dossier_id, nummer=nummer
    )
