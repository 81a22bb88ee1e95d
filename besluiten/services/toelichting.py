"""The explanatory sheet with a PIP, in a language the person reads."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from besluiten.briefhoofd import voorbeeldhoofd
from besluiten.models import Brief, BriefSoort, Vertaling
from besluiten.pdf import maak_pdf
from besluiten.policies.toelichting import check_taal, check_vertaling_vastleggen
from besluiten.services.brieven import brief_maken
from besluiten.toelichting import Blad, bladen
from inburgering.geweigerd import Geweigerd
from inburgering.handelingen import Handeling, handeling
from inburgering.models import Inburgeraar
from medewerkers.models import Medewerker
from wet.leerroutes import Leerroute

TEMPLATE = "besluiten/toelichting.html"


@dataclass(frozen=True, kw_only=True)
class Feiten:
    """What the sheet says of this plan; whom to call stands in the head of the letter.

    `kenmerk` is that of the decision. `laatste_dag` is inclusive.
    """

    kenmerk: str
    leerroute: Leerroute
    laatste_dag: date


def blad_in(taal: str) -> Blad:
    """Raises Geweigerd for a language without a sheet."""
    blad = bladen().get(taal)
    if blad is None:
        raise Geweigerd("In deze taal is er geen toelichting.", veld="taal")
    return blad


def toelichting_maken(act: Handeling, *, dossier: Inburgeraar, taal: str, feiten: Feiten) -> Brief:
    """The sheet as a letter of its own. Part of the caller's act."""
    blad = blad_in(taal)
    check_taal(blad, Vertaling.objects.filter(taal=taal).first())
    kenmerk = f"{feiten.kenmerk}-uitleg-{taal}"
    if Brief.objects.filter(kenmerk=kenmerk).exists():
        raise Geweigerd(f"De toelichting in het {blad.naam} is al gemaakt.", veld="taal")
    return brief_maken(
        act,
        dossier=dossier,
        soort=BriefSoort.TOELICHTING,
        template=TEMPLATE,
        context=_context(blad, feiten),
        titel=f"Toelichting bij het PIP in het {blad.naam}",
        kenmerk=kenmerk,
        taal=taal,
    )


def toelichting_voorbeeld(taal: str, *, op: date, door: Medewerker) -> bytes:
    """How the sheet looks, with facts of nobody and a word across it: for who checks the text."""
    blad = blad_in(taal)
    feiten = Feiten(kenmerk="PIP-0000-00000-1", leerroute=Leerroute.B, laatste_dag=op)
    hoofd = voorbeeldhoofd(kenmerk=f"{feiten.kenmerk}-uitleg-{taal}", dagtekening=op, door=door)
    vertaling = Vertaling.objects.filter(taal=taal).first()
    nagekeken = blad.geleverd or (vertaling is not None and vertaling.sha256 == blad.sha256)
    context = _context(blad, feiten) | {
        "hoofd": hoofd,
        "merk": "VOORBEELD" if nagekeken else "NIET NAGEKEKEN",
    }
    return maak_pdf(TEMPLATE, context, dagtekening=op, taal=taal)


def _context(blad: Blad, feiten: Feiten) -> dict[str, Any]:
    return {
        "blad": blad,
        "feiten": feiten,
        "route": feiten.leerroute.label,
        "over_route": blad.routes[feiten.leerroute.value],
        "laatste_dag": blad.datum(feiten.laatste_dag),
    }


def vertaling_vastleggen(
    *,
    taal: str,
    sha256: str,
    nagekeken_door: str,
    nagekeken_op: date,
    versie: int | None,
    door: Medewerker,
    nu: datetime,
) -> Vertaling:
    """Somebody who reads the language checked this text."""
    blad = blad_in(taal)
    with handeling(door=door, nu=nu) as act:
        check_vertaling_vastleggen(blad, sha256=sha256, nagekeken_op=nagekeken_op, vandaag=act.op)
        bestaand = Vertaling.objects.filter(taal=taal).first()
        rij = (
            act.vergrendel(Vertaling, bestaand.pk, versie=versie)
            if bestaand
            else Vertaling(taal=taal)
        )
        rij.sha256, rij.nagekeken_door, rij.nagekeken_op = sha256, nagekeken_door, nagekeken_op
        rij.vastgelegd_door, rij.vastgelegd_op = door, act.op
        rij.save()
    return rij
