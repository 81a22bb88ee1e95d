"""What the pages of the plan show: each act with the reason why it cannot be done now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from besluiten.models import BesluitStatus, Brief, BriefSoort
from besluiten.pdf import PDF
from besluiten.queries.vertalingen import Taalkeuze, talen_voor
from inburgering.geweigerd import weigering
from inburgering.models import Document, Inburgeraar, VorigPip
from inburgering.templatetags.huisstijl import datum
from medewerkers.models import Medewerker
from pip_plans.brief import laatste_dag
from pip_plans.enums import TeLaatOorzaak
from pip_plans.forms import PipForm
from pip_plans.inhoud import van_toepassing
from pip_plans.models import INHOUD, Pip, PipBijlage, PipStatus, TeLaat
from pip_plans.policies.plan import (
    Feiten,
    check_opstellen,
    check_overnemen_kan,
    check_vaststellen,
    check_voorleggen,
    check_vorig_pip,
    check_wijzigen,
)
from pip_plans.queries import (
    bijlagen_van,
    dagtekening_initieel,
    feiten_voor,
    in_voorbereiding,
    pips_van,
)
from pip_plans.verschillen import NIETS, Verschil, leesbaar, naam_van, verschillen
from wet.bronnen import voluit
from wet.doelgroepen import Doelgroep
from wet.duo import Bevinding
from wet.leerroutes import Leerroute

# Stand for an answer, so that only what cannot be answered closes the button.
GA_DOOR = "x"
_EEN_OORZAAK = TeLaat(oorzaak=TeLaatOorzaak.CAPACITEIT)


@dataclass(frozen=True)
class Nodig:
    """`pagina` is the URL name where it is filled in, `veld` the field of the form there."""

    pagina: str
    veld: str
    tekst: str
    bron: str


@dataclass(frozen=True)
class Regel:
    """One part of a plan as it reads."""

    naam: str
    tekst: str


@dataclass(frozen=True, kw_only=True)
class Piptab:
    vastgesteld: Pip | None
    ingetrokken: Pip | None
    concept: Pip | None
    versies: Sequence[Pip]
    vorig: VorigPip | None
    bekend: bool
    intake_afgerond: bool
    vier_ogen: bool
    ambtshalve: bool
    te_laat_sinds: date | None
    nodig: Sequence[Nodig]
    duo: Sequence[Bevinding]
    bijlagen: Sequence[PipBijlage]
    verschillen: Sequence[Verschil]
    inhoud: Sequence[Regel]
    advies: str
    geen_opstellen: str
    geen_voorleggen: str
    geen_vaststellen: str
    geen_vorig: str
    geen_papier: str
    eind_op: date


@dataclass(frozen=True, kw_only=True)
class Taalkaart:
    """The sheets with the plan that holds, and the languages in which there is none yet."""

    talen: Sequence[Taalkeuze] = ()
    toelichtingen: Sequence[Brief] = ()


@dataclass(frozen=True, kw_only=True)
class Bijlagepagina:
    """`te_kiezen`: PDFs of the dossier that are not in the plan yet."""

    bijlagen: Sequence[PipBijlage]
    te_kiezen: Sequence[Document]
    geen_wijzigen: str


@dataclass(frozen=True, kw_only=True)
class Versiepagina:
    pip: Pip
    inhoud: Sequence[Regel]
    vorige: Pip | None
    verschillen: Sequence[Verschil]
    bijlagen: Sequence[PipBijlage]
    oorzaak: str


@dataclass(frozen=True, kw_only=True)
class Invulpagina:
    """What stands beside the form."""

    advies: str
    uitleg: Sequence[str]
    bijlagen: int
    latere_versie: bool


def piptab(dossier: Inburgeraar, *, voor: Medewerker, op: date) -> Piptab:
    pips = pips_van(dossier.pk)
    feiten = feiten_voor(dossier, op=op, pips=pips)
    concept = in_voorbereiding(pips)
    vastgesteld = next((pip for pip in pips if pip.status == PipStatus.VASTGESTELD), None)
    vorig = feiten.vorig
    eerste = dagtekening_initieel(pips, vorig=vorig, anders=op)
    return Piptab(
        vastgesteld=vastgesteld,
        concept=concept,
        versies=pips,
        vorig=vorig,
        bekend=_bekend(vastgesteld),
        intake_afgerond=feiten.intake_afgerond,
        vier_ogen=feiten.vier_ogen,
        ambtshalve=feiten.ambtshalve,
        te_laat_sinds=feiten.te_laat_sinds,
        nodig=[_nodig(deel) for deel in feiten.ontbreekt],
        duo=feiten.duo,
        bijlagen=feiten.bijlagen,
        verschillen=(
            verschillen(vastgesteld, concept, asiel=_asiel(dossier))
            if vastgesteld and concept
            else ()
        ),
        inhoud=inhoud_regels(vastgesteld) if vastgesteld else (),
        advies=Leerroute(concept.advies).label if concept and concept.advies else "",
        geen_opstellen=weigering(check_opstellen, feiten),
        geen_vorig=weigering(check_vorig_pip, feiten),
        geen_papier=weigering(check_overnemen_kan, feiten),
        eind_op=laatste_dag(dossier.pk, eerste),
        ingetrokken=_ingetrokken(pips),
        **_knoppen(concept, feiten, voor),
    )


def _knoppen(concept: Pip | None, feiten: Feiten, voor: Medewerker) -> dict[str, str]:
    if concept is None:
        return {"geen_voorleggen": "", "geen_vaststellen": ""}
    return {
        "geen_voorleggen": weigering(check_voorleggen, concept, feiten=feiten),
        "geen_vaststellen": weigering(
            check_vaststellen,
            concept,
            feiten=feiten,
            door=voor,
            duo_reden=GA_DOOR,
            te_laat=_EEN_OORZAAK,
        ),
    }


def taalkaart(pip: Pip | None) -> Taalkaart:
    if pip is None or pip.besluit is None:
        return Taalkaart()
    brieven = Brief.objects.filter(
        inburgeraar=pip.inburgeraar_id,
        soort=BriefSoort.TOELICHTING,
        kenmerk__startswith=f"{pip.besluit.kenmerk}-",
    )
    gemaakt = list(brieven)
    al = {brief.kenmerk.rpartition("-")[2] for brief in gemaakt}
    return Taalkaart(
        talen=[keuze for keuze in talen_voor(pip.inburgeraar.persoon) if keuze.taal not in al],
        toelichtingen=gemaakt,
    )


def _ingetrokken(pips: Sequence[Pip]) -> Pip | None:
    """The plan that was taken back last, as long as no other took its place."""
    laatste = next((pip for pip in pips if pip.dagtekening), None)
    return laatste if laatste and laatste.status == PipStatus.INGETROKKEN else None


def gevolgen(tab: Piptab, *, op: date) -> list[str]:
    """What vaststellen will do, said before it is done."""
    dag = datum(tab.eind_op)
    loopt_al = tab.vorig is not None or any(pip.dagtekening for pip in tab.versies)
    return [
        f"Het plan wordt een besluit met dagtekening {datum(op)}. Daarna verandert het niet meer.",
        (
            f"De inburgeringstermijn verandert niet: de laatste dag blijft {dag}."
            if loopt_al
            else f"De inburgeringstermijn van drie jaar begint. De laatste dag is {dag}."
        ),
        _over_de_brief(len(tab.bijlagen)),
        (
            "Het vorige plan vervalt en het traject volgt het nieuwe plan. Lessen en plaatsingen "
            "die lopen, gaan mee."
            if tab.vastgesteld
            else "Schakel 3 wordt afgerond, schakel 4 gaat open en het traject begint."
        ),
        "U moet het besluit daarna zelf uitreiken of verzenden, liefst vandaag.",
    ]


def invulpagina(pip: Pip) -> Invulpagina:
    return Invulpagina(
        advies=Leerroute(pip.advies).label if pip.advies else "",
        uitleg=pip.advies_uitleg,
        bijlagen=len(bijlagen_van(pip)),
        latere_versie=pip.versienummer > 1,
    )


def bijlagepagina(pip: Pip) -> Bijlagepagina:
    bijlagen = bijlagen_van(pip)
    erin = [bijlage.document_id for bijlage in bijlagen]
    documenten = Document.objects.filter(inburgeraar=pip.inburgeraar_id, mime=PDF, besluit=None)
    return Bijlagepagina(
        bijlagen=bijlagen,
        te_kiezen=list(documenten.exclude(pk__in=erin)),
        geen_wijzigen=weigering(check_wijzigen, pip),
    )


def versiepagina(pip: Pip) -> Versiepagina:
    eerdere = [p for p in pips_van(pip.inburgeraar_id) if p.versienummer < pip.versienummer]
    vorige = next((p for p in eerdere if p.dagtekening), None)
    return Versiepagina(
        pip=pip,
        inhoud=inhoud_regels(pip),
        vorige=vorige,
        verschillen=verschillen(vorige, pip, asiel=_asiel(pip.inburgeraar)) if vorige else (),
        bijlagen=bijlagen_van(pip),
        oorzaak=str(pip.get_te_laat_oorzaak_display()),
    )


def inhoud_regels(pip: Pip) -> list[Regel]:
    """What the plan says, in the order of the letter; what it does not say is left out."""
    inhoud = van_toepassing(pip, asiel=_asiel(pip.inburgeraar))
    regels = [(veld, leesbaar(veld, inhoud[veld])) for veld in INHOUD if inhoud[veld] is not False]
    return [Regel(naam_van(veld), tekst) for veld, tekst in regels if tekst != NIETS]


def _asiel(dossier: Inburgeraar) -> bool:
    return dossier.doelgroep == Doelgroep.ASIEL.value


def _nodig(deel: Any) -> Nodig:
    pagina = "pip-bijlagen" if deel.onderdeel == "bijlagen" else "pip-wijzigen"
    veld = deel.onderdeel if deel.onderdeel in PipForm.base_fields else "leerroute"
    return Nodig(pagina, veld, deel.tekst, voluit(deel.bron[0]))


def _over_de_brief(bijlagen: int) -> str:
    """How many decisions go inside."""
    erin = {0: "", 1: ", met de bijlage erin"}.get(bijlagen, f", met de {bijlagen} bijlagen erin")
    return f"De brief wordt één keer als PDF gemaakt en bewaard{erin}."


def _bekend(pip: Pip | None) -> bool:
    """Whether the decision works: it does not before it was made known."""
    return bool(pip and pip.besluit and pip.besluit.status == BesluitStatus.BEKENDGEMAAKT)
