"""The closing talk of the Z-route of one person, and what must be done before it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from inburgering.geweigerd import weigering
from inburgering.models import Inburgeraar
from inburgering.policies import check_loopt
from leerroutes.models import (
    Eindgesprek,
    MapModule,
    Participatieverklaring,
    Traject,
)
from leerroutes.policies.eindgesprek import (
    check_door_gemeente,
    check_ongedaan_maken,
    check_te_voeren,
    check_wijzigen,
    wat_eerst_moet,
)
from leerroutes.queries.gesloten import is_gemeld, schakel4_afgerond
from leerroutes.queries.verwijtbaar import inburgeringstermijn
from leerroutes.queries.voortgang import voortgang_van
from medewerkers.models import Medewerker
from wet.duo import Bevinding, MeldingZroute, controleer_zroute
from wet.leerroutes import Leerroute, Voortgang

_GA_DOOR = "wordt op het formulier gevraagd"


@dataclass(frozen=True, kw_only=True)
class Eindgesprekpagina:
    """`nog`: what must be done first. `geen_…` says why an act is closed."""

    eindgesprek: Eindgesprek | None
    op_z_route: bool
    nog: Sequence[str]
    bevindingen: Sequence[Bevinding]
    geen_voeren: str
    geen_wijzigen: str
    geen_ongedaan: str


def eindgesprekpagina(dossier: Inburgeraar, *, voor: Medewerker, op: date) -> Eindgesprekpagina:
    gesprek = eindgesprek_van(dossier.pk)
    traject = Traject.objects.filter(inburgeraar=dossier).first()
    stand = stand_van(dossier)
    dicht = weigering(check_loopt, dossier) or weigering(check_door_gemeente, voor)
    gemeld = is_gemeld(dossier.pk)
    return Eindgesprekpagina(
        eindgesprek=gesprek,
        op_z_route=traject is not None and traject.leerroute == Leerroute.Z.value,
        nog=wat_eerst_moet(stand) if stand else (),
        bevindingen=_bevindingen(dossier.pk, gesprek, traject, stand, op=op),
        geen_voeren=dicht or weigering(check_te_voeren, traject, eindgesprek=gesprek, stand=stand),
        geen_wijzigen=dicht or weigering(check_wijzigen, gemeld=gemeld),
        geen_ongedaan=dicht
        or weigering(
            check_ongedaan_maken,
            gemeld=gemeld,
            afgerond=schakel4_afgerond(dossier.pk),
            reden=_GA_DOOR,
        ),
    )


def eindgesprek_van(dossier_id: int) -> Eindgesprek | None:
    return (
        Eindgesprek.objects.filter(inburgeraar=dossier_id).select_related("gehouden_door").first()
    )


def stand_van(dossier: Inburgeraar) -> Voortgang | None:
    antwoord = voortgang_van(dossier)
    return antwoord.bekend if antwoord else None


def wat_eerder_sloot(dossier_id: int) -> list[tuple[str, date | None]]:
    """The MAP and the PVT, each with the day that closed it."""
    module = MapModule.objects.filter(inburgeraar=dossier_id).first()
    verklaring = Participatieverklaring.objects.filter(inburgeraar=dossier_id).first()
    return [
        ("de MAP", module.eindgesprek_op if module else None),
        ("het PVT", verklaring.ondertekend_op if verklaring else None),
    ]


def _bevindingen(
    dossier_id: int,
    gesprek: Eindgesprek | None,
    traject: Traject | None,
    stand: Voortgang | None,
    *,
    op: date,
) -> Sequence[Bevinding]:
    """What DUO or the law would refuse in the report of this talk."""
    if gesprek is None or traject is None or stand is None:
        return ()
    termijn = inburgeringstermijn(dossier_id)
    (_map, map_op), (_pvt, pvt_op) = wat_eerder_sloot(dossier_id)
    return controleer_zroute(
        MeldingZroute(
            datum=gesprek.gehouden_op,
            op=op,
            leerroute=Leerroute(traject.leerroute),
            eigen_pip=True,
            start_termijn=termijn.start_op if termijn else None,
            door_gemeente=gesprek.gehouden_door.partnerorganisatie_id is None,
            alles_gedaan=not wat_eerst_moet(stand),
            map_op=map_op,
            pvt_op=pvt_op,
        )
    )
