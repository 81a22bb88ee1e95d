"""What the province asks, what was done before us, and what others say about the count.

Who counts is nowhere stored: it follows from handovers and registrations (`queries`).
"""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import IntegerRangeField, RangeOperators
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Func, IntegerChoices, Q
from django.db.models.functions import Mod

from inburgering.beloften import een_van, op_volgorde, samen
from inburgering.models import Persoon
from medewerkers.models import Medewerker, Rij
from wet.taakstelling import Tijdvak

EERSTE_JAAR, LAATSTE_JAAR = 2000, 2100


class Helft(IntegerChoices):
    HEEL_JAAR = 0, "Heel jaar (verdeling niet bekend)"
    EERSTE = 1, "1e helft"
    TWEEDE = 2, "2e helft"


def _halfjaren() -> Func:
    """The half years that a period covers, as a range: a whole year is two of them."""
    jaar, helft = F("jaar"), F("helft")
    return Func(
        jaar * 2 + helft / 2,
        jaar * 2 + 2 - Mod(helft, 2),
        function="INT4RANGE",
        output_field=IntegerRangeField(),
    )


class Opgave(Rij):
    """How many people the province asks to house in a period.

    `landelijk` and the inhabitants, when filled, let the number be checked against the law.
    `uiterlijk_op` is a day of its own for what is still open of this period.
    """

    geen_persoon = "aantal dat de provincie vraagt"

    jaar = models.PositiveSmallIntegerField(
        "jaar", validators=[MinValueValidator(EERSTE_JAAR), MaxValueValidator(LAATSTE_JAAR)]
    )
    helft = models.PositiveSmallIntegerField("helft", choices=Helft.choices)
    aantal = models.PositiveIntegerField("aantal mensen")
    bron = models.CharField("bron", max_length=200)
    landelijk = models.PositiveIntegerField("landelijk aantal", null=True, blank=True)
    inwoners_gemeente = models.PositiveIntegerField("inwoners gemeente", null=True, blank=True)
    inwoners_nederland = models.PositiveIntegerField("inwoners Nederland", null=True, blank=True)
    uiterlijk_op = models.DateField("uiterlijk op", null=True, blank=True)

    class Meta:
        verbose_name = "opgave"
        verbose_name_plural = "opgaven"
        ordering = ["jaar", "helft"]
        constraints = [
            een_van("opgave_helft_bekend", "helft", Helft.values),
            models.CheckConstraint(
                name="opgave_jaar_mogelijk",
                condition=Q(jaar__range=(EERSTE_JAAR, LAATSTE_JAAR)),
            ),
            samen("opgave_som_volledig", "landelijk", "inwoners_gemeente", "inwoners_nederland"),
            models.CheckConstraint(
                name="opgave_gemeente_niet_groter_dan_land",
                condition=Q(inwoners_nederland=None)
                | Q(inwoners_nederland__gt=0, inwoners_nederland__gte=F("inwoners_gemeente")),
            ),
            ExclusionConstraint(
                name="opgave_tijdvak_een_keer",
                expressions=[(_halfjaren(), RangeOperators.OVERLAPS)],
            ),
        ]

    def __str__(self) -> str:
        return f"opgave {self.tijdvak}"

    @property
    def tijdvak(self) -> Tijdvak:
        return Tijdvak(jaar=self.jaar, helft=self.helft)


class Beginstand(Rij):
    """How many were housed up to and including `op`, without persons. One row.

    Whoever was housed on or before that day is in it, and does not count again.
    """

    geen_persoon = "aantal zonder personen"

    op = models.DateField("tot en met")
    aantal = models.PositiveIntegerField("aantal gehuisveste mensen")
    bron = models.CharField("bron", max_length=200)

    class Meta:
        verbose_name = "beginstand"
        constraints = [models.CheckConstraint(name="beginstand_een_rij", condition=Q(pk=1))]

    def __str__(self) -> str:
        return f"beginstand tot en met {self.op:%d-%m-%Y}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.pk = 1
        super().save(*args, **kwargs)


class Correctie(Rij):
    """What the province added to the count or took off, from `op`.

    With a person it says whether this one counts from that day: 1 does, -1 does not.
    """

    pad_naar_persoon: ClassVar[str] = "persoon"

    op = models.DateField("vanaf")
    aantal = models.SmallIntegerField("aantal")
    reden = models.CharField("reden", max_length=200)
    persoon = models.ForeignKey(
        Persoon, on_delete=models.PROTECT, null=True, blank=True, related_name="correcties"
    )

    class Meta:
        verbose_name = "correctie"
        verbose_name_plural = "correcties"
        ordering = ["op", "pk"]
        constraints = [
            models.CheckConstraint(name="correctie_niet_nul", condition=~Q(aantal=0)),
            models.CheckConstraint(
                name="correctie_van_een_persoon_is_een",
                condition=Q(persoon=None) | Q(aantal__in=[-1, 1]),
            ),
            models.CheckConstraint(name="correctie_met_reden", condition=~Q(reden="")),
        ]

    def __str__(self) -> str:
        return f"correctie {self.pk}"


class CoaTelling(Rij):
    """Who was housed here according to COA, from `vanaf_op` up to and including `peil_op`.

    Without `vanaf_op` the list goes back as far as COA counts.
    """

    pad_naar_persoon: ClassVar[str] = "regels__persoon"

    vanaf_op = models.DateField("vanaf", null=True, blank=True)
    peil_op = models.DateField("peildatum")
    vastgelegd_op = models.DateField("vastgelegd op")
    vastgelegd_door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = "telling van het COA"
        verbose_name_plural = "tellingen van het COA"
        ordering = ["-peil_op", "-pk"]
        constraints = [op_volgorde("coatelling_op_volgorde", "vanaf_op", "peil_op")]

    def __str__(self) -> str:
        return f"telling van het COA {self.peil_op:%d-%m-%Y}"


class CoaTelregel(Rij):
    """One line of COA's list. The V-nummer compares; `persoon` is who had it when it came in."""

    pad_naar_persoon: ClassVar[str] = "persoon"

    telling = models.ForeignKey(CoaTelling, on_delete=models.PROTECT, related_name="regels")
    v_nummer = models.CharField("V-nummer", max_length=10)
    naam = models.CharField("naam", max_length=200, blank=True)
    gehuisvest_op = models.DateField("gehuisvest op")
    persoon = models.ForeignKey(
        Persoon, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        verbose_name = "regel van een telling"
        verbose_name_plural = "regels van een telling"
        ordering = ["v_nummer"]
        constraints = [
            models.UniqueConstraint(fields=["telling", "v_nummer"], name="coatelregel_een_keer"),
            models.CheckConstraint(
                name="coatelregel_v_nummer_tien_cijfers", condition=Q(v_nummer__regex=r"^\d{10}$")
            ),
        ]

    def __str__(self) -> str:
        return f"regel {self.pk}"
