"""What people decide about a file that was judged: each doubtful unit, the whole, or nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import datetime

from inburgering.handelingen import handeling
from medewerkers.models import Medewerker
from opdrachten.enums import Keuze, OpdrachtStatus, Uitkomst
from opdrachten.models import Importbestand, Importregel, Opdracht
from opdrachten.policies import check_bevestigen, check_kiezen, check_weggooien
from opdrachten.queries.regels import in_te_voeren
from opdrachten.services.wachtrij import stuur
from opdrachten.soorten import Oordeel

_NIET = (
    (Oordeel.FOUT, Uitkomst.FOUT, "Niet ingevoerd: er is iets fout in deze regel of dit gezin."),
    (Oordeel.ONGEWIJZIGD, Uitkomst.OVERGESLAGEN, "Alles was al bekend."),
)


def kiezen(
    *, opdracht_id: int, keuzes: Mapping[int, Keuze], door: Medewerker, nu: datetime
) -> None:
    """For units in doubt, by the number of their first row."""
    with handeling(door=door, nu=nu) as act:
        check_kiezen(act.vergrendel(Opdracht, opdracht_id))
        per_keuze: dict[Keuze, list[int]] = defaultdict(list)
        for eenheid, keuze in keuzes.items():
            per_keuze[keuze].append(eenheid)
        twijfel = Importregel.objects.filter(opdracht=opdracht_id, eenheid_oordeel=Oordeel.DUBBEL)
        for keuze, eenheden in per_keuze.items():
            twijfel.filter(eenheid__in=eenheden).update(keuze=keuze)


def bevestigen(*, opdracht_id: int, versie: int | None, door: Medewerker, nu: datetime) -> None:
    """Have it entered. What is not to be entered gets its outcome at once."""
    with handeling(door=door, nu=nu) as act:
        opdracht = act.vergrendel(Opdracht, opdracht_id, versie=versie)
        check_bevestigen(opdracht, in_te_voeren=in_te_voeren(opdracht_id).count())
        regels = Importregel.objects.filter(opdracht=opdracht_id)
        for oordeel, uitkomst, reden in _NIET:
            regels.filter(eenheid_oordeel=oordeel).update(
                uitkomst=uitkomst, reden=reden, verwerkt_at=nu
            )
        regels.filter(keuze=Keuze.OVERSLAAN).update(
            uitkomst=Uitkomst.OVERGESLAGEN,
            reden="Overgeslagen: waarschijnlijk al bekend.",
            verwerkt_at=nu,
        )
        opdracht.bevestigen(door=door, nu=nu)
        opdracht.save()
        stuur(opdracht.pk, OpdrachtStatus.BEVESTIGD)


def weggooien(*, opdracht_id: int, door: Medewerker, nu: datetime) -> None:
    """The file and its rows go; that there was one stays."""
    with handeling(door=door, nu=nu) as act:
        opdracht = act.vergrendel(Opdracht, opdracht_id)
        check_weggooien(opdracht)
        opdracht.weggooien(door=door, nu=nu)
        opdracht.save()
        leegmaken(opdracht)


def leegmaken(opdracht: Opdracht) -> None:
    opdracht.regels.all().delete()
    Importbestand.objects.filter(pk=opdracht.pk).delete()
