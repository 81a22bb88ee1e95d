"""The tasks that follow from costs and their payments, for who pays them."""

from __future__ import annotations

from collections.abc import Iterator

from inburgering.aanhaken import AfgeleideTaak
from inburgering.queries.taakbronnen import Dossiers
from medewerkers.enums import Rol
from ontzorgen.models import Ontzorgperiode, OntzorgStatus
from ontzorgen.policies.batch import maandnaam
from ontzorgen.queries.tekorten import mislukt, open_tekorten
from wet.datums import hoofdletter
from wet.geld import euro


def lasten_ontbreken(dossiers: Dossiers) -> Iterator[AfgeleideTaak]:
    """Arranged, and nothing recorded to pay: also not that nothing is to be paid."""
    perioden = Ontzorgperiode.objects.filter(
        status=OntzorgStatus.ACTIEF, uitkering__lasten=None
    ).order_by("pk")
    if dossiers is not None:
        perioden = perioden.filter(uitkering__inburgeraar__in=dossiers)
    for pk, dossier_id in perioden.values_list("pk", "uitkering__inburgeraar"):
        yield AfgeleideTaak(
            dossier_id=dossier_id,
            soort="ontzorgen_lasten",
            bron=f"ontzorgperiode {pk}",
            titel="Vaste lasten vastleggen",
            waarom="Het ontzorgen is geregeld, maar er is nog geen vaste last om te betalen.",
            pagina="ontzorgen",
            voor=Rol.ADMINISTRATIE,
        )


def tekort_open(dossiers: Dossiers) -> Iterator[AfgeleideTaak]:
    """One per cost and month: until it is solved, paid after all, or asked for."""
    for regel in open_tekorten(dossiers):
        tekort = regel.tekort
        bedrag = f"{euro(regel.open)} te kort" if regel.open else "te kort"
        yield AfgeleideTaak(
            dossier_id=tekort.last.uitkering.inburgeraar_id,
            soort="ontzorgen_tekort",
            bron=f"last {tekort.last_id} {tekort.maand:%Y-%m}",
            titel=f"Tekort oplossen: {str(tekort.last).lower()} {maandnaam(tekort.maand)}",
            waarom=f"{hoofdletter(bedrag)}. {tekort.get_reden_display()}.",
            pagina="ontzorgen",
            voor=Rol.ADMINISTRATIE,
        )


def betaling_mislukt(dossiers: Dossiers) -> Iterator[AfgeleideTaak]:
    """Until somebody decided whether it is paid again."""
    for betaling in mislukt(dossiers).select_related("last__uitkering"):
        yield AfgeleideTaak(
            dossier_id=betaling.last.uitkering.inburgeraar_id,
            soort="ontzorgen_mislukt",
            bron=f"betaling {betaling.pk}",
            titel=f"Mislukte betaling: {str(betaling.last).lower()} {maandnaam(betaling.maand)}",
            waarom=(
                f"{euro(betaling.bedrag)} kwam niet aan: "
                f"{str(betaling.get_status_display()).lower()}. Betaal opnieuw, of leg vast "
                "waarom niet."
            ),
            pagina="ontzorgen",
            voor=Rol.ADMINISTRATIE,
        )
