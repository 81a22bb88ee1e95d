"""What the bank answered. The files are not kept: a statement holds payments of others too."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from inburgering.beloften import een_van
from inburgering.models.zicht import DossierRij
from medewerkers.models import Medewerker, Rij
from ontzorgen.enums import BankbestandSoort, Bankuitslag
from ontzorgen.models.betaling import Betaling


class Bankbestand(Rij):
    """A file of the bank that was read; by its hash it is read once."""

    geen_persoon: ClassVar[str] = "een bestand; de meldingen verwijzen naar betalingen"

    soort = models.CharField("soort", max_length=8, choices=BankbestandSoort.choices)
    naam = models.CharField("bestand", max_length=150)
    bericht = models.CharField("berichtnummer van de bank", max_length=35)
    sha256 = models.CharField(max_length=64, unique=True)
    gelezen_at = models.DateTimeField("gelezen")
    gelezen_door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")
    aantal_verwerkt = models.PositiveIntegerField("betalingen die veranderden", default=0)
    aantal_bekend = models.PositiveIntegerField("betalingen die dit al wisten", default=0)
    aantal_afwijkend = models.PositiveIntegerField("regels die niet kloppen", default=0)
    aantal_onbekend = models.PositiveIntegerField("regels die niet van ons zijn", default=0)

    class Meta:
        verbose_name = "bestand van de bank"
        verbose_name_plural = "bestanden van de bank"
        ordering = ["-gelezen_at", "-pk"]
        constraints = [een_van("bankbestand_soort_bekend", "soort", BankbestandSoort.values)]

    def __str__(self) -> str:
        return self.naam


class Bankmelding(DossierRij, Rij):
    """What a file of the bank says of one payment. The same word twice is one."""

    pad_naar_dossier: ClassVar[str] = "betaling__last__uitkering__inburgeraar"
    pad_naar_persoon: ClassVar[str] = "betaling__last__uitkering__inburgeraar__persoon"

    bestand = models.ForeignKey(Bankbestand, on_delete=models.PROTECT, related_name="meldingen")
    betaling = models.ForeignKey(Betaling, on_delete=models.PROTECT, related_name="meldingen")
    uitslag = models.CharField("uitslag", max_length=9, choices=Bankuitslag.choices)
    code = models.CharField("reden van de bank", max_length=10, blank=True)
    bedrag = models.DecimalField("bedrag", max_digits=8, decimal_places=2)
    op = models.DateField("datum")

    class Meta:
        verbose_name = "melding van de bank"
        verbose_name_plural = "meldingen van de bank"
        ordering = ["-op", "-pk"]
        constraints = [
            een_van("bankmelding_uitslag_bekend", "uitslag", Bankuitslag.values),
            models.UniqueConstraint(
                fields=["betaling", "uitslag"], name="bankmelding_een_per_uitslag"
            ),
            models.CheckConstraint(name="bankmelding_bedrag", condition=Q(bedrag__gt=0)),
        ]

    def __str__(self) -> str:
        return str(self.get_uitslag_display())
