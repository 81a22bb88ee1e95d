"""A letter that is no decision."""

from __future__ import annotations

from datetime import date

from django.db import models
from django.db.models import F, Q, TextChoices

from inburgering.beloften import bewijs, een_van, samen
from inburgering.models import Document, Inburgeraar
from inburgering.models.zicht import DossierRij
from inburgering.statemachine import Toestandsrij, overgang, toestandsveld
from medewerkers.models import Medewerker


class BriefSoort(TextChoices):
    OPROEP = "oproep", "Oproep"
    TOETS = "toets", "Uitnodiging leerbaarheidstoets"
    TOELICHTING = "toelichting", "Toelichting in eigen taal"
    ONTVANGST_BEZWAAR = "bezwaar_ontvangst", "Ontvangstbevestiging bezwaar"
    UITNODIGING = "uitnodiging", "Uitnodiging"
    AANBOD = "aanbod", "Inburgeringsaanbod"
    VERKLARING = "verklaring", "Verklaring van het college"
    BEGELEIDINGSPLAN = "begeleidingsplan", "Begeleidingsplan"
    OVERDRACHT = "overdracht", "Gegevens voor de volgende gemeente"
    ONTZORGEN_START = "ontzorgen_start", "Wat de gemeente voor u betaalt"
    ONTZORGEN_EINDE = "ontzorgen_einde", "Einde van het betalen door de gemeente"
    CREDITEUR = "crediteur", "Bericht aan een crediteur"
    OVERIG = "overig", "Andere brief"


class BriefStatus(TextChoices):
    GEMAAKT = "gemaakt", "Gemaakt, nog niet verzonden"
    VERZONDEN = "verzonden", "Verzonden"


class Verzending(TextChoices):
    UITGEREIKT = "uitgereikt", "Uitgereikt"
    POST = "post", "Per post verzonden"
    DIGITAAL = "digitaal", "Digitaal verzonden"


class Brief(DossierRij, Toestandsrij):
    """A letter as it was made: its PDF is made once and never again.

    A letter does nothing in law by itself; what follows from sending it (a summons that counts, an
    invitation) is for the room that had it made.
    """

    inburgeraar = models.ForeignKey(Inburgeraar, on_delete=models.PROTECT, related_name="brieven")
    soort = models.CharField("soort", max_length=20, choices=BriefSoort.choices)
    kenmerk = models.CharField("kenmerk", max_length=60, unique=True)
    titel = models.CharField("titel", max_length=120)
    dagtekening = models.DateField("dagtekening")
    document = models.OneToOneField(Document, on_delete=models.PROTECT, related_name="brief")
    gemaakt_op = models.DateField("gemaakt op")
    gemaakt_door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")
    status = toestandsveld(BriefStatus, begin=BriefStatus.GEMAAKT)
    verzonden_op = models.DateField("verzonden op", null=True, blank=True)
    verzonden_door = models.ForeignKey(
        Medewerker, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    verzending = models.CharField(
        "wijze van verzending", max_length=12, choices=Verzending.choices, blank=True
    )

    class Meta:
        verbose_name = "brief"
        verbose_name_plural = "brieven"
        ordering = ["-dagtekening", "-pk"]
        constraints = [
            een_van("brief_soort_bekend", "soort", BriefSoort.values),
            een_van("brief_status_bekend", "status", BriefStatus.values),
            een_van("brief_verzending_bekend", "verzending", ["", *Verzending.values]),
            bewijs(
                "brief_verzending_bewezen",
                "verzonden_op",
                bij=[BriefStatus.VERZONDEN],
                tekst=["verzending"],
            ),
            samen("brief_verzonden_door", "verzonden_op", "verzonden_door"),
            models.CheckConstraint(
                name="brief_verzonden_niet_voor_dagtekening",
                condition=Q(verzonden_op=None) | Q(verzonden_op__gte=F("dagtekening")),
            ),
        ]

    def __str__(self) -> str:
        return self.kenmerk

    @overgang(van=BriefStatus.GEMAAKT, naar=BriefStatus.VERZONDEN)
    def verzenden(self, *, op: date, door: Medewerker, wijze: Verzending) -> None:
        self.verzonden_op, self.verzonden_door, self.verzending = op, door, wijze
