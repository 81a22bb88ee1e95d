"""A decision as it was taken."""

from __future__ import annotations

from datetime import date

from django.db import models
from django.db.models import F, Q, TextChoices

from inburgering.beloften import bewijs, een_van, samen
from inburgering.models import Document, Inburgeraar
from inburgering.models.zicht import DossierRij
from inburgering.statemachine import Toestandsrij, overgang, toestandsveld
from medewerkers.models import Medewerker


class BesluitSoort(TextChoices):
    PIP = "pip", "PIP"
    INTREKKING = "intrekking", "Intrekking van het PIP"
    BEZWAAR = "bezwaar", "Beslissing op bezwaar"


class BesluitStatus(TextChoices):
    GENOMEN = "genomen", "Genomen, nog niet bekendgemaakt"
    BEKENDGEMAAKT = "bekendgemaakt", "Bekendgemaakt"


class Bekendmaking(TextChoices):
    UITGEREIKT = "uitgereikt", "Uitgereikt"
    VERZONDEN = "verzonden", "Per post verzonden"
    DIGITAAL = "digitaal", "Digitaal verzonden"
    ONBEKEND = "onbekend", "Wijze niet bekend"


ZELF_TE_KIEZEN = [wijze for wijze in Bekendmaking if wijze != Bekendmaking.ONBEKEND]


"""Who makes a decision known, knows how; of a decision taken over it may not be known."""


class Besluit(DossierRij, Toestandsrij):
    """A decision as it was taken: its PDF is made once and never again.

    `dagtekening` is the date on it; it does not work before `bekendgemaakt_op` (Awb 3:40), from
    which the objection term runs. `overgenomen`: taken on paper before this system was there, so
    its letter is kept elsewhere; `genomen_op` and `genomen_door` then say who recorded it here.
    """

    inburgeraar = models.ForeignKey(Inburgeraar, on_delete=models.PROTECT, related_name="besluiten")
    soort = models.CharField("soort", max_length=12, choices=BesluitSoort.choices)
    kenmerk = models.CharField("kenmerk", max_length=40, unique=True)
    dagtekening = models.DateField("dagtekening")
    genomen_op = models.DateField("genomen op")
    genomen_door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")
    document = models.OneToOneField(
        Document, on_delete=models.PROTECT, related_name="besluit", null=True, blank=True
    )
    overgenomen = models.BooleanField("op papier genomen vóór dit systeem", default=False)
    status = toestandsveld(BesluitStatus, begin=BesluitStatus.GENOMEN)
    bekendgemaakt_op = models.DateField("bekendgemaakt op", null=True, blank=True)
    bekendgemaakt_door = models.ForeignKey(
        Medewerker, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    bekendmaking = models.CharField(
        "wijze van bekendmaking", max_length=12, choices=Bekendmaking.choices, blank=True
    )

    class Meta:
        verbose_name = "besluit"
        verbose_name_plural = "besluiten"
        ordering = ["-dagtekening", "-pk"]
        constraints = [
            een_van("besluit_soort_bekend", "soort", BesluitSoort.values),
            een_van("besluit_status_bekend", "status", BesluitStatus.values),
            bewijs(
                "besluit_bekendmaking_bewezen",
                "bekendgemaakt_op",
                bij=[BesluitStatus.BEKENDGEMAAKT],
                tekst=["bekendmaking"],
            ),
            samen("besluit_bekendgemaakt_door", "bekendgemaakt_op", "bekendgemaakt_door"),
            models.CheckConstraint(
                name="besluit_bekend_niet_voor_dagtekening",
                condition=Q(bekendgemaakt_op=None) | Q(bekendgemaakt_op__gte=F("dagtekening")),
            ),
            models.CheckConstraint(
                name="besluit_met_document_of_overgenomen",
                condition=Q(overgenomen=True) | Q(document__isnull=False),
            ),
            models.CheckConstraint(
                name="besluit_wijze_bekend_of_overgenomen",
                condition=Q(overgenomen=True) | ~Q(bekendmaking=Bekendmaking.ONBEKEND),
            ),
        ]

    def __str__(self) -> str:
        return self.kenmerk

    @overgang(van=BesluitStatus.GENOMEN, naar=BesluitStatus.BEKENDGEMAAKT)
    def bekendmaken(self, *, op: date, door: Medewerker, wijze: Bekendmaking) -> None:
        self.bekendgemaakt_op, self.bekendgemaakt_door, self.bekendmaking = op, door, wijze
