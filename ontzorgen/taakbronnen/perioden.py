"""The tasks that follow from bijstand: what must be arranged, and what no longer fits."""

from __future__ import annotations

from collections.abc import Iterator

from inburgering.aanhaken import AfgeleideTaak
from inburgering.queries.taakbronnen import Dossiers
from medewerkers.enums import Rol
from ontzorgen.models import Ontzorgperiode, OntzorgStatus
from ontzorgen.queries.perioden import te_herzien


def ontzorgen_regelen(dossiers: Dossiers) -> Iterator[AfgeleideTaak]:
    """The six months run already, but without decision and machtiging nothing may be paid."""
    perioden = Ontzorgperiode.objects.filter(status=OntzorgStatus.AANGEMELD)
    if dossiers is not None:
        perioden = perioden.filter(uitkering__inburgeraar__in=dossiers)
    for pk, dossier_id, start_op, eind_op in perioden.values_list(
        "pk", "uitkering__inburgeraar", "start_op", "eind_op"
    ):
        yield AfgeleideTaak(
            dossier_id=dossier_id,
            soort="ontzorgen_regelen",
            bron=f"ontzorgperiode {pk}",
            titel="Ontzorgen regelen",
            waarom=(
                f"De zes maanden lopen van {start_op:%d-%m-%Y} tot en met {eind_op:%d-%m-%Y} "
                "(Pw 56a). Het besluit en de machtiging ontbreken nog."
            ),
            pagina="ontzorgen",
            voor=Rol.ADMINISTRATIE,
        )


def ontzorgen_herzien(dossiers: Dossiers) -> Iterator[AfgeleideTaak]:
    """The permit was corrected after the bijstand was recorded."""
    rijen = te_herzien()
    if dossiers is not None:
        rijen = rijen.filter(inburgeraar__in=dossiers)
    for pk, dossier_id in rijen.values_list("pk", "inburgeraar"):
        yield AfgeleideTaak(
            dossier_id=dossier_id,
            soort="ontzorgen_herzien",
            bron=f"uitkering {pk}",
            titel="Ontzorgen herzien",
            waarom="Het ontzorgen past niet meer bij het verblijfsrecht dat nu vastligt (Pw 56a).",
            pagina="ontzorgen",
            voor=Rol.ADMINISTRATIE,
        )
