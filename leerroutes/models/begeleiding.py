"""Maatschappelijke begeleiding (Wi 13): when it runs, and each time somebody was helped."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from inburgering.beloften import een_van, op_volgorde
from inburgering.models import Inburgeraar
from inburgering.models.zicht import DossierRij
from leerroutes.enums import BegeleidingSoort
from medewerkers.models import Medewerker, Partnerorganisatie, Rij


class MaatschappelijkeBegeleiding(DossierRij, Rij):
    """One per person: from the registration in the municipality that houses; the law has no end."""

    als_dubbel: ClassVar[str] = (
        "Verwijder in het dossier dat verdwijnt eerst de momenten en dan de begeleiding."
    )

    inburgeraar = models.OneToOneField(
        Inburgeraar, on_delete=models.PROTECT, related_name="maatschappelijke_begeleiding"
    )
    partner = models.ForeignKey(
        Partnerorganisatie, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    begeleider = models.CharField("vaste begeleider", max_length=120, blank=True)
    start_op = models.DateField("vanaf")
    eind_op = models.DateField("tot en met", null=True, blank=True)
    reden = models.CharField("reden van het einde", max_length=200, blank=True)

    class Meta:
        verbose_name = "maatschappelijke begeleiding"
        verbose_name_plural = "maatschappelijke begeleiding"
        constraints = [
            op_volgorde("begeleiding_op_volgorde"),
            models.CheckConstraint(
                name="begeleiding_einde_met_reden", condition=Q(eind_op=None) | ~Q(reden="")
            ),
        ]

    def __str__(self) -> str:
        return "maatschappelijke begeleiding"


class Begeleidingsmoment(DossierRij, Rij):
    """Once that somebody was helped. `telt_mee`: an activity that counts as participation.

    What counts is an Urenregel of this row (B26 3.14.6).
    """

    pad_naar_dossier: ClassVar[str] = "begeleiding__inburgeraar"
    pad_naar_persoon: ClassVar[str] = "begeleiding__inburgeraar__persoon"

    begeleiding = models.ForeignKey(
        MaatschappelijkeBegeleiding, on_delete=models.PROTECT, related_name="momenten"
    )
    op = models.DateField("datum")
    soort = models.CharField("soort", max_length=12, choices=BegeleidingSoort.choices)
    onderwerp = models.CharField("onderwerp", max_length=120)
    uren = models.DecimalField("uren", max_digits=4, decimal_places=2)
    tekst = models.TextField("wat is gedaan", blank=True)
    telt_mee = models.BooleanField("telt mee als participatie", default=False)
    door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = "moment van begeleiding"
        verbose_name_plural = "momenten van begeleiding"
        ordering = ["-op", "-pk"]
        constraints = [
            een_van("begeleidingsmoment_soort_bekend", "soort", BegeleidingSoort.values),
            models.CheckConstraint(
                name="begeleidingsmoment_binnen_een_dag", condition=Q(uren__gt=0, uren__lte=24)
            ),
        ]

    def __str__(self) -> str:
        return f"begeleiding {self.op:%d-%m-%Y}"
