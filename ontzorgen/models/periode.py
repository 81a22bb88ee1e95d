"""The six months in which the municipality pays the fixed costs, and going on after them."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from inburgering.beloften import bewijs, een_van, geen_overlap, op_volgorde
from inburgering.models import Persoon
from inburgering.models.zicht import DossierRij
from inburgering.statemachine import Toestandsrij, overgang, toestandsveld
from ontzorgen.enums import EindeReden, OntzorgStatus, VoortzettingStatus
from ontzorgen.models.uitkering import Uitkering


class Ontzorgperiode(DossierRij, Toestandsrij):
    """Six months from the day the right to bijstand arises; `eind_op` is the last day, inclusive.

    Active only with the Participatiewet decision that imposes it and a signed machtiging.
    Of a household: `partner` shares the right to bijstand, and signs too.
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
    partner = models.ForeignKey(
        Persoon,
        verbose_name="partner in de bijstand",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    machtiging_partner_op = models.DateField("machtiging partner op", null=True, blank=True)
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
            models.CheckConstraint(
                name="ontzorg_partner_tekent_ook",
                condition=~Q(status=OntzorgStatus.ACTIEF)
                | Q(partner=None)
                | Q(machtiging_partner_op__isnull=False),
            ),
            models.CheckConstraint(
                name="ontzorg_machtiging_van_een_partner",
                condition=Q(machtiging_partner_op=None) | Q(partner__isnull=False),
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
        """The decision and everybody's machtiging are there, so costs may be paid."""
        getekend = self.partner_id is None or self.machtiging_partner_op is not None
        return self.besluit_op is not None and self.machtiging_op is not None and getekend

    @property
    def loopt(self) -> bool:
        return bool(self.status != OntzorgStatus.BEEINDIGD)

    @overgang(van=OntzorgStatus.AANGEMELD, naar=OntzorgStatus.ACTIEF)
    def activeren(
        self, *, besluit_op: date, machtiging_op: date, machtiging_partner_op: date | None = None
    ) -> None:
        self.besluit_op, self.machtiging_op = besluit_op, machtiging_op
        self.machtiging_partner_op = machtiging_partner_op

    @overgang(van=[OntzorgStatus.AANGEMELD, OntzorgStatus.ACTIEF], naar=OntzorgStatus.BEEINDIGD)
    def beeindigen(self, *, op: date, reden: EindeReden) -> None:
        self.beeindigd_op, self.reden_einde = op, reden

    @overgang(van=OntzorgStatus.BEEINDIGD, naar=OntzorgStatus.AANGEMELD)
    def hervatten(self) -> None:
        """What ended it turned out not to be so; decision and machtiging stay on record."""
        self.beeindigd_op, self.reden_einde = None, ""


class Voortzetting(DossierRij, Toestandsrij):
    """Going on after the six months, of the household's own will: not Pw 56a, so an agreement.

    From `start_op` up to and including `eind_op`; signed on `overeenkomst_op` by everybody.
    """

    pad_naar_dossier: ClassVar[str] = "uitkering__inburgeraar"
    pad_naar_persoon: ClassVar[str] = "uitkering__inburgeraar__persoon"

    uitkering = models.ForeignKey(
        Uitkering, on_delete=models.PROTECT, related_name="voortzettingen"
    )
    status = toestandsveld(VoortzettingStatus, begin=VoortzettingStatus.LOPEND)
    start_op = models.DateField("eerste dag")
    eind_op = models.DateField("laatste dag")
    overeenkomst_op = models.DateField("overeenkomst getekend op")
    overeenkomst_partner_op = models.DateField("partner tekende op", null=True, blank=True)
    reden = models.CharField("waarom", max_length=300)
    beeindigd_op = models.DateField("beëindigd op", null=True, blank=True)
    reden_einde = models.CharField("reden van einde", max_length=200, blank=True)

    class Meta:
        verbose_name = "voortzetting"
        verbose_name_plural = "voortzettingen"
        ordering = ["-start_op"]
        constraints = [
            een_van("voortzetting_status_bekend", "status", VoortzettingStatus.values),
            op_volgorde("voortzetting_op_volgorde"),
            geen_overlap("voortzetting_een_tegelijk", "uitkering"),
            models.CheckConstraint(
                name="voortzetting_eerst_getekend", condition=Q(overeenkomst_op__lte=F("start_op"))
            ),
            bewijs(
                "voortzetting_einde_bewezen",
                "beeindigd_op",
                bij=[VoortzettingStatus.BEEINDIGD],
                tekst=["reden_einde"],
            ),
        ]

    def __str__(self) -> str:
        return f"voortzetting t/m {self.eind_op:%d-%m-%Y}"

    @overgang(van=VoortzettingStatus.LOPEND, naar=VoortzettingStatus.BEEINDIGD)
    def beeindigen(self, *, op: date, reden: str) -> None:
        self.beeindigd_op, self.reden_einde = op, reden
