"""The tasks that follow from plans that are due, or wait for a second pair of eyes."""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import Exists, OuterRef

from inburgering.aanhaken import AfgeleideTaak
from inburgering.enums import TermijnSoort, TermijnStatus
from inburgering.models import Termijn
from inburgering.queries.taakbronnen import Dossiers
from medewerkers.enums import Rol
from pip_plans.models import Pip, PipStatus
from wet.datums import zonder_weekdag


def pip_vaststellen(dossiers: Dossiers) -> Iterator[AfgeleideTaak]:
    """The ten weeks run: from the first day this stands on the worklist, with the reason."""
    termijnen = Termijn.objects.filter(soort=TermijnSoort.PIP, status=TermijnStatus.LOPEND)
    if dossiers is not None:
        termijnen = termijnen.filter(inburgeraar__in=dossiers)
    for termijn in termijnen:
        yield AfgeleideTaak(
            dossier_id=termijn.inburgeraar_id,
            soort="pip_vaststellen",
            bron=f"termijn {termijn.pk}",
            titel="PIP vaststellen",
            waarom=_waarom(termijn),
            pagina="pip",
            uiterlijk_op=termijn.eind_op,
        )


def _waarom(termijn: Termijn) -> str:
    """Since when it runs and by which article; the last day itself stands beside it already."""
    bron = f" ({termijn.bron[0]})" if termijn.bron else ""
    return f"De termijn loopt vanaf {zonder_weekdag(termijn.start_op)}{bron}."


def pip_na_intrekking(dossiers: Dossiers) -> Iterator[AfgeleideTaak]:
    """The plan was taken back and no other is there: the duty goes on without a plan."""
    anders = Pip.objects.filter(inburgeraar=OuterRef("inburgeraar")).exclude(
        status__in=[PipStatus.INGETROKKEN, PipStatus.VERVANGEN]
    )
    pips = Pip.objects.filter(~Exists(anders), status=PipStatus.INGETROKKEN)
    if dossiers is not None:
        pips = pips.filter(inburgeraar__in=dossiers)
    laatste = {pip.inburgeraar_id: pip for pip in pips.order_by("versienummer")}
    for pip in laatste.values():
        yield AfgeleideTaak(
            dossier_id=pip.inburgeraar_id,
            soort="pip_na_intrekking",
            bron=f"pip {pip.pk}",
            titel="Nieuw PIP opstellen",
            waarom=f"{pip} is ingetrokken en er is nog geen nieuw plan (Wi 15).",
            pagina="pip",
        )


def pip_ter_vaststelling(dossiers: Dossiers) -> Iterator[AfgeleideTaak]:
    pips = Pip.objects.filter(status=PipStatus.TER_VASTSTELLING).select_related("voorgelegd_door")
    if dossiers is not None:
        pips = pips.filter(inburgeraar__in=dossiers)
    for pip in pips:
        wie = pip.voorgelegd_door.naam if pip.voorgelegd_door else "Een collega"
        yield AfgeleideTaak(
            dossier_id=pip.inburgeraar_id,
            soort="pip_vier_ogen",
            bron=f"pip {pip.pk}",
            titel="PIP van een collega vaststellen",
            waarom=f"{wie} legde dit plan voor (vier ogen).",
            pagina="pip",
            voor=Rol.TEAMLEIDER,
        )
