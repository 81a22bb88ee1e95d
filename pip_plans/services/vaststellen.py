"""Making the plan a decision, with everything that follows from it."""

from __future__ import annotations

from datetime import date, datetime
from functools import partial
from typing import Any

from besluiten.models import Besluit, BesluitSoort
from besluiten.services.besluiten import besluit_nemen
from inburgering.datums import lokale_datum
from inburgering.enums import SchakelNummer, TermijnSoort
from inburgering.geweigerd import Geweigerd, Gewijzigd
from inburgering.handelingen import Handeling, handeling
from inburgering.models import Inburgeraar
from inburgering.services.documenten import bewaar
from inburgering.services.schakels import schakel_afronden, schakel_openen
from inburgering.services.termijnen import (
    termijn_halen,
    termijn_vastleggen,
)
from leerroutes.services.traject import traject_starten
from medewerkers.models import Medewerker
from pip_plans.brief import (
    PipBrief,
    maak_brief,
    stel_brief_op,
)
from pip_plans.inhoud import afspraken_van
from pip_plans.models import Pip, PipStatus, TeLaat
from pip_plans.policies.plan import (
    check_vaststellen,
)
from pip_plans.queries import (
    dagtekening_initieel,
    feiten_voor,
    is_ambtshalve,
    pips_van,
    vorig_pip,
)
from wet.leerroutes import Leerroute
from wet.termijnen import inburgeringstermijn


def vaststellen(
    *,
    pip_id: int,
    versie: int,
    door: Medewerker,
    nu: datetime,
    duo_reden: str = "",
    te_laat: TeLaat | None = None,
) -> Besluit:
    """Make the plan a decision, today.

    The PDF is rendered from `versie` before anything is locked, and stored under its hash. Then, in
    one transaction and only if the plan and everything the letter says are still the same: the
    decision stands, the earlier version is replaced, the three years run from the dagtekening of
    the first plan (ours, or that of the municipality before us), the ten weeks are met, schakel 3
    closes and 4 opens, and the traject starts.

    Raises Geweigerd with what is missing, Gewijzigd when the plan was saved after `versie`.
    """
    gelezen = Pip.objects.select_related("inburgeraar__persoon", "inburgeraar__consulent")
    pip = gelezen.get(pk=pip_id)
    if pip.versie != versie:
        raise Gewijzigd(pip, geopende_versie=versie)
    dagtekening = lokale_datum(nu)
    _mag(pip, door=door, op=dagtekening, duo_reden=duo_reden, te_laat=te_laat)
    brief = _brief(pip, dagtekening, door)
    pdf = maak_brief(brief, concept=False)
    sha256 = bewaar(pdf)
    with handeling(door=door, nu=nu, dossiers=[pip.inburgeraar_id]) as act:
        vers = act.vergrendel(Pip, pip_id, versie=versie)
        duo_bezwaren = _mag(vers, door=door, op=dagtekening, duo_reden=duo_reden, te_laat=te_laat)
        if _brief(vers, dagtekening, door) != brief:
            raise Geweigerd("Gegevens in de brief zijn zojuist gewijzigd. Bekijk het plan opnieuw.")
        besluit = besluit_nemen(
            act,
            dossier_id=vers.inburgeraar_id,
            soort=BesluitSoort.PIP,
            kenmerk=brief.hoofd.kenmerk,
            titel=f"PIP versie {vers.versienummer}",
            dagtekening=dagtekening,
            sha256=sha256,
            grootte=len(pdf),
            reden=duo_reden if duo_bezwaren else "",
        )
        _stel_vast(act, vers, besluit, te_laat)
    return besluit


def _stel_vast(act: Handeling, pip: Pip, besluit: Besluit, te_laat: TeLaat | None) -> None:
    """Everything that follows from the decision, in the same transaction."""
    dossier_id = pip.inburgeraar_id
    pips = pips_van(dossier_id)
    eerste = dagtekening_initieel(pips, vorig=vorig_pip(dossier_id), anders=besluit.dagtekening)
    for vorige in (p for p in pips if p.status == PipStatus.VASTGESTELD):
        vorige.vervangen()
        vorige.save()
    ambtshalve = is_ambtshalve(dossier_id, pips)
    volgt(act, pip, besluit, eerste=eerste, te_laat=te_laat, ambtshalve=ambtshalve)
    traject_starten(
        dossier_id=dossier_id,
        leerroute=Leerroute(pip.leerroute),
        door=act.door,
        nu=act.nu,
        **afspraken_van(pip),
    )


def volgt(
    act: Handeling,
    pip: Pip,
    besluit: Besluit,
    *,
    eerste: date,
    op: date | None = None,
    te_laat: TeLaat | None = None,
    ambtshalve: bool = False,
) -> None:
    """The plan stands: the three years run, the ten weeks are met, schakel 3 closes, 4 opens.

    `op`: the day on which the first plan did that, when it is taken over.
    """
    dossier_id = pip.inburgeraar_id
    pip.vaststellen(
        op=act.op,
        door=act.door,
        besluit=besluit,
        dagtekening_initieel=eerste,
        te_laat=te_laat,
        ambtshalve=ambtshalve,
    )
    pip.save()
    termijn_vastleggen(
        act,
        dossier_id=dossier_id,
        soort=TermijnSoort.INBURGERING,
        vraag=partial(inburgeringstermijn, dagtekening=eerste),
    )
    gehaald_op = op or besluit.dagtekening
    termijn_halen(act, dossier_id=dossier_id, soort=TermijnSoort.PIP, op=gehaald_op)
    wie: dict[str, Any] = {"dossier_id": dossier_id, "door": act.door, "nu": act.nu, "op": op}
    schakel_afronden(nummer=SchakelNummer.INTAKE_EN_PIP, **wie)
    schakel_openen(nummer=SchakelNummer.INBURGEREN, **wie)


def _mag(pip: Pip, *, door: Medewerker, op: date, duo_reden: str, te_laat: TeLaat | None) -> bool:
    """Refuse what the law refuses; returns whether DUO would object, so that a reason is kept."""
    feiten = feiten_voor(pip.inburgeraar, op=op)
    check_vaststellen(pip, feiten=feiten, door=door, duo_reden=duo_reden, te_laat=te_laat)
    return bool(feiten.duo)


def _brief(pip: Pip, dagtekening: date, door: Medewerker) -> PipBrief:
    dossier = Inburgeraar.objects.select_related("persoon", "consulent").get(pk=pip.inburgeraar_id)
    return stel_brief_op(pip, dossier, dagtekening=dagtekening, door=door)
