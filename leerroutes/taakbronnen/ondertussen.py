"""The tasks for the ondertussengroep: discuss the plan, offer the course, plan the next talk."""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import Exists, OuterRef, QuerySet

from inburgering.aanhaken import AfgeleideTaak
from inburgering.enums import Regime
from inburgering.models import Inburgeraar
from inburgering.queries.taakbronnen import Dossiers, van
from leerroutes.enums import GesprekStatus
from leerroutes.models import Begeleidingsplan, Voortgangsgesprek

_PAGINA = "leerroute-begeleidingsplan"


def begeleidingsplan_bespreken(dossiers: Dossiers) -> Iterator[AfgeleideTaak]:
    """There is no plan, or it was not discussed as it stands."""
    besproken = Begeleidingsplan.objects.filter(
        inburgeraar=OuterRef("pk"), besproken_op__isnull=False
    )
    opgesteld = Begeleidingsplan.objects.filter(inburgeraar=OuterRef("pk"))
    rijen: QuerySet[Inburgeraar] = van(dossiers).filter(~Exists(besproken), regime=Regime.WI2013)
    for dossier_id, er_is in rijen.annotate(er_is=Exists(opgesteld)).values_list("pk", "er_is"):
        yield AfgeleideTaak(
            dossier_id=dossier_id,
            soort="begeleidingsplan",
            bron="begeleidingsplan",
            titel="Begeleidingsplan bespreken" if er_is else "Begeleidingsplan opstellen",
            waarom="Ondertussengroep: de gemeente begeleidt met een plan, zonder PIP.",
            pagina=_PAGINA,
        )


def cursus_aanbieden(dossiers: Dossiers) -> Iterator[AfgeleideTaak]:
    """The plan was discussed, and nobody said when the course begins."""
    for plan in _besproken(dossiers).filter(cursus_start_op=None):
        yield AfgeleideTaak(
            dossier_id=plan.inburgeraar_id,
            soort="cursus_redzaamheid",
            bron="cursus",
            titel="Cursus financiële redzaamheid aanbieden",
            waarom="Het plan is besproken; de cursus is nog niet aangeboden.",
            pagina=_PAGINA,
        )


def volgend_gesprek(dossiers: Dossiers) -> Iterator[AfgeleideTaak]:
    """The plan promises talks and none is planned, because the last one lapsed. One that is
    planned has a task of its own.
    """
    gepland = Voortgangsgesprek.objects.filter(
        inburgeraar=OuterRef("inburgeraar"), status=GesprekStatus.GEPLAND
    )
    for plan in _besproken(dossiers).filter(~Exists(gepland)):
        yield AfgeleideTaak(
            dossier_id=plan.inburgeraar_id,
            soort="volgend_gesprek",
            bron="volgend gesprek",
            titel="Volgend gesprek plannen",
            waarom=f"In het plan staat een gesprek elke {plan.gesprek_weken} weken.",
            pagina="leerroute-gesprekken",
        )


def _besproken(dossiers: Dossiers) -> QuerySet[Begeleidingsplan]:
    plannen: QuerySet[Begeleidingsplan] = Begeleidingsplan.objects.filter(
        besproken_op__isnull=False, inburgeraar__regime=Regime.WI2013
    )
    return plannen if dossiers is None else plannen.filter(inburgeraar__in=dossiers)
