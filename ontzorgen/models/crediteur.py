"""Who is paid: creditors, shared by many, and their accounts."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from inburgering.beloften import bewijs, een_van, samen
from inburgering.statemachine import Toestandsrij, overgang, toestandsveld
from medewerkers.models import Medewerker, Rij
from ontzorgen.enums import CrediteurSoort, RekeningStatus

R = RekeningStatus


class Crediteur(Rij):
    """A landlord, an energy company, an insurer. A private landlord is one too."""

    geen_persoon: ClassVar[str] = "een schuldeiser, geen inburgeraar"

    naam = models.CharField("naam", max_length=120, unique=True)
    soort = models.CharField("soort", max_length=16, choices=CrediteurSoort.choices)
    adres = models.CharField("postadres", max_length=120, blank=True)
    postcode = models.CharField("postcode", max_length=7, blank=True)
    plaats = models.CharField("plaats", max_length=80, blank=True)
    contactpersoon = models.CharField("contactpersoon", max_length=120, blank=True)
    telefoon = models.CharField("telefoon", max_length=20, blank=True)
    email = models.EmailField("e-mailadres", blank=True)
    gestopt_op = models.DateField("niet meer gebruikt vanaf", null=True, blank=True)

    class Meta:
        verbose_name = "crediteur"
        verbose_name_plural = "crediteuren"
        ordering = ["naam"]
        constraints = [een_van("crediteur_soort_bekend", "soort", CrediteurSoort.values)]

    def __str__(self) -> str:
        return self.naam


class Crediteurrekening(Toestandsrij):
    """An account of a creditor. Only one that a second colleague confirmed is ever paid to.

    `tenaamstelling` is the name of the holder as the bank knows it.
    """

    geen_persoon: ClassVar[str] = "van een schuldeiser"

    crediteur = models.ForeignKey(Crediteur, on_delete=models.PROTECT, related_name="rekeningen")
    status = toestandsveld(R, begin=R.VOORGESTELD)
    iban = models.CharField("rekeningnummer (IBAN)", max_length=34)
    bic = models.CharField("BIC", max_length=11, blank=True)
    bank = models.CharField("bank", max_length=120, blank=True)
    tenaamstelling = models.CharField("op naam van", max_length=70)
    herkomst = models.CharField("hoe u dit nummer kent", max_length=200)
    voorgesteld_op = models.DateField("voorgesteld op")
    voorgesteld_door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")
    bevestigd_op = models.DateField("bevestigd op", null=True, blank=True)
    bevestigd_door = models.ForeignKey(
        Medewerker, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    afgewezen_op = models.DateField("afgewezen op", null=True, blank=True)
    afgewezen_door = models.ForeignKey(
        Medewerker, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    afgewezen_reden = models.CharField("reden", max_length=200, blank=True)

    class Meta:
        verbose_name = "rekening van een crediteur"
        verbose_name_plural = "rekeningen van crediteuren"
        ordering = ["-voorgesteld_op", "-pk"]
        constraints = [
            een_van("rekening_status_bekend", "status", R.values),
            samen("rekening_bevestigd_samen", "bevestigd_op", "bevestigd_door"),
            samen("rekening_afgewezen_samen", "afgewezen_op", "afgewezen_door"),
            bewijs(
                "rekening_bevestigd_bewezen",
                "bevestigd_op",
                "bevestigd_door",
                bij=[R.BEVESTIGD, R.VERVANGEN],
            ),
            bewijs(
                "rekening_afgewezen_bewezen",
                "afgewezen_op",
                "afgewezen_door",
                bij=[R.AFGEWEZEN],
                tekst=["afgewezen_reden"],
            ),
            models.CheckConstraint(
                name="rekening_vier_ogen",
                condition=Q(bevestigd_door=None) | ~Q(bevestigd_door=F("voorgesteld_door")),
            ),
            models.UniqueConstraint(
                fields=["crediteur"], condition=Q(status=R.BEVESTIGD), name="rekening_een_bevestigd"
            ),
            models.UniqueConstraint(
                fields=["crediteur"],
                condition=Q(status=R.VOORGESTELD),
                name="rekening_een_voorgesteld",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.iban[:4]} … {self.iban[-4:]}"

    @overgang(van=R.VOORGESTELD, naar=R.BEVESTIGD)
    def bevestigen(self, *, op: date, door: Medewerker) -> None:
        self.bevestigd_op, self.bevestigd_door = op, door

    @overgang(van=R.VOORGESTELD, naar=R.AFGEWEZEN)
    def afwijzen(self, *, op: date, door: Medewerker, reden: str) -> None:
        self.afgewezen_op, self.afgewezen_door, self.afgewezen_reden = op, door, reden

    @overgang(van=R.BEVESTIGD, naar=R.VERVANGEN)
    def vervangen(self) -> None:
        """Another account was confirmed in its place."""
