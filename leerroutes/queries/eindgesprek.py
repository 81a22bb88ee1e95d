"""The closing talk of the Z-route of one person, and what must be done before it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from inburgering.geweigerd import weigering
from inburgering.models import Inburgeraar
from inburgering.policies import check_loopt
from inburgering.queries.termijnen import inburgeringstermijn
from leerroutes.enums import Aanwezigheid
from leerroutes.models import (
    Eindgesprek,
    MapModule,
    Participatieverklaring,
    Urenregel,
)
from leerroutes.policies.eindgesprek import (
    check_door_gemeente,
    check_ongedaan_maken,
    check_te_voeren,
    check_wijzigen,
    wat_eerst_moet,
)
from leerroutes.queries.feiten import Gegevens, gegevens_van
from leerroutes.queries.gesloten import Gesloten, hoe_gesloten
from leerroutes.queries.voortgang import stand, voortgang_van
from medewerkers.models import Medewerker
from wet.doelgroepen import Doelgroep
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
    gegevens = gegevens_van([dossier.pk], op=op).get(dossier.pk, Gegevens())
    antwoord = stand(gegevens, doelgroep=Doelgroep(dossier.doelgroep))
    waar = antwoord.bekend if antwoord else None
    gesprek, traject = gegevens.eindgesprek, gegevens.traject
    gesloten = hoe_gesloten(dossier.pk) if gesprek else Gesloten()
    dicht = weigering(check_loopt, dossier) or weigering(check_door_gemeente, voor)
    return Eindgesprekpagina(
        eindgesprek=gesprek,
        op_z_route=traject is not None and traject.leerroute == Leerroute.Z.value,
        nog=wat_eerst_moet(waar) if waar else (),
        bevindingen=_bevindingen(gesprek, gegevens, waar, op=op) if gesprek and waar else (),
        geen_voeren=dicht or weigering(check_te_voeren, traject, eindgesprek=gesprek, stand=waar),
        geen_wijzigen=dicht or weigering(check_wijzigen, gemeld=gesloten.gemeld),
        geen_ongedaan=dicht
        or weigering(
            check_ongedaan_maken,
            gemeld=gesloten.gemeld,
            afgerond=gesloten.afgerond,
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


def stand_tot(dossier: Inburgeraar, op: date) -> Voortgang | None:
    """Where it stood at the end of that day: without the hours of after it."""
    gegevens = gegevens_van([dossier.pk]).get(dossier.pk, Gegevens())
    gegevens.uren += _terug(dossier.pk, op)
    antwoord = stand(gegevens, doelgroep=Doelgroep(dossier.doelgroep))
    return antwoord.bekend if antwoord else None


def _terug(dossier_id: int, op: date) -> list[dict[str, Any]]:
    """What the month totals hold of after that day, as hours to take off."""
    later = Urenregel.objects.filter(
        inburgeraar=dossier_id, op__gt=op, aanwezigheid=Aanwezigheid.AANWEZIG, erkend=True
    )
    return [
        {
            "traject_id": regel.traject_id,
            "maand": regel.op.replace(day=1),
            "soort": regel.soort,
            "aanwezig": -regel.uren,
        }
        for regel in later
    ]


def wat_eerder_sloot(dossier_id: int) -> list[tuple[str, date | None]]:
    """The MAP and the PVT, each with the day that closed it."""
    module = MapModule.objects.filter(inburgeraar=dossier_id).first()
    verklaring = Participatieverklaring.objects.filter(inburgeraar=dossier_id).first()
    return [
        ("de MAP", module.eindgesprek_op if module else None),
        ("het PVT", verklaring.ondertekend_op if verklaring else None),
    ]


def _bevindingen(
    gesprek: Eindgesprek, gegevens: Gegevens, waar: Voortgang, *, op: date
) -> Sequence[Bevinding]:
    """What DUO or the law would refuse in the report of this talk."""
    assert gegevens.traject is not None  # there is a state of it
    termijn = inburgeringstermijn(gesprek.inburgeraar_id)
    return controleer_zroute(
        MeldingZroute(
            datum=gesprek.gehouden_op,
            op=op,
            leerroute=Leerroute(gegevens.traject.leerroute),
            eigen_pip=True,
            start_termijn=termijn.start_op if termijn else None,
            door_gemeente=gesprek.gehouden_door.partnerorganisatie_id is None,
            alles_gedaan=not wat_eerst_moet(waar),
            map_op=gegevens.map.eindgesprek_op if gegevens.map else None,
            pvt_op=gegevens.verklaring.ondertekend_op if gegevens.verklaring else None,
        )
    )
