"""An objection to a decision, and what stood still while something was supplied."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from django.db import models
from django.db.models import F, Q, TextChoices

from besluiten.models.besluit import Besluit
from besluiten.models.brief import Brief
from inburgering.beloften import bewijs, een_van, op_volgorde, samen
from inburgering.models import Afspraak
from inburgering.models.zicht import DossierQuerySet
from inburgering.statemachine import Toestandsrij, overgang, toestandsveld
from medewerkers.models import Medewerker, Rij


class BezwaarStatus(TextChoices):
    ONTVANGEN = "ontvangen", "In behandeling"
    BESLIST = "beslist", "Beslist"
    INGETROKKEN = "ingetrokken", "Ingetrokken"


class BezwaarUitkomst(TextChoices):
    GEGROND = "gegrond", "Gegrond"
    GEDEELTELIJK = "gedeeltelijk_gegrond", "Gedeeltelijk gegrond"
    ONGEGROND = "ongegrond", "Ongegrond"
    NIET_ONTVANKELIJK = "niet_ontvankelijk", "Niet-ontvankelijk"


class BezwaarKanaal(TextChoices):
    POST = "post", "Per post"
    BALIE = "balie", "Afgegeven aan de balie"
    DIGITAAL = "digitaal", "Digitaal"


class LaatOordeel(TextChoices):
    VERSCHOONBAAR = "verschoonbaar", "Te verontschuldigen: het bezwaar telt mee"
    NIET_VERSCHOONBAAR = "niet_verschoonbaar", "Niet te verontschuldigen"


class AfzienGrond(TextChoices):
    """Awb 7:3."""

    NIET_ONTVANKELIJK = "niet_ontvankelijk", "Het bezwaar is kennelijk niet-ontvankelijk"
    ONGEGROND = "ongegrond", "Het bezwaar is kennelijk ongegrond"
    WIL_NIET = "wil_niet", "De persoon heeft verklaard niet gehoord te willen worden"
    GEEN_ANTWOORD = "geen_antwoord", "De persoon zei niet op tijd dat hij gehoord wil worden"
    TEGEMOETGEKOMEN = "tegemoetgekomen", "De gemeente komt helemaal tegemoet aan het bezwaar"


UITKOMST_MET_NIEUW_BESLUIT = (BezwaarUitkomst.GEGROND, BezwaarUitkomst.GEDEELTELIJK)


class Bezwaar(Toestandsrij):
    """An objection to one decision.

    `uitkomst` and `motivering` are written beforehand and may change until `beslissing`, the
    decision on the objection, is taken. Whether it came in time is computed from the dates; when it
    did not, `laat_oordeel` says whether that is excusable (Awb 6:11). The person is heard at
    `hoorzitting`, or is not for `afzien_grond` (Awb 7:3).
    """

    pad_naar_dossier: ClassVar[str] = "besluit__inburgeraar"
    pad_naar_persoon: ClassVar[str] = "besluit__inburgeraar__persoon"

    besluit = models.ForeignKey(Besluit, on_delete=models.PROTECT, related_name="bezwaren")
    kenmerk = models.CharField("kenmerk", max_length=40, unique=True)
    ontvangen_op = models.DateField("ontvangen op")
    gepost_op = models.DateField("poststempel", null=True, blank=True)
    kanaal = models.CharField("hoe ontvangen", max_length=8, choices=BezwaarKanaal.choices)
    gronden = models.TextField("gronden", blank=True)
    status = toestandsveld(BezwaarStatus, begin=BezwaarStatus.ONTVANGEN)
    geregistreerd_op = models.DateField("geregistreerd op")
    geregistreerd_door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")
    ontvangstbevestiging = models.OneToOneField(
        Brief, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    commissie = models.BooleanField("met een adviescommissie", default=False)
    verdaagd_op = models.DateField("verdaagd op", null=True, blank=True)
    verdaagd_door = models.ForeignKey(
        Medewerker, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    verdaagd_reden = models.CharField("reden van verdagen", max_length=300, blank=True)
    laat_oordeel = models.CharField(
        "oordeel over te laat", max_length=20, choices=LaatOordeel.choices, blank=True
    )
    laat_reden = models.TextField("waarom wel of niet te verontschuldigen", blank=True)
    hoorzitting = models.OneToOneField(
        Afspraak, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    afzien_grond = models.CharField(
        "waarom niet gehoord", max_length=20, choices=AfzienGrond.choices, blank=True
    )
    afzien_reden = models.CharField("toelichting", max_length=300, blank=True)
    uitkomst = models.CharField(
        "uitkomst", max_length=24, choices=BezwaarUitkomst.choices, blank=True
    )
    motivering = models.TextField("motivering", blank=True)
    beslissing = models.OneToOneField(
        Besluit, on_delete=models.PROTECT, null=True, blank=True, related_name="bezwaar"
    )
    beslist_op = models.DateField("beslist op", null=True, blank=True)
    beslist_door = models.ForeignKey(
        Medewerker, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    ingetrokken_op = models.DateField("ingetrokken op", null=True, blank=True)
    ingetrokken_reden = models.CharField("hoe ingetrokken", max_length=200, blank=True)

    objects: ClassVar = models.Manager.from_queryset(DossierQuerySet)()

    class Meta:
        verbose_name = "bezwaar"
        verbose_name_plural = "bezwaren"
        ordering = ["-ontvangen_op", "-pk"]
        constraints = [
            een_van("bezwaar_status_bekend", "status", BezwaarStatus.values),
            een_van("bezwaar_kanaal_bekend", "kanaal", BezwaarKanaal.values),
            een_van("bezwaar_uitkomst_bekend", "uitkomst", ["", *BezwaarUitkomst.values]),
            een_van("bezwaar_oordeel_bekend", "laat_oordeel", ["", *LaatOordeel.values]),
            een_van("bezwaar_afzien_bekend", "afzien_grond", ["", *AfzienGrond.values]),
            bewijs("bezwaar_beslist_bewezen", "beslist_op", bij=[BezwaarStatus.BESLIST]),
            samen("bezwaar_beslist_door", "beslist_op", "beslist_door"),
            samen("bezwaar_beslist_met_besluit", "beslist_op", "beslissing"),
            models.CheckConstraint(
                name="bezwaar_beslist_gemotiveerd",
                condition=~Q(status=BezwaarStatus.BESLIST) | ~Q(uitkomst="") & ~Q(motivering=""),
            ),
            bewijs(
                "bezwaar_ingetrokken_bewezen", "ingetrokken_op", bij=[BezwaarStatus.INGETROKKEN]
            ),
            samen("bezwaar_verdaagd_door", "verdaagd_op", "verdaagd_door"),
            models.CheckConstraint(
                name="bezwaar_verdaagd_met_reden",
                condition=Q(verdaagd_op=None, verdaagd_reden="")
                | Q(verdaagd_op__isnull=False) & ~Q(verdaagd_reden=""),
            ),
            models.CheckConstraint(
                name="bezwaar_oordeel_met_reden",
                condition=Q(laat_oordeel="", laat_reden="")
                | ~Q(laat_oordeel="") & ~Q(laat_reden=""),
            ),
            models.CheckConstraint(
                name="bezwaar_gepost_voor_ontvangst",
                condition=Q(gepost_op=None) | Q(gepost_op__lte=F("ontvangen_op")),
            ),
            models.UniqueConstraint(
                fields=["besluit"],
                name="bezwaar_een_open_per_besluit",
                condition=Q(status=BezwaarStatus.ONTVANGEN),
            ),
        ]
        indexes = [models.Index(fields=["status", "-ontvangen_op"], name="bezwaar_lijst")]

    def __str__(self) -> str:
        return self.kenmerk

    @property
    def in_behandeling(self) -> bool:
        return bool(self.status == BezwaarStatus.ONTVANGEN)

    @property
    def sleutel(self) -> str:
        """Tells the term for this decision apart from that for another objection."""
        return f"bezwaar {self.pk}"

    @overgang(van=BezwaarStatus.ONTVANGEN, naar=BezwaarStatus.BESLIST)
    def beslissen(self, *, op: date, door: Medewerker, beslissing: Besluit) -> None:
        self.beslist_op, self.beslist_door, self.beslissing = op, door, beslissing

    @overgang(van=BezwaarStatus.ONTVANGEN, naar=BezwaarStatus.INGETROKKEN)
    def intrekken(self, *, op: date, reden: str) -> None:
        """In writing, or said at the hearing (Awb 6:21)."""
        self.ingetrokken_op, self.ingetrokken_reden = op, reden


class Verzuim(Rij):
    """Something that is missing and that the person may still supply (Awb 6:6).

    The term for the decision stands still from the day after `gevraagd_op` until `hersteld_op`, or
    through `uiterlijk_op` when nothing came.
    """

    pad_naar_dossier: ClassVar[str] = "bezwaar__besluit__inburgeraar"
    pad_naar_persoon: ClassVar[str] = "bezwaar__besluit__inburgeraar__persoon"

    bezwaar = models.ForeignKey(Bezwaar, on_delete=models.PROTECT, related_name="verzuimen")
    wat = models.TextField("wat ontbreekt")
    gevraagd_op = models.DateField("gevraagd op")
    uiterlijk_op = models.DateField("uiterlijk op")
    hersteld_op = models.DateField("hersteld op", null=True, blank=True)

    objects: ClassVar = models.Manager.from_queryset(DossierQuerySet)()

    class Meta:
        verbose_name = "verzuim"
        verbose_name_plural = "verzuimen"
        ordering = ["gevraagd_op", "pk"]
        constraints = [
            op_volgorde("verzuim_termijn_op_volgorde", "gevraagd_op", "uiterlijk_op"),
            op_volgorde("verzuim_hersteld_op_volgorde", "gevraagd_op", "hersteld_op"),
            models.UniqueConstraint(fields=["bezwaar", "gevraagd_op"], name="verzuim_een_per_dag"),
        ]

    def __str__(self) -> str:
        return f"verzuim {self.gevraagd_op:%d-%m-%Y}"

    def loopt_op(self, dag: date) -> bool:
        """Whether the person may still supply it on this day."""
        return self.hersteld_op is None and dag <= self.uiterlijk_op
