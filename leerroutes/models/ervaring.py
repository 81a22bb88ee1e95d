"""What inburgeraars think of it, asked without a name."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from inburgering.beloften import een_van, op_volgorde
from leerroutes.enums import Fase
from leerroutes.models.aanbieder import Aanbieder
from medewerkers.models import Rij

HOOGSTE = 5


class Enquete(Rij):
    """A survey of one provider and phase; who has its `code` may answer it, without signing in."""

    geen_persoon: ClassVar[str] = "vragen zonder naam"

    aanbieder = models.ForeignKey(Aanbieder, on_delete=models.PROTECT, related_name="enquetes")
    fase = models.CharField("fase", max_length=12, choices=Fase.choices)
    code = models.CharField("code", max_length=24, unique=True)
    start_op = models.DateField("open vanaf")
    eind_op = models.DateField("open tot en met")

    class Meta:
        verbose_name = "enquête"
        verbose_name_plural = "enquêtes"
        ordering = ["-start_op", "-pk"]
        constraints = [
            een_van("enquete_fase_bekend", "fase", Fase.values),
            op_volgorde("enquete_op_volgorde"),
        ]

    def __str__(self) -> str:
        return f"{self.aanbieder}, {str(self.get_fase_display()).lower()}"


class Ervaring(models.Model):
    """One answer. No day, no person, no address: only the quarter, so nobody can be found by it."""

    alleen_toevoegen = True

    enquete = models.ForeignKey(Enquete, on_delete=models.PROTECT, related_name="ervaringen")
    jaar = models.PositiveSmallIntegerField()
    kwartaal = models.PositiveSmallIntegerField()
    taal = models.CharField(max_length=2)
    les = models.PositiveSmallIntegerField("de lessen", null=True, blank=True)
    docent = models.PositiveSmallIntegerField("de docent", null=True, blank=True)
    begeleiding = models.PositiveSmallIntegerField("de begeleiding", null=True, blank=True)
    tempo = models.PositiveSmallIntegerField("het tempo", null=True, blank=True)
    opmerking = models.TextField("opmerking", blank=True)

    class Meta:
        verbose_name = "ervaring"
        verbose_name_plural = "ervaringen"
        constraints = [
            models.CheckConstraint(
                name="ervaring_een_tot_vijf",
                condition=Q(
                    *(
                        Q(**{vraag: None}) | Q(**{f"{vraag}__range": (1, HOOGSTE)})
                        for vraag in ("les", "docent", "begeleiding", "tempo")
                    )
                ),
            ),
            models.CheckConstraint(name="ervaring_kwartaal", condition=Q(kwartaal__range=(1, 4))),
        ]

    def __str__(self) -> str:
        return f"ervaring {self.jaar}-{self.kwartaal}"
