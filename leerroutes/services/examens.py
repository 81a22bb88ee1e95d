"""Exams: registered, their result, put right, and taken out when they were never there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from inburgering.enums import GebeurtenisSoort, Herkomst, Onderdeel
from inburgering.handelingen import Handeling, handeling
from inburgering.models import Inburgeraar
from inburgering.policies import check_loopt, check_reden
from inburgering.queries.termijnen import inburgeringstermijn
from leerroutes.enums import ExamenUitslag, RedenGeenUitslag
from leerroutes.models import Examenresultaat
from leerroutes.policies.examens import (
    check_bewijs_blijft,
    check_dag,
    check_niet_lager,
    check_niveau,
    check_uitslag,
)
from leerroutes.queries.examens import (
    andere_dagen,
    gevraagd_niveau,
    leerroute_op,
    uitslag_uiterlijk,
)
from leerroutes.queries.gesloten import hoe_gesloten
from medewerkers.models import Medewerker


@dataclass(frozen=True, kw_only=True)
class UitslagGegevens:
    """As DUO gives it; all empty while it is awaited."""

    uitslag: ExamenUitslag | None = None
    uitslag_op: date | None = None
    reden_geen: RedenGeenUitslag | None = None


@dataclass(frozen=True, kw_only=True)
class ExamenGegevens:
    """One attempt. `niveau` is empty for KNM.

    `toch`: yes, also when it lies before the term. `lager`: yes, also below what the plan asks.
    """

    examen_op: date
    niveau: str = ""
    gratis: bool = False
    toch: bool = False
    lager: bool = False


def examen_aanmelden(
    *,
    dossier_id: int,
    onderdeel: Onderdeel,
    gegevens: ExamenGegevens,
    door: Medewerker,
    nu: datetime,
    uitslag: UitslagGegevens | None = None,
    herkomst: Herkomst = Herkomst.EIGEN,
) -> Examenresultaat:
    """An exam that is still to come, or was; with its result when that is known already."""
    with handeling(door=door, nu=nu, dossiers=[dossier_id]) as act:
        _check_dossier(dossier_id)
        examen = Examenresultaat(
            inburgeraar_id=dossier_id, onderdeel=onderdeel.value, herkomst=herkomst.value
        )
        _vul(act, examen, gegevens)
        _vul_uitslag(act, examen, uitslag or UitslagGegevens())
        examen.save()
        _meld(act, examen, _hoe(examen) if examen.uitslag else "aangemeld")
    return examen


def examen_wijzigen(
    *,
    examen_id: int,
    versie: int | None,
    gegevens: ExamenGegevens,
    door: Medewerker,
    nu: datetime,
) -> Examenresultaat:
    """Another day or level than was recorded; a result that is there stays."""
    with handeling(door=door, nu=nu, dossiers=[_dossier_van(examen_id)]) as act:
        examen = _vergrendeld(act, examen_id, versie)
        _vul(act, examen, gegevens)
        check_uitslag(_uitslag_van(examen), examen_op=examen.examen_op, vandaag=act.op)
        examen.save()
        _meld(act, examen, "gewijzigd")
    return examen


def examenuitslag_vastleggen(
    *,
    examen_id: int,
    versie: int | None,
    uitslag: UitslagGegevens,
    door: Medewerker,
    nu: datetime,
) -> Examenresultaat:
    """The result as DUO gives it; also to put one right, or to take it back (all empty)."""
    with handeling(door=door, nu=nu, dossiers=[_dossier_van(examen_id)]) as act:
        examen = _vergrendeld(act, examen_id, versie)
        _vul_uitslag(act, examen, uitslag)
        examen.save()
        _meld(act, examen, _hoe(examen), op=examen.uitslag_op)
    return examen


def examen_verwijderen(
    *, examen_id: int, versie: int | None, reden: str, door: Medewerker, nu: datetime
) -> None:
    """It was recorded by mistake."""
    dossier_id = _dossier_van(examen_id)
    with handeling(door=door, nu=nu, dossiers=[dossier_id], reden=reden) as act:
        examen = _vergrendeld(act, examen_id, versie)
        check_reden(reden)
        _meld(act, examen, "verwijderd")
        examen.delete()


def _dossier_van(examen_id: int) -> int:
    dossier_id: int = Examenresultaat.objects.values_list("inburgeraar", flat=True).get(
        pk=examen_id
    )
    return dossier_id


def _vergrendeld(act: Handeling, examen_id: int, versie: int | None) -> Examenresultaat:
    """An exam that is there, and may be changed."""
    examen = act.vergrendel(Examenresultaat, examen_id, versie=versie)
    _check_dossier(examen.inburgeraar_id)
    check_bewijs_blijft(examen, afgerond=hoe_gesloten(examen.inburgeraar_id).afgerond)
    return examen


def _check_dossier(dossier_id: int) -> None:
    check_loopt(Inburgeraar.objects.get(pk=dossier_id))


def _vul(act: Handeling, examen: Examenresultaat, gegevens: ExamenGegevens) -> None:
    dossier_id, onderdeel = examen.inburgeraar_id, Onderdeel(examen.onderdeel)
    termijn = inburgeringstermijn(dossier_id)
    check_niveau(onderdeel, gegevens.niveau, leerroute=leerroute_op(dossier_id, gegevens.examen_op))
    check_niet_lager(
        gegevens.niveau,
        gevraagd=gevraagd_niveau(dossier_id, onderdeel),
        lager=gegevens.lager or gegevens.niveau == examen.niveau,
    )
    check_dag(
        gegevens.examen_op,
        vandaag=act.op,
        start_termijn=termijn.start_op if termijn else None,
        toch=gegevens.toch,
        andere=andere_dagen(dossier_id, onderdeel, behalve=examen.pk or 0),
    )
    examen.examen_op, examen.niveau = gegevens.examen_op, gegevens.niveau
    examen.gratis = gegevens.gratis


def _vul_uitslag(act: Handeling, examen: Examenresultaat, gegevens: UitslagGegevens) -> None:
    check_uitslag(gegevens, examen_op=examen.examen_op, vandaag=act.op)
    examen.uitslag = gegevens.uitslag.value if gegevens.uitslag else ""
    examen.uitslag_op = gegevens.uitslag_op
    examen.reden_geen = gegevens.reden_geen.value if gegevens.reden_geen else ""
    if not examen.uitslag:
        uitslag_uiterlijk(examen)  # refused where DUO knew no such exam: GeenNorm


def _uitslag_van(examen: Examenresultaat) -> UitslagGegevens:
    return UitslagGegevens(
        uitslag=ExamenUitslag(examen.uitslag) if examen.uitslag else None,
        uitslag_op=examen.uitslag_op,
        reden_geen=RedenGeenUitslag(examen.reden_geen) if examen.reden_geen else None,
    )


def _hoe(examen: Examenresultaat) -> str:
    return str(examen.get_uitslag_display()).lower() if examen.uitslag else "uitslag weggehaald"


def _meld(act: Handeling, examen: Examenresultaat, wat: str, *, op: date | None = None) -> None:
    niveau = f" {examen.niveau}" if examen.niveau else ""
    tekst = f"Examen {str(examen.get_onderdeel_display()).lower()}{niveau}: {wat}"
    act.meld(examen.inburgeraar_id, GebeurtenisSoort.WIJZIGING, tekst, op=op)
