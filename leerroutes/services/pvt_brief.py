"""The letters that invite people to a meeting of the PVT."""

from __future__ import annotations

from datetime import datetime

from besluiten.models import Brief, BriefSoort
from besluiten.services.brieven import brief_maken
from inburgering.enums import GebeurtenisSoort
from inburgering.handelingen import Handeling
from leerroutes.enums import PvtDeelnameStatus
from leerroutes.models import PvtBijeenkomst, PvtDeelname
from leerroutes.policies.pvt import check_uitnodiging
from leerroutes.queries.pvt import brieven_bij, kenmerk_van
from leerroutes.queries.pvt_presentie import deelnames_voor
from leerroutes.services.pvt import bijeenkomsthandeling
from medewerkers.models import Medewerker

TEGELIJK = 10  # letters in one go: each PDF takes a part of a second


def uitnodigingen_maken(*, bijeenkomst_id: int, door: Medewerker, nu: datetime) -> list[Brief]:
    """For who is invited and has no letter of this meeting as it stands; ten at a time."""
    with bijeenkomsthandeling(bijeenkomst_id, door=door, nu=nu) as (act, bijeenkomst):
        genodigd = [
            rij
            for rij in deelnames_voor(door, bijeenkomst_id)
            if rij.status == PvtDeelnameStatus.UITGENODIGD and rij.inburgeraar.loopt
        ]
        bekend = brieven_bij(genodigd)
        nieuw = [rij for rij in genodigd if kenmerk_van(rij) not in bekend]
        check_uitnodiging(bijeenkomst, aantal=len(nieuw), nu=nu)
        return [_brief(act, bijeenkomst, rij) for rij in nieuw[:TEGELIJK]]


def _brief(act: Handeling, bijeenkomst: PvtBijeenkomst, rij: PvtDeelname) -> Brief:
    brief = brief_maken(
        act,
        dossier=rij.inburgeraar,
        soort=BriefSoort.UITNODIGING,
        template="leerroutes/brief_pvt.html",
        context={"bijeenkomst": bijeenkomst},
        titel="Uitnodiging participatieverklaringstraject",
        kenmerk=kenmerk_van(rij),
    )
    tekst = "Uitnodiging voor het PVT gemaakt"
    act.meld(rij.inburgeraar_id, GebeurtenisSoort.CONTACT, tekst)
    return brief
