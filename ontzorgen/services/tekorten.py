"""What could not be paid, and how it was solved with the household."""

from __future__ import annotations

from datetime import date, datetime

from inburgering.enums import GebeurtenisSoort
from inburgering.handelingen import handeling
from medewerkers.models import Medewerker
from ontzorgen.enums import BetalingSoort, TekortOplossing
from ontzorgen.models import Betaalverzoek, Tekort, Tekortoplossing, VasteLast
from ontzorgen.policies.tekorten import check_heropenen, check_oplossen
from ontzorgen.policies.verzoeken import VerzoekGegevens
from ontzorgen.queries.openstaand import openstaand
from ontzorgen.services.grendel import betaalgrendel
from ontzorgen.services.verzoeken import verzoek_doen


def tekort_oplossen(
    *,
    last_id: int,
    maand: date,
    oplossing: TekortOplossing,
    toelichting: str,
    door: Medewerker,
    nu: datetime,
) -> Tekortoplossing:
    """The shortfall of a cost in a month is solved; no term of that month follows any more.

    With NABETALING everything that is still open is asked for in the same act.
    """
    dossier_id = VasteLast.objects.values_list("uitkering__inburgeraar", flat=True).get(pk=last_id)
    with handeling(door=door, nu=nu, dossiers=[dossier_id], reden=toelichting) as act:
        betaalgrendel()
        last = act.vergrendel(VasteLast, last_id)
        check_oplossen(
            oplossing,
            toelichting=toelichting,
            tekort=Tekort.objects.filter(last=last, maand=maand).exists(),
            opgelost=Tekortoplossing.objects.filter(last=last, maand=maand).exists(),
        )
        rij = Tekortoplossing(
            last=last,
            maand=maand,
            oplossing=oplossing,
            toelichting=toelichting,
            opgelost_op=act.op,
            opgelost_door=door,
        )
        rij.save()
        act.meld(
            dossier_id,
            GebeurtenisSoort.GELD,
            f"Tekort {last} over {maand:%m-%Y}: {oplossing.label.lower()}",
        )
        if oplossing is TekortOplossing.NABETALING:
            verzoek_doen(
                last_id=last_id,
                gegevens=VerzoekGegevens(
                    maand=maand,
                    soort=BetalingSoort.NABETALING,
                    bedrag=openstaand(last, maand).rest,
                    reden=toelichting or "Tekort nabetaald",
                ),
                door=door,
                nu=nu,
            )
    return rij


def tekort_heropenen(
    *, oplossing_id: int, versie: int | None, reden: str, door: Medewerker, nu: datetime
) -> None:
    """It turned out not to be solved. Refused once a payment was asked for it."""
    rij = Tekortoplossing.objects.select_related("last__uitkering").get(pk=oplossing_id)
    dossier_id = rij.last.uitkering.inburgeraar_id
    with handeling(door=door, nu=nu, dossiers=[dossier_id], reden=reden) as act:
        betaalgrendel()
        rij = act.vergrendel(Tekortoplossing, oplossing_id, versie=versie)
        gevraagd = Betaalverzoek.objects.filter(
            last=rij.last_id, maand=rij.maand, ingetrokken_op=None
        )
        check_heropenen(gevraagd=gevraagd.exists(), reden=reden)
        rij.delete()
        act.meld(dossier_id, GebeurtenisSoort.GELD, "Tekort weer open", reden=reden)
