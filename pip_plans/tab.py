"""What the tab PIP shows: each act with the reason why it cannot be done now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from besluiten.models import BesluitStatus
from inburgering.enums import TermijnSoort
from inburgering.geweigerd import weigering
from inburgering.models import Inburgeraar, Termijn
from inburgering.templatetags.huisstijl import datum
from medewerkers.models import Medewerker
from pip_plans.models import Pip, PipStatus
from pip_plans.policies import (
    check_opstellen,
    check_vaststellen,
    check_voorleggen,
)
from pip_plans.queries import dagtekening_initieel, feiten_voor, in_voorbereiding, pips_van
from wet.bronnen import voluit
from wet.duo import Bevinding
from wet.termijnen import inburgeringstermijn

GA_DOOR = "x"  # stands for a reason, so that only what cannot be answered closes the button


@dataclass(frozen=True)
class Nodig:
    """`veld` is the field of the form where it is filled in."""

    veld: str
    tekst: str
    bron: str


@dataclass(frozen=True, kw_only=True)
class Piptab:
    vastgesteld: Pip | None
    concept: Pip | None
    versies: Sequence[Pip]
    bekend: bool
    intake_afgerond: bool
    vier_ogen: bool
    nodig: Sequence[Nodig]
    duo: Sequence[Bevinding]
    geen_opstellen: str
    geen_voorleggen: str
    geen_vaststellen: str
    eind_op: date


def piptab(dossier: Inburgeraar, *, voor: Medewerker, op: date) -> Piptab:
    pips = pips_van(dossier.pk)
    feiten = feiten_voor(dossier, op=op, pips=pips)
    concept = in_voorbereiding(pips)
    vastgesteld = next((pip for pip in pips if pip.status == PipStatus.VASTGESTELD), None)
    return Piptab(
        vastgesteld=vastgesteld,
        concept=concept,
        versies=pips,
        bekend=_bekend(vastgesteld),
        intake_afgerond=feiten.intake_afgerond,
        vier_ogen=feiten.vier_ogen,
        nodig=[
            Nodig(deel.onderdeel, deel.tekst, voluit(deel.bron[0])) for deel in feiten.ontbreekt
        ],
        duo=feiten.duo,
        geen_opstellen=weigering(check_opstellen, feiten),
        geen_voorleggen=weigering(check_voorleggen, concept, feiten=feiten) if concept else "",
        geen_vaststellen=(
            weigering(check_vaststellen, concept, feiten=feiten, door=voor, duo_reden=GA_DOOR)
            if concept
            else ""
        ),
        eind_op=_eind_op(dossier, pips, op=op),
    )


def gevolgen(tab: Piptab, *, op: date) -> list[str]:
    """What vaststellen will do, said before it is done."""
    laatste_dag = datum(tab.eind_op)
    loopt_al = any(pip.dagtekening for pip in tab.versies)
    return [
        f"Het plan wordt een besluit met dagtekening {datum(op)}. Daarna verandert het niet meer.",
        (
            f"De inburgeringstermijn verandert niet: de laatste dag blijft {laatste_dag}."
            if loopt_al
            else f"De inburgeringstermijn van drie jaar begint. De laatste dag is {laatste_dag}."
        ),
        "De brief wordt één keer als PDF gemaakt en bewaard.",
        "Schakel 3 wordt afgerond, schakel 4 gaat open en het traject begint.",
        "U moet het besluit daarna zelf uitreiken of verzenden, liefst vandaag.",
    ]


def _eind_op(dossier: Inburgeraar, pips: list[Pip], *, op: date) -> date:
    """The last day as it is recorded, for DUO may have laid down or extended it; else computed."""
    termijn = Termijn.objects.filter(inburgeraar=dossier, soort=TermijnSoort.INBURGERING).last()
    if termijn is not None:
        return termijn.eind_op
    looptijd = inburgeringstermijn(dagtekening_initieel(pips, anders=op)).bekend
    assert looptijd is not None  # a date is given
    return looptijd.eind_op


def _bekend(pip: Pip | None) -> bool:
    """Whether the decision works: it does not before it was made known."""
    return bool(pip and pip.besluit and pip.besluit.status == BesluitStatus.BEKENDGEMAAKT)
