"""The case of a person, and who may see it when it is closed to others."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from django.db import models

from inburgering.beloften import bewijs, een_van
from inburgering.enums import BeeindigReden, DossierStatus, Regime
from inburgering.models.persoon import Persoon
from inburgering.models.zicht import DossierQuerySet, DossierRij
from inburgering.statemachine import Toestandsrij, overgang, toestandsveld
from medewerkers.models import Medewerker, Partnerorganisatie, Rij
from wet.doelgroepen import Doelgroep

DOELGROEPEN = [(doelgroep.value, doelgroep.label) for doelgroep in Doelgroep]


class Nummerreeks(models.Model):
    """The last dossier number of a year; the row is locked to give out the next one."""

    jaar = models.PositiveSmallIntegerField(primary_key=True)
    laatste = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = "nummerreeks"
        verbose_name_plural = "nummerreeksen"

    def __str__(self) -> str:
        return f"{self.jaar}: {self.laatste}"


class Inburgeraar(Toestandsrij):
    """A person the municipality guides. A V-nummer is enough to open it; a BSN may come later.

    `wordt_gehuisvest`: the municipality must find this person a home (Huisvestingswet 28), so
    schakel 2 applies and OOV may see the housing part. `bij_jurist`: a decision was contested, so
    the jurist may see it from then on. `gesloten`: only named colleagues see it.
    """

    pad_naar_dossier: ClassVar[str] = ""
    pad_naar_persoon: ClassVar[str] = "persoon"

    dossiernummer = models.CharField("dossiernummer", max_length=12, unique=True)
    persoon = models.OneToOneField(Persoon, on_delete=models.PROTECT, related_name="inburgeraar")
    regime = models.CharField("stelsel", max_length=6, choices=Regime.choices)
    doelgroep = models.CharField("doelgroep", max_length=10, choices=DOELGROEPEN)
    wordt_gehuisvest = models.BooleanField("wordt door de gemeente gehuisvest", default=False)
    bij_jurist = models.BooleanField("aan de jurist voorgelegd", default=False)
    consulent = models.ForeignKey(
        Medewerker,
        verbose_name="consulent",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="caseload",
    )
    partner = models.ForeignKey(
        Partnerorganisatie,
        verbose_name="toegewezen aan partner",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="clienten",
    )
    status = toestandsveld(DossierStatus, begin=DossierStatus.ACTIEF)
    geopend_op = models.DateField("geopend op")
    opgeschort_op = models.DateField("opgeschort op", null=True, blank=True)
    voltooid_op = models.DateField("voltooid op", null=True, blank=True)
    beeindigd_op = models.DateField("beëindigd op", null=True, blank=True)
    beeindigd_reden = models.CharField(
        "reden van beëindigen", max_length=12, choices=BeeindigReden.choices, blank=True
    )
    gesloten = models.BooleanField("gesloten dossier", default=False)

    objects: ClassVar = models.Manager.from_queryset(DossierQuerySet)()

    class Meta:
        verbose_name = "dossier"
        verbose_name_plural = "dossiers"
        indexes = [
            models.Index(fields=["consulent", "status"], name="inburgeraar_caseload"),
            models.Index(fields=["-geopend_op", "-id"], name="inburgeraar_nieuwste"),
        ]
        constraints = [
            een_van("inburgeraar_status_bekend", "status", DossierStatus.values),
            een_van("inburgeraar_regime_bekend", "regime", Regime.values),
            een_van("inburgeraar_doelgroep_bekend", "doelgroep", [d.value for d in Doelgroep]),
            bewijs(
                "inburgeraar_opgeschort_bewezen", "opgeschort_op", bij=[DossierStatus.OPGESCHORT]
            ),
            bewijs("inburgeraar_voltooid_bewezen", "voltooid_op", bij=[DossierStatus.VOLTOOID]),
            bewijs(
                "inburgeraar_beeindigd_bewezen",
                "beeindigd_op",
                bij=[DossierStatus.BEEINDIGD],
                tekst=["beeindigd_reden"],
            ),
        ]

    def __str__(self) -> str:
        return self.dossiernummer

    @property
    def loopt(self) -> bool:
        """Guided now: tasks and terms are alive."""
        return bool(self.status == DossierStatus.ACTIEF)

    @overgang(van=DossierStatus.ACTIEF, naar=DossierStatus.OPGESCHORT)
    def opschorten(self, *, op: date) -> None:
        """A temporary vrijstelling rests the case; terms stand still until `hervatten`."""
        self.opgeschort_op = op

    @overgang(
        van=[DossierStatus.OPGESCHORT, DossierStatus.BEEINDIGD, DossierStatus.VOLTOOID],
        naar=DossierStatus.ACTIEF,
    )
    def hervatten(self) -> None:
        """The plicht revives, or the record was ended by mistake."""
        self.opgeschort_op = self.voltooid_op = self.beeindigd_op = None
        self.beeindigd_reden = ""

    @overgang(van=DossierStatus.ACTIEF, naar=DossierStatus.VOLTOOID)
    def voltooien(self, *, op: date) -> None:
        """DUO decided that the plicht is met."""
        self.voltooid_op = op

    @overgang(van=[DossierStatus.ACTIEF, DossierStatus.OPGESCHORT], naar=DossierStatus.BEEINDIGD)
    def beeindigen(self, *, op: date, reden: BeeindigReden) -> None:
        self.opgeschort_op = None
        self.beeindigd_op = op
        self.beeindigd_reden = reden


class DossierToegang(DossierRij, Rij):
    """A colleague named on a closed dossier."""

    inburgeraar = models.ForeignKey(Inburgeraar, on_delete=models.CASCADE, related_name="toegangen")
    medewerker = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="toegangen")

    class Meta:
        verbose_name = "toegang tot een gesloten dossier"
        constraints = [
            models.UniqueConstraint(
                fields=["inburgeraar", "medewerker"], name="toegang_een_keer_per_medewerker"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.inburgeraar}: {self.medewerker}"
