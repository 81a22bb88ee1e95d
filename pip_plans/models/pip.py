"""The PIP in versions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q, TextChoices

from besluiten.models import Besluit
from inburgering.beloften import bewijs, een_van, samen
from inburgering.models import Inburgeraar
from inburgering.models.duo import LEERROUTES, NIVEAUS
from inburgering.models.zicht import DossierRij
from inburgering.statemachine import Toestandsrij, overgang, toestandsveld
from leerroutes.enums import Beperking
from medewerkers.models import Medewerker
from pip_plans.enums import WISSEL, Aanleiding, TeLaatOorzaak, Voortgangsreden
from wet.leerroutes import (
    Alfabetiseringsonderwijs,
    Examenonderdeel,
    Leerroute,
    Niveau,
    Uitzondering,
)
from wet.pip import Opname

ALFABETISERING = [(soort.value, soort.label) for soort in Alfabetiseringsonderwijs]
OPNAMES = [
    (Opname.OPGENOMEN.value, "Ja, hieronder beschreven"),
    (Opname.NIET_VAN_TOEPASSING.value, "Niet van toepassing"),
]

UITZONDERINGEN = [
    (Uitzondering.BIJZONDER_GEVAL.value, "Bijzonder geval"),
    (Uitzondering.NA_OPLEIDING.value, "Na een opleiding zonder vrijstelling die later eindigde"),
]


class PipStatus(TextChoices):
    CONCEPT = "concept", "Concept"
    TER_VASTSTELLING = "ter_vaststelling", "Ter vaststelling"
    VASTGESTELD = "vastgesteld", "Vastgesteld"
    VERVANGEN = "vervangen", "Vervangen door een nieuwe versie"
    INGETROKKEN = "ingetrokken", "Ingetrokken"


@dataclass(frozen=True, kw_only=True)
class TeLaat:
    """Why the ten weeks were not met."""

    oorzaak: TeLaatOorzaak
    tekst: str = ""


BESLOTEN = [PipStatus.VASTGESTELD, PipStatus.VERVANGEN, PipStatus.INGETROKKEN]


class Pip(DossierRij, Toestandsrij):
    """One version of the plan. Once established it is a decision and its content stands.

    `dagtekening` is the date of this version; the three years keep hanging on
    `dagtekening_initieel`, that of the first (Wi 11.3). Hours are whole hours: `leerroute_uren` of
    the route in all, `aftrek_uren` of lessons followed in a former route that count for the
    Z-route, `pvt_uren`, `map_uren` and `participatie_uren` as the plan promises them.

    `cursusnorm`, `beperking` and what goes with them: fewer course hours than the law asks, or
    skills without lessons, in the Z-route only (B26 3.14.8).

    `afgeschaald` names the exam parts that stand at A2; only the act `afschalen` changes it.

    `voortgang` and what follows it hold what the college judged when it changed the route or
    stepped parts down; they are of this version only.

    `advies` and `advies_uitleg` are the advice as it was when the plan was last filled from the
    intake: the plan is printed with the advice it was weighed against. `ambtshalve`: the intake was
    completed in absence (Wi 14.2). `te_laat_oorzaak` is set when the ten weeks were over.
    """

    inburgeraar = models.ForeignKey(Inburgeraar, on_delete=models.PROTECT, related_name="pips")
    versienummer = models.PositiveSmallIntegerField("versie van het plan")
    status = toestandsveld(PipStatus, begin=PipStatus.CONCEPT)

    leerroute = models.CharField("leerroute", max_length=1, choices=LEERROUTES, blank=True)
    niveau = models.CharField("taalniveau", max_length=2, choices=NIVEAUS, blank=True)
    afgeschaald = ArrayField(
        models.CharField(max_length=2), verbose_name="afgeschaald naar A2", default=list, blank=True
    )
    leerroute_uren = models.PositiveSmallIntegerField(
        "uren van de leerroute", null=True, blank=True
    )
    aftrek_uren = models.PositiveSmallIntegerField(
        "uren die al meetellen (Z-route)", null=True, blank=True
    )
    beperking = models.CharField(
        "minder lessen door een beperking", max_length=8, choices=Beperking.choices, blank=True
    )
    cursusnorm = models.PositiveSmallIntegerField("lagere cursusnorm", null=True, blank=True)
    overgeslagen = ArrayField(
        models.CharField(max_length=2),
        verbose_name="overgeslagen vaardigheden",
        default=list,
        blank=True,
    )
    beperking_tekst = models.TextField("waarom minder lessen", blank=True)
    pvt_uren = models.PositiveSmallIntegerField("uren PVT", null=True, blank=True)
    map_uren = models.PositiveSmallIntegerField("praktijkuren MAP", null=True, blank=True)
    voortgangsgesprekken = models.PositiveSmallIntegerField(
        "aantal voortgangsgesprekken", null=True, blank=True
    )
    uren_per_week = models.PositiveSmallIntegerField("lesuren per week", null=True, blank=True)
    participatie_uren = models.PositiveSmallIntegerField(
        "uren participatie (Z-route)", null=True, blank=True
    )
    gesprek_weken = models.PositiveSmallIntegerField(
        "weken tussen twee voortgangsgesprekken", null=True, blank=True
    )
    alfabetisering = models.CharField(
        "alfabetisering", max_length=3, choices=ALFABETISERING, blank=True
    )
    opleiding_afmaken = models.BooleanField("mag een opleiding eerst afmaken", default=False)
    motivering = models.TextField("waarom deze leerroute", blank=True)
    afwijking = models.TextField("waarom anders dan het advies", blank=True)
    doel = models.TextField("waar deze persoon naartoe werkt", blank=True)
    omstandigheden = models.TextField("persoonlijke omstandigheden", blank=True)
    zienswijze = models.TextField("wat deze persoon van het plan vindt", blank=True)
    participatie = models.TextField("meedoen: werk, stage, vrijwilligerswerk", blank=True)
    begeleiding = models.TextField("begeleiding en ondersteuning", blank=True)
    maatschappelijke_begeleiding = models.TextField("maatschappelijke begeleiding", blank=True)
    ontzorgen = models.TextField("afspraken over ontzorgen", blank=True)
    wmo = models.TextField("ondersteuning vanuit de Wmo", blank=True)
    vve = models.CharField("afspraken over VVE", max_length=20, choices=OPNAMES, blank=True)
    vve_tekst = models.TextField("welke afspraken over VVE", blank=True)
    participatiewet = models.CharField(
        "besluiten op grond van de Participatiewet", max_length=20, choices=OPNAMES, blank=True
    )
    participatiewet_tekst = models.TextField("welke besluiten", blank=True)
    examenwens_z = models.CharField(
        "wens om examen te doen (Z-route)", max_length=20, choices=OPNAMES, blank=True
    )

    aanleiding = models.CharField(
        "aanleiding", max_length=12, choices=Aanleiding.choices, default=Aanleiding.EERSTE
    )
    aanleiding_tekst = models.TextField("wat er is veranderd", blank=True)
    voortgang = models.CharField(
        "voortgang in de leerroute", max_length=8, choices=Voortgangsreden.choices, blank=True
    )
    uitzondering = models.CharField(
        "uitzondering na anderhalf jaar", max_length=16, choices=UITZONDERINGEN, blank=True
    )
    inspanning_genoeg = models.BooleanField("genoeg inspanning", null=True, blank=True)
    b1_haalbaar = models.BooleanField("B1 nog haalbaar", null=True, blank=True)
    wissel_motivering = models.TextField("waarom schakelen of afschalen", blank=True)
    ambtshalve = models.BooleanField("gemaakt zonder medewerking", default=False)
    advies = models.CharField(
        "leerroute volgens het advies", max_length=1, choices=LEERROUTES, blank=True
    )
    advies_uitleg = ArrayField(models.TextField(), default=list, blank=True)
    te_laat_oorzaak = models.CharField(
        "oorzaak van te laat", max_length=12, choices=TeLaatOorzaak.choices, blank=True
    )
    te_laat_tekst = models.CharField("uitleg bij te laat", max_length=300, blank=True)

    voorgelegd_op = models.DateField("voorgelegd op", null=True, blank=True)
    voorgelegd_door = models.ForeignKey(
        Medewerker, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    dagtekening = models.DateField("dagtekening", null=True, blank=True)
    dagtekening_initieel = models.DateField("dagtekening van het eerste PIP", null=True, blank=True)
    vastgesteld_op = models.DateField("vastgesteld op", null=True, blank=True)
    vastgesteld_door = models.ForeignKey(
        Medewerker, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    besluit = models.OneToOneField(
        Besluit, on_delete=models.PROTECT, null=True, blank=True, related_name="pip"
    )
    ingetrokken_op = models.DateField("ingetrokken op", null=True, blank=True)
    reden = models.TextField("waarom ingetrokken", blank=True)
    intrekkingsbesluit = models.OneToOneField(
        Besluit, on_delete=models.PROTECT, null=True, blank=True, related_name="ingetrokken_pip"
    )

    class Meta:
        verbose_name = "PIP"
        verbose_name_plural = "PIP's"
        ordering = ["inburgeraar", "-versienummer"]
        constraints = [
            een_van("pip_status_bekend", "status", PipStatus.values),
            een_van("pip_aanleiding_bekend", "aanleiding", Aanleiding.values),
            een_van("pip_oorzaak_bekend", "te_laat_oorzaak", ["", *TeLaatOorzaak.values]),
            een_van(
                "pip_alfabetisering_bekend",
                "alfabetisering",
                ["", *(a.value for a in Alfabetiseringsonderwijs)],
            ),
            een_van("pip_advies_bekend", "advies", ["", *(r.value for r in Leerroute)]),
            models.CheckConstraint(
                name="pip_afgeschaald_bekend",
                condition=Q(afgeschaald__contained_by=[deel.value for deel in Examenonderdeel]),
            ),
            een_van("pip_leerroute_bekend", "leerroute", ["", *(r.value for r in Leerroute)]),
            models.CheckConstraint(
                name="pip_wissel_met_motivering",
                condition=~Q(aanleiding__in=WISSEL) | ~Q(wissel_motivering=""),
            ),
            een_van("pip_beperking_bekend", "beperking", ["", *Beperking.values]),
            models.CheckConstraint(
                name="pip_overgeslagen_bekend",
                condition=Q(overgeslagen__contained_by=[deel.value for deel in Examenonderdeel]),
            ),
            een_van("pip_voortgang_bekend", "voortgang", ["", *Voortgangsreden.values]),
            een_van(
                "pip_uitzondering_bekend",
                "uitzondering",
                ["", *(waarde for waarde, _ in UITZONDERINGEN)],
            ),
            models.UniqueConstraint(
                fields=["inburgeraar", "versienummer"], name="pip_versienummer_uniek"
            ),
            models.UniqueConstraint(
                fields=["inburgeraar"],
                name="pip_een_vastgesteld",
                condition=Q(status=PipStatus.VASTGESTELD),
            ),
            models.UniqueConstraint(
                fields=["inburgeraar"],
                name="pip_een_in_voorbereiding",
                condition=Q(status__in=[PipStatus.CONCEPT, PipStatus.TER_VASTSTELLING]),
            ),
            bewijs(
                "pip_vastgesteld_bewezen",
                "vastgesteld_op",
                "dagtekening",
                "dagtekening_initieel",
                "besluit",
                bij=BESLOTEN,
            ),
            samen("pip_vastgesteld_door", "vastgesteld_op", "vastgesteld_door"),
            samen("pip_voorgelegd_door", "voorgelegd_op", "voorgelegd_door"),
            bewijs(
                "pip_ingetrokken_bewezen",
                "ingetrokken_op",
                bij=[PipStatus.INGETROKKEN],
                tekst=["reden"],
            ),
            models.CheckConstraint(
                name="pip_intrekkingsbesluit_bij_ingetrokken",
                condition=Q(intrekkingsbesluit=None) | Q(status=PipStatus.INGETROKKEN),
            ),
            models.CheckConstraint(
                name="pip_voorgelegd_bewezen",
                condition=~Q(status=PipStatus.TER_VASTSTELLING) | Q(voorgelegd_op__isnull=False),
            ),
            models.CheckConstraint(
                name="pip_initieel_niet_later",
                condition=Q(dagtekening=None)
                | Q(dagtekening_initieel__lte=models.F("dagtekening")),
            ),
        ]

    def __str__(self) -> str:
        return f"PIP versie {self.versienummer}"

    @property
    def niveaus(self) -> dict[Examenonderdeel, Niveau]:
        """The exam parts that stand at another level than B1, as `wet.leerroutes.eisen` asks."""
        return {Examenonderdeel(deel): Niveau.A2 for deel in self.afgeschaald}

    @overgang(van=PipStatus.CONCEPT, naar=PipStatus.TER_VASTSTELLING)
    def voorleggen(self, *, op: date, door: Medewerker) -> None:
        """Ready for a second pair of eyes."""
        self.voorgelegd_op, self.voorgelegd_door = op, door

    @overgang(van=PipStatus.TER_VASTSTELLING, naar=PipStatus.CONCEPT)
    def terugnemen(self) -> None:
        self.voorgelegd_op = self.voorgelegd_door = None

    @overgang(van=[PipStatus.CONCEPT, PipStatus.TER_VASTSTELLING], naar=PipStatus.VASTGESTELD)
    def vaststellen(
        self,
        *,
        op: date,
        door: Medewerker,
        besluit: Besluit,
        dagtekening_initieel: date,
        te_laat: TeLaat | None = None,
        ambtshalve: bool = False,
    ) -> None:
        self.ambtshalve = ambtshalve
        if te_laat:
            self.te_laat_oorzaak, self.te_laat_tekst = te_laat.oorzaak, te_laat.tekst
        self.vastgesteld_op, self.vastgesteld_door = op, door
        self.besluit, self.dagtekening = besluit, besluit.dagtekening
        self.dagtekening_initieel = dagtekening_initieel

    @overgang(van=PipStatus.VASTGESTELD, naar=PipStatus.VERVANGEN)
    def vervangen(self) -> None:
        """A newer version was established."""

    @overgang(van=PipStatus.VASTGESTELD, naar=PipStatus.INGETROKKEN)
    def intrekken(self, *, op: date, reden: str, besluit: Besluit) -> None:
        self.ingetrokken_op, self.reden, self.intrekkingsbesluit = op, reden, besluit


INHOUD: tuple[str, ...] = (
    "leerroute",
    "niveau",
    "afgeschaald",
    "motivering",
    "afwijking",
    "doel",
    "omstandigheden",
    "zienswijze",
    "leerroute_uren",
    "uren_per_week",
    "aftrek_uren",
    "beperking",
    "cursusnorm",
    "overgeslagen",
    "beperking_tekst",
    "alfabetisering",
    "opleiding_afmaken",
    "examenwens_z",
    "pvt_uren",
    "map_uren",
    "participatie_uren",
    "participatie",
    "voortgangsgesprekken",
    "gesprek_weken",
    "begeleiding",
    "maatschappelijke_begeleiding",
    "ontzorgen",
    "wmo",
    "vve",
    "vve_tekst",
    "participatiewet",
    "participatiewet_tekst",
    "aanleiding",
    "aanleiding_tekst",
)
"""The fields a consulent writes, in the order of the form and the letter."""

VAN_DEZE_VERSIE = ("aanleiding", "aanleiding_tekst", "zienswijze", "afwijking")
"""What a next version does not take over: it says why this version is there."""


def inhoud_van(pip: Pip) -> dict[str, Any]:
    return {veld: getattr(pip, veld) for veld in INHOUD}
