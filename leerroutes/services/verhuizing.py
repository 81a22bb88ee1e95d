"""Moving: the hours of the former municipality, and what the next one must know."""

from __future__ import annotations

from datetime import date, datetime

from besluiten.models import Brief, BriefSoort
from besluiten.services.brieven import brief_maken
from inburgering.enums import GebeurtenisSoort
from inburgering.handelingen import handeling
from inburgering.models import Inburgeraar, VorigPip
from leerroutes.models import Traject
from leerroutes.policies.verhuizing import check_eerder_gevolgd, check_overdragen
from leerroutes.queries.verhuizing import overdrachtsgegevens
from leerroutes.services.traject import EerdereUren
from leerroutes.services.urentotalen import totalen_bijwerken
from medewerkers.models import Medewerker


def eerdere_uren_vastleggen(
    *,
    traject_id: int,
    versie: int | None,
    uren: EerdereUren,
    stand_op: date,
    door: Medewerker,
    nu: datetime,
) -> Traject:
    """The hours followed elsewhere up to and including `stand_op`, as a balance; also put right."""
    dossier_id: int = Traject.objects.values_list("inburgeraar", flat=True).get(pk=traject_id)
    with handeling(door=door, nu=nu, dossiers=[dossier_id]) as act:
        traject = act.vergrendel(Traject, traject_id, versie=versie)
        vorig = VorigPip.objects.filter(inburgeraar=dossier_id).first()
        check_eerder_gevolgd(traject, vorig=vorig, uren=uren, stand_op=stand_op, vandaag=act.op)
        traject.eerdere_uren_taal = uren.taal
        traject.eerdere_uren_nederlands = uren.nederlands
        traject.eerdere_uren_participatie = uren.participatie
        traject.eerdere_uren_op = stand_op if uren.bekend else None
        traject.save()
        totalen_bijwerken([dossier_id], maanden=set())
        act.meld(dossier_id, GebeurtenisSoort.WIJZIGING, "Uren van elders vastgelegd", op=stand_op)
    return traject


def overdracht_maken(*, dossier_id: int, door: Medewerker, nu: datetime) -> Brief:
    """The letter with what the next municipality must know (Wi 35.4): on request, made anew."""
    with handeling(door=door, nu=nu, dossiers=[dossier_id]) as act:
        dossier = act.vergrendel(Inburgeraar, dossier_id)
        check_overdragen(dossier)
        eerder = Brief.objects.filter(inburgeraar=dossier, soort=BriefSoort.OVERDRACHT).count()
        brief = brief_maken(
            act,
            dossier=dossier,
            soort=BriefSoort.OVERDRACHT,
            template="leerroutes/brief_overdracht.html",
            context={"gegevens": overdrachtsgegevens(dossier)},
            titel="Gegevens voor de volgende gemeente",
            kenmerk=f"OVD-{dossier.dossiernummer}-{eerder + 1}",
        )
        act.meld(dossier_id, GebeurtenisSoort.CONTACT, f"{brief.titel} gemaakt")
    return brief
