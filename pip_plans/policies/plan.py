"""When a plan may be made, changed, laid before a colleague, established or withdrawn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from besluiten.bijlagen import check_samen
from besluiten.models import BesluitStatus
from besluiten.pdf import PDF
from besluiten.policies.vier_ogen import check_vier_ogen
from inburgering.enums import Regime, SchakelStatus
from inburgering.geweigerd import Geweigerd
from inburgering.models import Document, Inburgeraar, VorigPip
from inburgering.policies import check_loopt, check_niet_later, check_reden
from leerroutes.queries.wissel import Wisselfeiten
from medewerkers.models import Medewerker
from pip_plans.enums import TeLaatOorzaak
from pip_plans.models import Pip, PipBijlage, PipStatus, TeLaat
from pip_plans.policies.wisselen import check_wissel
from wet.bronnen import voluit
from wet.duo import Bevinding
from wet.leerroutes import Leerroute, Niveau, niveau_toegestaan
from wet.pip import Ontbrekend

BIJLAGEN_HOOGSTENS = 10


@dataclass(frozen=True, kw_only=True)
class Feiten:
    """What the checks ask of other rooms, gathered by one query function, as on the day `op`.

    `te_laat_sinds` is the last day of the ten weeks (inclusive), when that is past. `wissel`: only
    while the plan in the making changes the route or steps parts down.
    """

    dossier: Inburgeraar
    op: date
    schakel3: str
    intake_afgerond: bool
    ontbreekt: Sequence[Ontbrekend] = ()
    duo: Sequence[Bevinding] = ()
    vier_ogen: bool = False
    eerder: Sequence[Pip] = field(default_factory=tuple)
    vorig: VorigPip | None = None
    advies_veranderd: bool = False
    ambtshalve: bool = False
    te_laat_sinds: date | None = None
    bijlagen: Sequence[PipBijlage] = ()
    wissel: Wisselfeiten | None = None
    bezwaar_beslist: bool = False

    @property
    def geldend(self) -> Pip | None:
        """The version that holds now."""
        return next((pip for pip in self.eerder if pip.status == PipStatus.VASTGESTELD), None)


@dataclass(frozen=True, kw_only=True)
class PapierenPip:
    """A plan that was established before this system, as far as it is known.

    `dagtekening_eerste` is that of the first plan, when this is a later version. `afgeschaald`
    names the exam parts at A2; at that level without a name it is all four. `laatste_dag_duo`
    is inclusive; with `verlengd_op` and `grond` it is later by an extension of DUO. Hours are
    whole hours.
    """

    dagtekening: date
    leerroute: Leerroute
    niveau: Niveau | None = None
    afgeschaald: Sequence[str] = ()
    dagtekening_eerste: date | None = None
    bekendgemaakt_op: date | None = None
    leerroute_uren: int | None = None
    begeleiding: str = ""
    laatste_dag_duo: date | None = None
    verlengd_op: date | None = None
    grond: str = ""
    uren_taal: int | None = None
    uren_participatie: int | None = None

    @property
    def initieel(self) -> date:
        return self.dagtekening_eerste or self.dagtekening


def check_overnemen_kan(feiten: Feiten) -> None:
    """Only where no plan of ours stands yet."""
    check_loopt(feiten.dossier)
    if feiten.dossier.regime != Regime.WI2021:
        raise Geweigerd("Bij de Wet inburgering 2013 hoort geen PIP.", veld="pip_op")
    if feiten.eerder:
        raise Geweigerd("Er is al een PIP bij dit dossier.", veld="pip_op")


def check_overnemen(
    plan: PapierenPip, *, feiten: Feiten, begin_plicht: date | None, vandaag: date
) -> None:
    """Only where no plan stands yet, on a day that can be, with a level the route may have."""
    check_overnemen_kan(feiten)
    check_dagen(plan, begin_plicht=begin_plicht, vandaag=vandaag)
    if feiten.vorig and plan.leerroute.value != feiten.vorig.leerroute:
        raise Geweigerd(
            "De leerroute is na een verhuizing die van het vorige PIP (Wi 15.4).", veld="leerroute"
        )
    eerste = plan.initieel == plan.dagtekening and feiten.vorig is None
    oordeel = niveau_toegestaan(plan.leerroute, plan.niveau, eerste_pip=eerste)
    if not oordeel.bekend:
        raise Geweigerd(oordeel.conclusie, veld="niveau")


def check_dagen(plan: PapierenPip, *, begin_plicht: date | None, vandaag: date) -> None:
    """The days of a plan on paper follow each other, and the duty came first (DUO)."""
    check_niet_later(plan.dagtekening, vandaag=vandaag, veld="pip_op", wat="De dagtekening")
    if plan.dagtekening_eerste and plan.dagtekening_eerste > plan.dagtekening:
        raise Geweigerd("Het eerste PIP ligt na de dagtekening van dit PIP.", veld="eerste_pip_op")
    if begin_plicht and plan.initieel < begin_plicht:
        raise Geweigerd(
            f"Het PIP ligt voor het begin van de plicht ({begin_plicht:%d-%m-%Y}).", veld="pip_op"
        )
    if plan.laatste_dag_duo and plan.laatste_dag_duo <= plan.initieel:
        raise Geweigerd(
            "De laatste dag van de inburgeringstermijn ligt voor het PIP.", veld="laatste_dag"
        )
    if plan.verlengd_op and not plan.laatste_dag_duo:
        raise Geweigerd("Vul ook de laatste dag na de verlenging in.", veld="laatste_dag")


def check_vorig_pip(feiten: Feiten) -> None:
    """As long as no plan of our own stands: the dates of that one hang on it."""
    if any(pip.dagtekening for pip in feiten.eerder):
        raise Geweigerd("Er is al een eigen PIP vastgesteld: het vorige verandert dan niet meer.")


def check_opstellen(feiten: Feiten) -> None:
    check_loopt(feiten.dossier)
    if feiten.dossier.regime != Regime.WI2021:
        raise Geweigerd("Bij de Wet inburgering 2013 hoort geen PIP.")
    if feiten.schakel3 == SchakelStatus.WACHT:
        raise Geweigerd(
            "Schakel 3 is nog niet open: eerst het driepartijengesprek of de kennisgeving."
        )
    if any(pip.status in (PipStatus.CONCEPT, PipStatus.TER_VASTSTELLING) for pip in feiten.eerder):
        raise Geweigerd("Er is al een PIP in voorbereiding.")


def check_wijzigen(pip: Pip) -> None:
    if pip.status == PipStatus.TER_VASTSTELLING:
        raise Geweigerd("Het plan ligt ter vaststelling: neem het eerst terug.")
    if pip.status != PipStatus.CONCEPT:
        raise Geweigerd("Een vastgesteld plan verandert niet meer: maak een nieuwe versie.")
    check_loopt(pip.inburgeraar)


def check_compleet(feiten: Feiten) -> None:
    """The intake is closed and the plan holds everything the law asks for."""
    check_loopt(feiten.dossier)
    if not feiten.intake_afgerond:
        raise Geweigerd("De brede intake is nog niet afgerond (Wi 14, Wi 15).")
    if feiten.ontbreekt:
        delen = "; ".join(f"{deel.tekst} ({voluit(deel.bron[0])})" for deel in feiten.ontbreekt)
        raise Geweigerd(f"Het plan is nog niet compleet. {delen}")
    if feiten.advies_veranderd:
        raise Geweigerd(
            "Er is een ander advies over de leerroute dan toen dit plan begon. Kies eerst "
            "‘Aanvullen uit de intake’."
        )


def check_voorleggen(pip: Pip, *, feiten: Feiten) -> None:
    if pip.status != PipStatus.CONCEPT:
        raise Geweigerd("Alleen een concept kan worden voorgelegd.")
    check_compleet(feiten)


def check_vaststellen(
    pip: Pip,
    *,
    feiten: Feiten,
    door: Medewerker,
    duo_reden: str = "",
    te_laat: TeLaat | None = None,
) -> None:
    """A rule of law refuses; a rule of DUO's contract asks for a reason, and so does being late."""
    if pip.status not in (PipStatus.CONCEPT, PipStatus.TER_VASTSTELLING):
        raise Geweigerd("Dit plan is al vastgesteld.")
    check_compleet(feiten)
    if feiten.vier_ogen:
        check_vier_ogen(
            voorgelegd=pip.status == PipStatus.TER_VASTSTELLING,
            voorgelegd_door_id=pip.voorgelegd_door_id,
            door=door,
            wat="het plan",
        )
    if feiten.duo and not duo_reden.strip():
        wat = " ".join(bevinding.tekst for bevinding in feiten.duo)
        raise Geweigerd(
            f"DUO zal dit plan niet aannemen: {wat} Geef een reden om toch door te gaan.",
            veld="duo_reden",
        )
    check_bekend(feiten.geldend)
    check_wissel(
        pip,
        vorige=next((p for p in feiten.eerder if p.dagtekening and p.pk != pip.pk), None),
        wissel=feiten.wissel,
        op=feiten.op,
        bezwaar_beslist=feiten.bezwaar_beslist,
    )
    check_te_laat(feiten.te_laat_sinds, te_laat)


