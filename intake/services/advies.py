"""The advice on the route: made when somebody asks for it, and kept as it was."""

from __future__ import annotations

from datetime import datetime

from inburgering.enums import GebeurtenisSoort
from inburgering.handelingen import handeling
from intake.models import BredeIntake, Routeadvies
from intake.policies.advies import check_opmaken
from intake.queries.advies import (
    feiten_voor_advies,
    in_woorden,
    laatste_advies,
    wat_is_gewijzigd,
)
from medewerkers.models import Medewerker
from wet.leerroutes import leerroute_advies
from wet.uitkomst import plat


def routeadvies_opmaken(*, dossier_id: int, door: Medewerker, nu: datetime) -> Routeadvies:
    """Ask the rule of today's facts. Raises Geweigerd while a fact is missing or none changed."""
    with handeling(door=door, nu=nu, dossiers=[dossier_id]) as act:
        feiten = feiten_voor_advies(dossier_id, op=act.op)
        uitkomst, vorig = leerroute_advies(feiten), laatste_advies(dossier_id)
        check_opmaken(
            BredeIntake.objects.filter(inburgeraar=dossier_id).first(),
            uitkomst=uitkomst,
            vorig=vorig,
            gewijzigd=bool(wat_is_gewijzigd(vorig, feiten)),
        )
        assert uitkomst.bekend is not None  # the check saw it
        advies = Routeadvies(
            inburgeraar_id=dossier_id,
            feiten=plat(feiten),
            invoer=in_woorden(feiten),
            leerroute=uitkomst.bekend.leerroute.value,
            alfabetisering=uitkomst.bekend.alfabetisering or "",
            regel=uitkomst.regel,
            zekerheid=uitkomst.zekerheid.value,
            stappen=list(uitkomst.stappen),
            bron=list(uitkomst.bron),
            gemaakt_op=act.op,
            gemaakt_door=door,
        )
        advies.save()
        tekst = f"Advies over de leerroute: {advies.get_leerroute_display()}"
        act.meld(dossier_id, GebeurtenisSoort.WIJZIGING, tekst)
    return advies
