"""The five links of the national chain, one small machine each."""

from __future__ import annotations

from datetime import date

from django.db import models
from django.db.models import Q

from inburgering.beloften import bewijs, een_van, op_volgorde, samen
from inburgering.enums import SchakelNummer, SchakelStatus
from inburgering.models.dossier import Inburgeraar
from inburgering.models.zicht import DossierRij
from inburgering.statemachine import Toestandsrij, overgang, toestandsveld
from medewerkers.models import Medewerker


class Schakel(DossierRij, Toestandsrij):
    inburgeraar = models.ForeignKey(Inburgeraar, on_delete=models.PROTECT, related_name="schakels")
    nummer = models.PositiveSmallIntegerField("schakel", choices=SchakelNummer.choices)
    status = toestandsveld(SchakelStatus, begin=SchakelStatus.WACHT)
    geopend_op = models.DateField("geopend op", null=True, blank=True)
    geopend_door = models.ForeignKey(
        Medewerker, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    afgerond_op = models.DateField("afgerond op", null=True, blank=True)
    afgerond_door = models.ForeignKey(
        Medewerker, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    reden = models.CharField("reden", max_length=200, blank=True)

    class Meta:
        verbose_name = "schakel"
        verbose_name_plural = "schakels"
        ordering = ["inburgeraar", "nummer"]
        constraints = [
            models.UniqueConstraint(
                fields=["inburgeraar", "nummer"], name="schakel_een_per_nummer"
            ),
            een_van("schakel_nummer_bekend", "nummer", SchakelNummer.values),
            een_van("schakel_status_bekend", "status", SchakelStatus.values),
            bewijs(
                "schakel_open_bewezen",
                "geopend_op",
                bij=[SchakelStatus.OPEN, SchakelStatus.AFGEROND],
            ),
            samen("schakel_geopend_door", "geopend_op", "geopend_door"),
            bewijs("schakel_afgerond_bewezen", "afgerond_op", bij=[SchakelStatus.AFGEROND]),
            samen("schakel_afgerond_door", "afgerond_op", "afgerond_door"),
            op_volgorde("schakel_op_volgorde", "geopend_op", "afgerond_op"),
            models.CheckConstraint(
                name="schakel_nvt_met_reden",
                condition=~Q(status=SchakelStatus.NVT) | ~Q(reden=""),
            ),
        ]

    def __str__(self) -> str:
        return f"schakel {self.nummer} ({self.get_status_display()})"

    @overgang(van=SchakelStatus.WACHT, naar=SchakelStatus.OPEN)
    def openen(self, *, op: date, door: Medewerker) -> None:
        self.geopend_op, self.geopend_door = op, door

    @overgang(van=SchakelStatus.OPEN, naar=SchakelStatus.AFGEROND)
    def afronden(self, *, op: date, door: Medewerker) -> None:
        """What was done before it was opened here (a case taken over) opened on that day too."""
        if self.geopend_op is not None and self.geopend_op > op:
            self.geopend_op = op
        self.afgerond_op, self.afgerond_door = op, door

    @overgang(van=[SchakelStatus.WACHT, SchakelStatus.OPEN], naar=SchakelStatus.NVT)
    def niet_van_toepassing_verklaren(self, *, reden: str) -> None:
        self.geopend_op = self.geopend_door = None
        self.reden = reden

    @overgang(van=[SchakelStatus.AFGEROND, SchakelStatus.NVT], naar=SchakelStatus.OPEN)
    def heropenen(self, *, op: date, door: Medewerker, reden: str) -> None:
        """Open again; the first opening keeps its date when there was one."""
        if self.geopend_op is None:
            self.geopend_op, self.geopend_door = op, door
        self.afgerond_op = self.afgerond_door = None
        self.reden = reden
