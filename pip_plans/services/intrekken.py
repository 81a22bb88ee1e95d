"""Taking an established plan back: a decision of its own, with its letter."""

from __future__ import annotations

from datetime import datetime

from besluiten.models import Besluit, BesluitSoort
from besluiten.services.besluiten import besluit_nemen
from inburgering.datums import lokale_datum
from inburgering.geweigerd import Geweigerd, Gewijzigd
from inburgering.handelingen import handeling
from inburgering.services.documenten import bewaar
from leerroutes.services.traject import traject_beeindigen
from medewerkers.models import Medewerker
from pip_plans.brief import (
    maak_intrekking,
    stel_intrekking_op,
)
from pip_plans.models import Pip
from pip_plans.policies.plan import (
    check_intrekken,
)


def intrekken(*, pip_id: int, versie: int, reden: str, door: Medewerker, nu: datetime) -> Besluit:
    """Withdraw an established plan, by a decision that can be objected to.

    The PDF is rendered before anything is locked, as in `vaststellen`. The three years do not move
    by this (Wi 11.3); the traject ends today. Raises Geweigerd, and Gewijzigd when the plan was
    changed after `versie`.
    """
    gelezen = Pip.objects.select_related("inburgeraar__persoon", "inburgeraar__consulent")
    pip = gelezen.get(pk=pip_id)
    if pip.versie != versie:
        raise Gewijzigd(pip, geopende_versie=versie)
    check_intrekken(pip, reden=reden)
    dagtekening = lokale_datum(nu)
    brief = stel_intrekking_op(pip, dagtekening=dagtekening, reden=reden, door=door)
    pdf = maak_intrekking(brief)
    sha256 = bewaar(pdf)
    with handeling(door=door, nu=nu, dossiers=[pip.inburgeraar_id], reden=reden) as act:
        vers = act.vergrendel(Pip, pip_id, versie=versie)
        check_intrekken(vers, reden=reden)
        if stel_intrekking_op(vers, dagtekening=dagtekening, reden=reden, door=door) != brief:
            raise Geweigerd("Gegevens in de brief zijn zojuist gewijzigd. Probeer het opnieuw.")
        besluit = besluit_nemen(
            act,
            dossier_id=vers.inburgeraar_id,
            soort=BesluitSoort.INTREKKING,
            kenmerk=brief.hoofd.kenmerk,
            titel=f"Intrekking PIP versie {vers.versienummer}",
            dagtekening=dagtekening,
            sha256=sha256,
            grootte=len(pdf),
            reden=reden,
        )
        vers.intrekken(op=act.op, reden=reden, besluit=besluit)
        vers.save()
        traject_beeindigen(dossier_id=vers.inburgeraar_id, reden=reden, door=act.door, nu=act.nu)
    return besluit
