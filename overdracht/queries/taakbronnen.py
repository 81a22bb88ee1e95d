"""The tasks that follow from handovers. One per household: on the dossier of the main person."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from django.db.models import Q

from inburgering.aanhaken import AfgeleideTaak
from inburgering.datums import lokale_datum
from inburgering.enums import DossierStatus
from inburgering.queries.taakbronnen import Dossiers
from medewerkers.enums import Rol
from overdracht.models import HuisvestingStatus, Nareis, NareisStatus, Overdracht, OverdrachtStatus
from overdracht.policies.overdracht import gesprek_gedaan, gesprek_gepland
from overdracht.queries.standen import Stand, standen

Vraag = tuple[str, str, str, Rol, date | None]
_OPEN = (OverdrachtStatus.ONTVANGEN, OverdrachtStatus.VERWERKT)


def overdracht_taken(dossiers: Dossiers) -> Iterator[AfgeleideTaak]:
    """What each open handover asks for now; the talk and the home go side by side."""
    overdrachten = Overdracht.objects.filter(status__in=_OPEN)
    if dossiers is not None:
        leden = Q(leden__eind_op=None, leden__persoon__inburgeraar__in=dossiers)
        overdrachten = overdrachten.filter(leden | Q(referent__in=dossiers)).distinct()
    for stand in standen(overdrachten):
        dossier = stand.taakdossier
        if dossier is None or (dossiers is not None and dossier.pk not in dossiers):
            continue
        for soort, titel, waarom, voor, uiterlijk_op in _vragen(stand):
            yield AfgeleideTaak(
                dossier_id=dossier.pk,
                soort=soort,
                bron=f"overdracht {stand.overdracht.pk}",
                titel=titel,
                waarom=waarom,
                pagina="overdracht",
                uiterlijk_op=uiterlijk_op,
                voor=voor,
            )


def nareis_taken(dossiers: Dossiers) -> Iterator[AfgeleideTaak]:
    """Family whose day is known: on that day it is asked whether they are here."""
    nareizen = Nareis.objects.filter(status=NareisStatus.VERWACHT, verwacht_op__isnull=False)
    if dossiers is not None:
        nareizen = nareizen.filter(inburgeraar__in=dossiers)
    for nareis in nareizen.filter(inburgeraar__status=DossierStatus.ACTIEF):
        yield AfgeleideTaak(
            dossier_id=nareis.inburgeraar_id,
            soort="nareis_aankomst",
            bron=f"nareis {nareis.pk}",
            titel="Nareizigers: aangekomen of niet?",
            waarom=f"{nareis.aantal} verwacht. Leg vast of zij er zijn, of een andere dag.",
            pagina="overdracht",
            uiterlijk_op=nareis.verwacht_op,
            voor=Rol.OOV,
        )


def _vragen(stand: Stand) -> Iterator[Vraag]:
    if stand.overdracht.status == OverdrachtStatus.ONTVANGEN:
        yield (
            "overdracht_verwerken",
            "Overdracht verwerken",
            f"Ontvangen van {stand.overdracht.azc}: "
            "daarna kunnen gesprek en woning worden geregeld.",
            Rol.OOV,
            None,
        )
        return
    yield from _gesprek(stand)
    yield from _begeleiding(stand)
    yield from _woning(stand)


def _gesprek(stand: Stand) -> Iterator[Vraag]:
    gesprek = stand.gesprek
    if gesprek_gedaan(gesprek):
        return
    if gesprek is not None and gesprek_gepland(gesprek):
        yield (
            "gesprek_vastleggen",
            "Driepartijengesprek vastleggen",
            "Met het gesprek begint de brede intake (schakel 3).",
            Rol.CONSULENT,
            lokale_datum(gesprek.begint_at),
        )
    else:
        yield (
            "gesprek_plannen",
            "Driepartijengesprek plannen",
            "OOV heeft de overdracht verwerkt en vraagt om het gesprek met het COA.",
            Rol.CONSULENT,
            None,
        )


def _begeleiding(stand: Stand) -> Iterator[Vraag]:
    """Once there is a home, the partner must know of the move; before the key, if that is known."""
    woning = stand.bewoond or stand.woning
    if stand.overdracht.begeleiding_op is None and woning.beslist_op is not None:
        yield (
            "begeleiding_aanmelden",
            "Aanmelden voor maatschappelijke begeleiding",
            f"De woning is geaccepteerd: {woning.adres}. De partner begeleidt de verhuizing.",
            Rol.OOV,
            woning.sleutel_op or woning.huur_vanaf,
        )


def _woning(stand: Stand) -> Iterator[Vraag]:
    if stand.kan_af:
        yield (
            "overdracht_afronden",
            "Overdracht afronden",
            "Iedereen woont hier en is ingeschreven, en het gesprek is gehouden.",
            Rol.CONSULENT,
            None,
        )
    elif not (stand.verhuisd and stand.ingeschreven):
        yield _PER_STAND[HuisvestingStatus(stand.woning.status)](stand)


def _zoeken(stand: Stand) -> Vraag:
    return (
        "woning_zoeken",
        "Woning zoeken",
        f"Veertien weken na de koppeling van {stand.overdracht.koppeling_op:%d-%m-%Y} "
        "(werkwijze COA).",
        Rol.OOV,
        stand.norm_op,
    )


def _antwoord(stand: Stand) -> Vraag:
    return (
        "woning_antwoord",
        "Bezichtiging en antwoord vastleggen",
        f"Toegewezen: {stand.woning.adres}. Accepteert het gezin de woning?",
        Rol.CONSULENT,
        None,
    )


def _verhuizing(stand: Stand) -> Vraag:
    return (
        "verhuizing_vastleggen",
        "Verhuizing vastleggen",
        f"De woning is geaccepteerd: {stand.woning.adres}.",
        Rol.OOV,
        stand.norm_op,
    )


def _inschrijving(_stand: Stand) -> Vraag:
    return (
        "brp_vastleggen",
        "Inschrijving BRP vastleggen",
        "Met de inschrijving kunnen de tien weken voor het PIP beginnen (Besluit 5.3).",
        Rol.CONSULENT,
        None,
    )


_PER_STAND: dict[HuisvestingStatus, Callable[[Stand], Vraag]] = {
    HuisvestingStatus.GEZOCHT: _zoeken,
    HuisvestingStatus.TOEGEWEZEN: _antwoord,
    HuisvestingStatus.BEZICHTIGD: _antwoord,
    HuisvestingStatus.GEACCEPTEERD: _verhuizing,
    HuisvestingStatus.VERHUISD: _inschrijving,
}