def check_bekend(geldend: Pip | None) -> None:
    """A plan nobody got cannot be changed or taken back in a letter."""
    besluit = geldend.besluit if geldend else None
    if besluit is not None and besluit.status != BesluitStatus.BEKENDGEMAAKT:
        raise Geweigerd(f"{geldend} is nog niet bekendgemaakt. Doe dat eerst (Awb 3:40).")


def check_te_laat(te_laat_sinds: date | None, te_laat: TeLaat | None) -> None:
    """After the ten weeks the cause is recorded, so that the team can see what holds it up."""
    if te_laat_sinds is None:
        return
    if te_laat is None:
        raise Geweigerd(
            f"De tien weken eindigden op {te_laat_sinds:%d-%m-%Y}. Kies waardoor het later werd.",
            veld="te_laat_oorzaak",
        )
    if te_laat.oorzaak == TeLaatOorzaak.ANDERS and not te_laat.tekst.strip():
        raise Geweigerd("Schrijf op waardoor het later werd.", veld="te_laat_tekst")


def check_bijlage(pip: Pip, document: Document, *, al: Sequence[PipBijlage]) -> None:
    """A PDF of the same dossier, once, and all together not too much for one letter."""
    check_wijzigen(pip)
    check_samen([*(bijlage.document.grootte for bijlage in al), document.grootte])
    if document.inburgeraar_id != pip.inburgeraar_id:
        raise Geweigerd("Dit document hoort bij een ander dossier.", veld="document")
    if document.mime != PDF:
        raise Geweigerd("Alleen een PDF kan bij het plan worden gevoegd.", veld="document")
    if any(bijlage.document.sha256 == document.sha256 for bijlage in al):
        raise Geweigerd("Dit document zit al bij het plan.", veld="document")
    if len(al) >= BIJLAGEN_HOOGSTENS:
        raise Geweigerd(f"Er kunnen hoogstens {BIJLAGEN_HOOGSTENS} bijlagen bij.", veld="document")


def check_toelichten(pip: Pip) -> None:
    if pip.status != PipStatus.VASTGESTELD:
        raise Geweigerd("Alleen bij een vastgesteld plan hoort een toelichting.")
    if pip.ambtshalve:
        raise Geweigerd("De toelichting past niet bij een plan dat zonder de persoon is gemaakt.")


def check_intrekken(pip: Pip, *, reden: str) -> None:
    if pip.status != PipStatus.VASTGESTELD:
        raise Geweigerd("Alleen een vastgesteld plan kan worden ingetrokken.")
    check_loopt(pip.inburgeraar)
    check_bekend(pip)
    check_reden(reden)
