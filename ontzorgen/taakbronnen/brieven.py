"""The task of telling everybody, a month ahead, that we stop paying."""

from __future__ import annotations

from collections.abc import Iterator

from besluiten.models import Brief, BriefSoort
from inburgering.aanhaken import AfgeleideTaak
from inburgering.enums import TermijnSoort, TermijnStatus
from inburgering.models import Signaal
from inburgering.queries.taakbronnen import Dossiers
from medewerkers.enums import Rol
from ontzorgen.enums import VoortzettingStatus
from ontzorgen.models import VasteLast
from ontzorgen.queries.brieven import kenmerk_einde
from wet.datums import maanden_na, zonder_weekdag


def brieven_einde(dossiers: Dossiers) -> Iterator[AfgeleideTaak]:
    """The end crossed a signal step, and the person was not written yet.

    The consulent has a task of the same signal: the term of ontzorgen is watched.
    """
    signalen = Signaal.objects.filter(
        termijn__status=TermijnStatus.LOPEND, termijn__soort=TermijnSoort.ONTZORGEN
    ).select_related("termijn__inburgeraar")
    if dossiers is not None:
        signalen = signalen.filter(termijn__inburgeraar__in=dossiers)
    termijnen = {s.termijn.pk: s.termijn for s in signalen if s.eind_op == s.termijn.eind_op}
    met_lasten = _met_lasten({termijn.inburgeraar_id for termijn in termijnen.values()})
    gemaakt = set(
        Brief.objects.filter(
            inburgeraar__in=met_lasten, soort=BriefSoort.ONTZORGEN_EINDE
        ).values_list("kenmerk", flat=True)
    )
    for termijn in termijnen.values():
        kenmerk = kenmerk_einde(termijn.inburgeraar, termijn.eind_op)
        if termijn.inburgeraar_id in met_lasten and kenmerk not in gemaakt:
            yield AfgeleideTaak(
                dossier_id=termijn.inburgeraar_id,
                soort="ontzorgen_brieven_einde",
                bron=f"termijn {termijn.pk}",
                titel="Brieven voor het einde maken",
                waarom=(
                    f"Wij betalen tot en met {zonder_weekdag(termijn.eind_op)}. De inburgeraar en "
                    "de crediteuren horen dat een maand van tevoren."
                ),
                pagina="ontzorgen-brieven",
                uiterlijk_op=maanden_na(termijn.eind_op, -1),
                voor=Rol.ADMINISTRATIE,
            )


def _met_lasten(dossier_ids: set[int]) -> set[int]:
    """Where we pay something, and do not go on after the six months."""
    lasten = VasteLast.objects.filter(
        uitkering__inburgeraar__in=dossier_ids, weggelaten_reden="", zelf_vanaf=None
    ).exclude(uitkering__voortzettingen__status=VoortzettingStatus.LOPEND)
    return set(lasten.values_list("uitkering__inburgeraar", flat=True))
