"""Nog te doen: the requirements of the route, each with its state, evidence, day and who."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from inburgering.enums import Onderdeel
from inburgering.models import Inburgeraar
from inburgering.templatetags.huisstijl import datum
from leerroutes.models import Examenresultaat, Traject
from leerroutes.queries.feiten import (
    EXAMEN_EIS,
    Gegevens,
    feiten,
    gegevens_van,
    tellende_examens,
    traject_verlaten,
)
from wet.bronnen import voluit
from wet.doelgroepen import Doelgroep
from wet.leerroutes import (
    EisSoort,
    EisStand,
    EisStatus,
    Feiten,
    Leerroute,
    Niveau,
    Urendoel,
    Voortgang,
    tel_uren,
    urengetal,
    voortgang,
)
from wet.uitkomst import Uitkomst

_DOEL = {
    EisSoort.CURSUSUREN: Urendoel.Z_CURSUS,
    EisSoort.PARTICIPATIEUREN: Urendoel.Z_PARTICIPATIE,
    EisSoort.PVT: Urendoel.PVT,
    EisSoort.MAP: Urendoel.MAP,
}
_RANG = {niveau.value: rang for rang, niveau in enumerate(Niveau)}


@dataclass(frozen=True, kw_only=True)
class Bewijs:
    """What shows where a requirement stands; `wat` happened on `op`, recorded by `door`."""

    tekst: str = ""
    wat: str = ""
    op: date | None = None
    door: str = ""

    @property
    def zin(self) -> str:
        """Without who: for a letter too."""
        dag = f"{self.wat} op {datum(self.op)}" if self.wat else datum(self.op)
        return "; ".join(deel for deel in (self.tekst, dag if self.op else "") if deel)


@dataclass(frozen=True, kw_only=True)
class Eisregel:
    """One requirement as it is shown. `nog` is what is still to do, in Dutch."""

    soort: EisSoort
    tekst: str
    bron: str
    status: EisStatus
    nog: Sequence[str]
    bewijs: Bewijs

    @property
    def open(self) -> bool:
        return self.status is EisStatus.OPEN


def voortgang_van(dossier: Inburgeraar, *, op: date | None = None) -> Uitkomst[Voortgang] | None:
    """Where this person stands; None without a traject. By the norms of the dagtekening.

    `op` as in `gegevens_van`.
    """
    gegevens = gegevens_van([dossier.pk], op=op).get(dossier.pk, Gegevens())
    return stand(gegevens, doelgroep=Doelgroep(dossier.doelgroep))


def voortgang_van_allen(
    dossiers: Collection[Inburgeraar], *, op: date | None = None
) -> dict[int, Uitkomst[Voortgang]]:
    """The same for many at once, without who has no traject."""
    gegevens = gegevens_van([dossier.pk for dossier in dossiers], op=op)
    standen = {
        dossier.pk: stand(gegevens[dossier.pk], doelgroep=Doelgroep(dossier.doelgroep))
        for dossier in dossiers
        if dossier.pk in gegevens
    }
    return {pk: antwoord for pk, antwoord in standen.items() if antwoord is not None}


def stand(
    gegevens: Gegevens, *, doelgroep: Doelgroep, traject: Traject | None = None
) -> Uitkomst[Voortgang] | None:
    """The requirements of a traject (the last one, or one that is only thought of) held against
    the evidence.
    """
    traject = traject or gegevens.traject
    if traject is None:
        return None
    return voortgang(
        Leerroute(traject.leerroute),
        doelgroep,
        feiten(gegevens, traject=traject),
        op=traject.start_op,
        niveaus=traject.niveaus,
        traject_verlaten=traject_verlaten(gegevens),
        pvt_uren=traject.pvt_uren or 0,
        map_uren=traject.map_uren or 0,
    )


def eisen_van(dossier: Inburgeraar, *, op: date | None = None) -> list[Eisregel]:
    """The checklist of one person; empty without a traject. `op` as in `gegevens_van`."""
    gegevens = gegevens_van([dossier.pk], op=op).get(dossier.pk, Gegevens())
    return eisregels(gegevens, doelgroep=Doelgroep(dossier.doelgroep))


def eisregels(
    gegevens: Gegevens, *, doelgroep: Doelgroep, traject: Traject | None = None
) -> list[Eisregel]:
    """The checklist with its evidence, in the order of the letter."""
    traject = traject or gegevens.traject
    antwoord = stand(gegevens, doelgroep=doelgroep, traject=traject)
    if traject is None or antwoord is None or antwoord.bekend is None:
        return []
    wat = feiten(gegevens, traject=traject)
    return [
        Eisregel(
            soort=rij.eis.soort,
            tekst=rij.eis.tekst,
            bron="; ".join(voluit(bron) for bron in rij.eis.bron),
            status=rij.status,
            nog=rij.nog,
            bewijs=_bewijs(rij, gegevens, wat, traject),
        )
        for rij in antwoord.bekend.eisen
    ]


def _bewijs(rij: EisStand, gegevens: Gegevens, wat: Feiten, traject: Traject) -> Bewijs:
    if rij.status in (EisStatus.VRIJGESTELD, EisStatus.ONTHEVEN):
        return _besluit_van_duo(rij, gegevens)
    soort = rij.eis.soort
    if soort in EXAMEN_EIS.values():
        return _examen(soort, tellende_examens(gegevens))
    if soort is EisSoort.TAALSCHAKELTRAJECT:
        return _taalschakel(gegevens)
    uren = _gedaan(rij, wat)
    if soort is EisSoort.CURSUSUREN and (waarom := _minder(traject)):
        uren = f"{uren}. {waarom}"
    dag, wie = _gesprek(soort, gegevens)
    return Bewijs(tekst=uren, wat=_WAT.get(soort, ""), op=dag, door=wie)


def _minder(traject: Traject) -> str:
    """Why fewer lessons are asked than the law does, by the plan."""
    if not traject.beperking:
        return ""
    over = ", ".join(str(Onderdeel(deel).label).lower() for deel in traject.overgeslagen)
    zonder = f" Geen les in: {over}." if over else ""
    return f"Minder lessen volgens het PIP: {traject.get_beperking_display().lower()}.{zonder}"


def _besluit_van_duo(rij: EisStand, gegevens: Gegevens) -> Bewijs:
    besluiten: Sequence[Any] = (
        gegevens.vrijstellingen if rij.status is EisStatus.VRIJGESTELD else gegevens.ontheffingen
    )
    passend = [besluit for besluit in besluiten if rij.eis.soort in _eisen_van(besluit)]
    laatste = (passend or besluiten)[-1]
    eind_op = getattr(laatste, "eind_op", None)
    tot = f", geldt tot en met {datum(eind_op)}" if eind_op else ""
    return Bewijs(tekst=f"Besluit van DUO{tot}", op=laatste.besloten_op, door="DUO")


def _eisen_van(besluit: Any) -> set[EisSoort]:
    return {EXAMEN_EIS[Onderdeel(code)] for code in besluit.onderdelen}


def _examen(soort: EisSoort, examens: Sequence[Examenresultaat]) -> Bewijs:
    behaald = [examen for examen in examens if EXAMEN_EIS[Onderdeel(examen.onderdeel)] is soort]
    if not behaald:
        return Bewijs()
    hoogste = max(behaald, key=lambda examen: _RANG.get(examen.niveau, 0))
    niveau = f" op niveau {hoogste.niveau}" if hoogste.niveau else ""
    return Bewijs(
        tekst=f"Geslaagd{niveau}", op=hoogste.examen_op, door=str(hoogste.get_herkomst_display())
    )


def _taalschakel(gegevens: Gegevens) -> Bewijs:
    traject = gegevens.taalschakel
    if traject is None:
        return Bewijs()
    return Bewijs(
        tekst=f"Taalschakeltraject: {str(traject.get_status_display()).lower()}", op=traject.eind_op
    )


def _gedaan(rij: EisStand, wat: Feiten) -> str:
    """How many of the hours, in words."""
    doel = _DOEL.get(rij.eis.soort)
    if doel is None or rij.eis.uren is None:
        return ""
    geteld = tel_uren(doel, wat.uren).bekend
    assert geteld is not None  # counting always has an answer
    return f"{urengetal(geteld.uren)} van {urengetal(rij.eis.uren)} uur"


def _gesprek(soort: EisSoort, gegevens: Gegevens) -> tuple[date | None, str]:
    """The day that closes a requirement, and who recorded it."""
    match soort:
        case EisSoort.PVT if gegevens.verklaring:
            return gegevens.verklaring.ondertekend_op, gegevens.verklaring.ondertekend_door.naam
        case EisSoort.MAP if gegevens.map and gegevens.map.eindgesprek_door:
            return gegevens.map.eindgesprek_op, gegevens.map.eindgesprek_door.naam
        case EisSoort.EINDGESPREK_Z if gegevens.eindgesprek:
            return gegevens.eindgesprek.gehouden_op, gegevens.eindgesprek.gehouden_door.naam
        case _:
            return None, ""


_WAT = {
    EisSoort.PVT: "ondertekend",
    EisSoort.MAP: "eindgesprek",
    EisSoort.EINDGESPREK_Z: "gevoerd",
}


def nog_te_doen(regels: Sequence[Eisregel]) -> Iterator[str]:
    """What is still to do, said to the person, in the order of the letter."""
    return (zin for regel in regels for zin in regel.nog if regel.open)
