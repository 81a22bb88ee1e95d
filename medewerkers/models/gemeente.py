from __future__ import annotations

from typing import Any

from django.db import models

from medewerkers.models.rij import Rij

RECHTBANK = "Rechtbank Noord-Nederland, afdeling bestuursrecht, Postbus 150, 9700 AD Groningen"


class Gemeente(Rij):
    """The municipality that runs this installation: one row, what letters and pages say of it."""

    geen_persoon = "gegevens van de gemeente zelf"

    naam = models.CharField("naam", max_length=80)
    code = models.CharField("gemeentecode (CBS)", max_length=4)
    adres = models.CharField("bezoekadres", max_length=120, blank=True)
    postadres = models.CharField("postadres", max_length=120)
    postcode = models.CharField("postcode", max_length=7)
    plaats = models.CharField("plaats", max_length=80)
    telefoon = models.CharField("telefoon", max_length=20)
    email = models.EmailField("e-mailadres")
    website = models.URLField("website", blank=True)
    team = models.CharField("naam van het team", max_length=80, default="Mens & Gezin")
    mandaat = models.TextField(
        "mandaat",
        help_text="De zin onder een besluit: namens wie en op grond van welk mandaatbesluit.",
    )
    bezwaar_organisatie = models.CharField(
        "bezwaar sturen aan", max_length=120, help_text="Zo staat het in de brief."
    )
    beroep_rechtbank = models.CharField(
        "beroep instellen bij",
        max_length=200,
        default=RECHTBANK,
        help_text="Zo staat het onder een beslissing op bezwaar, met het adres.",
    )
    vier_ogen_pip = models.BooleanField(
        "vier ogen bij een PIP",
        default=False,
        help_text="Wie het PIP voorlegt, stelt het dan niet zelf vast.",
    )

    class Meta:
        verbose_name = "gemeente"
        constraints = [
            models.CheckConstraint(name="gemeente_een_rij", condition=models.Q(pk=1)),
            models.CheckConstraint(
                name="gemeente_code_vier_cijfers", condition=models.Q(code__regex=r"^\d{4}$")
            ),
        ]

    def __str__(self) -> str:
        return self.naam

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.pk = 1
        super().save(*args, **kwargs)


class Partnerorganisatie(Rij):
    """An organisation that guides people for the municipality, such as De Schans."""

    geen_persoon = "organisatie"

    naam = models.CharField("naam", max_length=120, unique=True)

    class Meta:
        verbose_name = "partnerorganisatie"
        ordering = ["naam"]

    def __str__(self) -> str:
        return self.naam
