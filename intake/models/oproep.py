"""The formal summons to the intake or the leerbaarheidstoets (Wi 14.1, Wi 14.2, Wi 22)."""

from __future__ import annotations

from datetime import date

from django.db import models
from django.db.models import F, Q, TextChoices

from besluiten.models import Brief
from inburgering.beloften import bewijs, een_van, samen
from inburgering.models import Inburgeraar
from inburgering.models.zicht import DossierRij
from inburgering.statemachine import Toestandsrij, overgang, toestandsveld
from medewerkers.models import Medewerker

LAATSTE = 3


class OproepVoor(TextChoices):
    GESPREK = "gesprek", "Gesprek voor de brede intake"
    TOETS = "toets", "Leerbaarheidstoets"


class OproepStatus(TextChoices):
    OPGEROEPEN = "opgeroepen", "Opgeroepen"
    GEKOMEN = "gekomen", "Gekomen"
    NIET_GEKOMEN = "niet_gekomen", "Niet gekomen"
    INGETROKKEN = "ingetrokken", "Ingetrokken"


GEEINDIGD = (OproepStatus.GEKOMEN, OproepStatus.NIET_GEKOMEN, OproepStatus.INGETROKKEN)


class Oproep(DossierRij, Toestandsrij):
    """One rung of the ladder: a summons, a warning with a second one, a third and last term.

    A `ronde` is one climb; who came begins a new one at the next no-show. The third rests on the
    fine made known on `boete_bekend_op`, or says in `zonder_boete` why there is none.
    `verschijnen_op` is the day in the letter.
    """

    inburgeraar = models.ForeignKey(Inburgeraar, on_delete=models.PROTECT, related_name="oproepen")
    voor = models.CharField("oproep voor", max_length=8, choices=OproepVoor.choices)
    ronde = models.PositiveSmallIntegerField("ronde", default=1)
    nummer = models.PositiveSmallIntegerField("nummer")
    verschijnen_op = models.DateField("dag in de brief")
    tijd = models.TimeField("tijd", null=True, blank=True)
    plaats = models.CharField("plaats", max_length=120)
    boete_bekend_op = models.DateField("boete bekendgemaakt op", null=True, blank=True)
    zonder_boete = models.CharField("waarom zonder boete", max_length=200, blank=True)
    brief = models.OneToOneField(Brief, on_delete=models.PROTECT, related_name="oproep")
    status = toestandsveld(OproepStatus, begin=OproepStatus.OPGEROEPEN)
    geeindigd_op = models.DateField("uitkomst vastgelegd op", null=True, blank=True)
    geeindigd_door = models.ForeignKey(
        Medewerker, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    toelichting = models.CharField("toelichting", max_length=300, blank=True)

    class Meta:
        verbose_name = "oproep"
        verbose_name_plural = "oproepen"
        ordering = ["voor", "ronde", "nummer", "pk"]
        constraints = [
            een_van("oproep_voor_bekend", "voor", OproepVoor.values),
            een_van("oproep_status_bekend", "status", OproepStatus.values),
            een_van("oproep_nummer_bekend", "nummer", range(1, LAATSTE + 1)),
            models.UniqueConstraint(
                fields=["inburgeraar", "voor", "ronde", "nummer"],
                name="oproep_een_per_nummer",
                condition=~Q(status=OproepStatus.INGETROKKEN),
            ),
            models.UniqueConstraint(
                fields=["inburgeraar", "voor"],
                name="oproep_een_tegelijk",
                condition=Q(status=OproepStatus.OPGEROEPEN),
            ),
            bewijs("oproep_einde_bewezen", "geeindigd_op", bij=GEEINDIGD),
            samen("oproep_geeindigd_door", "geeindigd_op", "geeindigd_door"),
            models.CheckConstraint(
                name="oproep_niet_gekomen_na_de_dag",
                condition=~Q(status=OproepStatus.NIET_GEKOMEN)
                | Q(geeindigd_op__gt=F("verschijnen_op")),
            ),
            models.CheckConstraint(
                name="oproep_derde_met_grond",
                condition=Q(nummer=LAATSTE, boete_bekend_op__isnull=False, zonder_boete="")
                | Q(nummer=LAATSTE, boete_bekend_op=None) & ~Q(zonder_boete="")
                | Q(nummer__lt=LAATSTE, boete_bekend_op=None, zonder_boete=""),
            ),
        ]

    def __str__(self) -> str:
        return f"oproep {self.nummer}"

    @overgang(van=OproepStatus.OPGEROEPEN, naar=OproepStatus.GEKOMEN)
    def komen(self, *, op: date, door: Medewerker) -> None:
        self.geeindigd_op, self.geeindigd_door = op, door

    @overgang(van=OproepStatus.OPGEROEPEN, naar=OproepStatus.NIET_GEKOMEN)
    def niet_komen(self, *, op: date, door: Medewerker, reden: str) -> None:
        """`reden` is what is known of why; whether it can be held against them is decided later."""
        self.geeindigd_op, self.geeindigd_door, self.toelichting = op, door, reden

    @overgang(van=OproepStatus.OPGEROEPEN, naar=OproepStatus.INGETROKKEN)
    def intrekken(self, *, op: date, door: Medewerker, reden: str) -> None:
        """It does not count: the same number can be given again."""
        self.geeindigd_op, self.geeindigd_door, self.toelichting = op, door, reden
