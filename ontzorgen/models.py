"""Bijstand, and the six months in which the municipality pays the fixed costs from it."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from django.db import models
from django.db.models import Q, TextChoices

from inburgering.beloften import bewijs, een_van, geen_overlap, op_volgorde
from inburgering.models import Inburgeraar
from inburgering.models.zicht import DossierRij
from inburgering.statemachine import Toestandsrij, overgang, toestandsveld
from medewerkers.models import Rij


class OntzorgStatus(TextChoices):
    AANGEMELD = "aangemeld", "Aangemeld"
    ACTIEF = "actief", "Actief"
    BEEINDIGD = "beeindigd", "Beëindigd"


class EindeReden(TextChoices):
    PERIODE = "periode", "De zes maanden zijn voorbij"
    BIJSTAND = "bijstand", "De bijstand is gestopt"
    VERHUISD = "verhuisd", "Verhuisd"
    DOSSIER = "dossier", "Het dossier is beëindigd of opgeschort"
    GEEN_RECHT = "geen_recht", "Er is geen recht op ontzorgen"
    ANDERS = "anders", "Andere reden"


class Uitkering(DossierRij, Rij):
    """The right to bijstand from `start_op`, the day it arises (Pw 44); `eind_op` is inclusive."""

    inburgeraar = models.ForeignKey(
        Inburgeraar, on_delete=models.PROTECT, related_name="uitkeringen"
    )
    start_op = models.DateField("recht op bijstand vanaf")
    eind_op = models.DateField("tot en met", null=True, blank=True)
    besluit_op = models.DateField("datum van het bijstandsbesluit", null=True, blank=True)

    class Meta:
        verbose_name = "uitkering"
        verbose_name_plural = "uitkeringen"
        ordering = ["-start_op"]
        constraints = [
            op_volgorde("uitkering_op_volgorde"),
            geen_overlap("uitkering_een_tegelijk", "inburgeraar"),
        ]

    def __str__(self) -> str:
        return f"bijstand vanaf {self.start_op:%d-%m-%Y}"


class Ontzorgperiode(DossierRij, Toestandsrij):
    """Six months from the day the right to bijstand arises; `eind_op` is the last day, inclusive.

    Active only with the Participatiewet decision that imposes it and a signed machtiging.
    `overgenomen_op`: the day on which a period that ran already was taken over; what was due up to
    and including that month was paid outside this system and is never paid here again.
    """

    pad_naar_dossier: ClassVar[str] = "uitkering__inburgeraar"
    pad_naar_persoon: ClassVar[str] = "uitkering__inburgeraar__persoon"

    uitkering = models.OneToOneField(
        Uitkering, on_delete=models.PROTECT, related_name="ontzorgperiode"
    )
    status = toestandsveld(OntzorgStatus, begin=OntzorgStatus.AANGEMELD)
    start_op = models.DateField("eerste dag")
    eind_op = models.DateField("laatste dag")
    besluit_op = models.DateField("Participatiewetbesluit van", null=True, blank=True)
    machtiging_op = models.DateField("machtiging getekend op", null=True, blank=True)
    overgenomen_op = models.DateField("overgenomen op", null=True, blank=True)
    beeindigd_op = models.DateField("beëindigd op", null=True, blank=True)
    reden_einde = models.CharField(
        "reden van einde", max_length=10, choices=EindeReden.choices, blank=True
    )

    class Meta:
        verbose_name = "ontzorgperiode"
        verbose_name_plural = "ontzorgperiodes"
        ordering = ["-start_op"]
        constraints = [
            een_van("ontzorg_status_bekend", "status", OntzorgStatus.values),
            op_volgorde("ontzorg_op_volgorde"),
            models.CheckConstraint(
                name="ontzorg_actief_met_besluit_en_machtiging",
                condition=~Q(status=OntzorgStatus.ACTIEF)
                | Q(besluit_op__isnull=False, machtiging_op__isnull=False),
            ),
            bewijs(
                "ontzorg_einde_bewezen",
                "beeindigd_op",
                bij=[OntzorgStatus.BEEINDIGD],
                tekst=["reden_einde"],
            ),
        ]

    def __str__(self) -> str:
        return f"ontzorgen t/m {self.eind_op:%d-%m-%Y}"

    @property
    def geregeld(self) -> bool:
        """The decision and the machtiging are there, so costs may be paid."""
        return self.besluit_op is not None and self.machtiging_op is not None

    @property
    def loopt(self) -> bool:
        return bool(self.status != OntzorgStatus.BEEINDIGD)

    @overgang(van=OntzorgStatus.AANGEMELD, naar=OntzorgStatus.ACTIEF)
    def activeren(self, *, besluit_op: date, machtiging_op: date) -> None:
        self.besluit_op, self.machtiging_op = besluit_op, machtiging_op

    @overgang(van=[OntzorgStatus.AANGEMELD, OntzorgStatus.ACTIEF], naar=OntzorgStatus.BEEINDIGD)
    def beeindigen(self, *, op: date, reden: EindeReden) -> None:
        self.beeindigd_op, self.reden_einde = op, reden

    @overgang(van=OntzorgStatus.BEEINDIGD, naar=OntzorgStatus.AANGEMELD)
    def hervatten(self) -> None:
        """What ended it turned out not to be so; decision and machtiging stay on record."""
        self.beeindigd_op, self.reden_einde = None, ""
