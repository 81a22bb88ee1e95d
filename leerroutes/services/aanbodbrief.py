"""The letters about the offer: the offer itself, and the statement when it came too late."""

from __future__ import annotations

from datetime import datetime

from besluiten.models import Brief, BriefSoort
from besluiten.services.brieven import brief_maken
from inburgering.enums import GebeurtenisSoort
from inburgering.handelingen import handeling
from inburgering.models import Inburgeraar
from leerroutes.models import Inburgeringsaanbod
from leerroutes.policies.aanbod import check_brief, check_doelgroep, check_verklaring
from leerroutes.queries.aanbod import lopend_traject
from leerroutes.queries.aanbodbrief import brief_van, kenmerk_van
from leerroutes.queries.aanbodtermijn import TITEL_VERKLARING
from leerroutes.queries.verklaring import verklaring_voor
from medewerkers.models import Medewerker

_TITEL = "Aanbod van uw lessen"


def aanbodbrief_maken(*, aanbod_id: int, door: Medewerker, nu: datetime) -> Brief:
    """One letter per offer as it stands; with another expected start there is another."""
    dossier_id = Inburgeringsaanbod.objects.values_list("inburgeraar", flat=True).get(pk=aanbod_id)
    with handeling(door=door, nu=nu, dossiers=[dossier_id]) as act:
        aanbod = act.vergrendel(Inburgeringsaanbod, aanbod_id)
        check_brief(aanbod, al_gemaakt=brief_van(aanbod) is not None)
        brief = brief_maken(
            act,
            dossier=aanbod.inburgeraar,
            soort=BriefSoort.AANBOD,
            template="leerroutes/brief_aanbod.html",
            context={"aanbod": aanbod},
            titel=_TITEL,
            kenmerk=kenmerk_van(aanbod),
        )
        act.meld(dossier_id, GebeurtenisSoort.CONTACT, f"Brief gemaakt: {_TITEL}")
    return brief


def verklaring_maken(*, dossier_id: int, door: Medewerker, nu: datetime) -> Brief:
    """The college states that it offered no course in time (R26 4.1 g); DUO decides on it.

    Made anew when more became certain (the offer came after all, or the traject began), and when
    a day in it was put right.
    """
    with handeling(door=door, nu=nu, dossiers=[dossier_id]) as act:
        dossier = Inburgeraar.objects.select_related("persoon", "consulent").get(pk=dossier_id)
        traject = check_doelgroep(dossier, lopend_traject(dossier_id))
        stand = verklaring_voor(traject, op=act.op)
        vorige = stand.vorige
        check_verklaring(
            te_laat_sinds=stand.te_laat_sinds,
            geldt_nog=vorige.dagtekening if vorige and stand.zegt_vorige_dit else None,
        )
        brief = brief_maken(
            act,
            dossier=dossier,
            soort=BriefSoort.VERKLARING,
            template="leerroutes/brief_verklaring.html",
            context={"stand": stand},
            titel=TITEL_VERKLARING,
            kenmerk=f"VGA-{dossier.dossiernummer}-{traject.pk}.{stand.aantal + 1}.{stand.merk}",
        )
        act.meld(dossier_id, GebeurtenisSoort.CONTACT, f"Brief gemaakt: {TITEL_VERKLARING}")
    return brief
