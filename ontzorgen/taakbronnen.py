"""The tasks that follow from bijstand for which nothing is arranged yet."""

from __future__ import annotations

from collections.abc import Iterator

from inburgering.aanhaken import AfgeleideTaak
from inburgering.queries.taakbronnen import Dossiers
from medewerkers.enums import Rol
from ontzorgen.models import Ontzorgperiode, OntzorgStatus


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
