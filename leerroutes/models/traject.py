"""What the plan agreed, as it is followed."""

from __future__ import annotations

from datetime import date

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from inburgering.beloften import bewijs, een_van, op_volgorde
from inburgering.models import Inburgeraar
from inburgering.models.duo import LEERROUTES, NIVEAUS
from inburgering.models.zicht import DossierRij
from inburgering.statemachine import Toestandsrij, overgang, toestandsveld
from leerroutes.enums import TrajectStatus
from wet.leerroutes import Alfabetiseringsonderwijs, Examenonderdeel, Leerroute, Niveau

ALFABETISERING = [(soort.value, soort.label) for soort in Alfabetiseringsonderwijs]
TAALONDERDELEN = [deel.value for deel in Examenonderdeel]


class Traject(DossierRij, Toestandsrij):
    """One at a time: route, level, hours and talks as agreed. Hours are whole hours.

    `afgeschaald` names the exam parts that stand at A2 (Wi 17.3). `eerdere_uren_nederlands` is the
    part of `eerdere_uren_taal` that was Dutch or alfabetisering, when that is known.

    `eerdere_uren_taal` (language and KNM) and `eerdere_uren_participatie` are what was followed up
    to and including `eerdere_uren_op`, before this system was there: an opening balance, stated and
    not counted from lines. Started and adjusted by `pip_plans` only, so that what is followed is
    what was decided.
    """

    inburgeraar = models.ForeignKey(Inburgeraar, on_delete=models.PROTECT, related_name="trajecten")
    leerroute = models.CharField("leerroute", max_length=1, choices=LEERROUTES)
    niveau = models.CharField("niveau", max_length=2, choices=NIVEAUS, blank=True)
    afgeschaald = ArrayField(
        models.CharField(max_length=2), verbose_name="afgeschaald naar A2", default=list, blank=True
    )
    leerroute_uren = models.PositiveSmallIntegerField("uren leerroute", null=True, blank=True)
    pvt_uren = models.PositiveSmallIntegerField("uren PVT")
    map_uren = models.PositiveSmallIntegerField("uren MAP", null=True, blank=True)
    voortgangsgesprekken = models.PositiveSmallIntegerField("aantal voortgangsgesprekken")
    uren_per_week = models.PositiveSmallIntegerField("lesuren per week", null=True, blank=True)
    participatie_uren = models.PositiveSmallIntegerField("uren participatie", null=True, blank=True)
    aftrek_uren = models.PositiveSmallIntegerField("uren die al meetellen", null=True, blank=True)
    gesprek_weken = models.PositiveSmallIntegerField(
        "weken tussen twee voortgangsgesprekken", null=True, blank=True
    )
    alfabetisering = models.CharField(
        "alfabetisering", max_length=3, choices=ALFABETISERING, blank=True
    )
    status = toestandsveld(TrajectStatus, begin=TrajectStatus.LOPEND)
    start_op = models.DateField("gestart op")
    eind_op = models.DateField("geëindigd op", null=True, blank=True)
    eerdere_uren_taal = models.PositiveSmallIntegerField(
        "uren taal en KNM vóór de livegang", null=True, blank=True
    )
    eerdere_uren_nederlands = models.PositiveSmallIntegerField(
        "waarvan Nederlands en alfabetisering", null=True, blank=True
    )
    eerdere_uren_participatie = models.PositiveSmallIntegerField(
        "uren participatie vóór de livegang", null=True, blank=True
    )
    eerdere_uren_op = models.DateField("stand van deze uren op", null=True, blank=True)

    class Meta:
        verbose_name = "traject"
        verbose_name_plural = "trajecten"
        ordering = ["-start_op", "-pk"]
        constraints = [
            een_van("traject_status_bekend", "status", TrajectStatus.values),
            een_van("traject_leerroute_bekend", "leerroute", [r.value for r in Leerroute]),
            bewijs("traject_einde_bewezen", "eind_op", bij=[TrajectStatus.BEEINDIGD]),
            op_volgorde("traject_op_volgorde"),
            models.CheckConstraint(
                name="traject_afgeschaald_bekend",
                condition=Q(afgeschaald__contained_by=TAALONDERDELEN),
            ),
            models.CheckConstraint(
                name="traject_afschalen_alleen_b1",
                condition=Q(afgeschaald__len=0) | Q(leerroute=Leerroute.B.value),
            ),
            models.CheckConstraint(
                name="traject_nederlands_binnen_taal",
                condition=Q(eerdere_uren_nederlands=None)
                | Q(eerdere_uren_nederlands__lte=models.F("eerdere_uren_taal")),
            ),
            models.CheckConstraint(
                name="traject_eerdere_uren_met_stand",
                condition=Q(eerdere_uren_taal=None, eerdere_uren_participatie=None)
                | Q(eerdere_uren_op__isnull=False),
            ),
            models.UniqueConstraint(
                fields=["inburgeraar"],
                name="traject_een_tegelijk",
                condition=Q(status=TrajectStatus.LOPEND),
            ),
        ]

    def __str__(self) -> str:
        return f"traject {self.leerroute}"

    @property
    def niveaus(self) -> dict[Examenonderdeel, Niveau]:
        """The exam parts that stand at another level than B1, as `wet.leerroutes.eisen` asks."""
        return {Examenonderdeel(deel): Niveau.A2 for deel in self.afgeschaald}

    @overgang(van=TrajectStatus.LOPEND, naar=TrajectStatus.BEEINDIGD)
    def beeindigen(self, *, op: date) -> None:
        self.eind_op = op

    @overgang(van=TrajectStatus.BEEINDIGD, naar=TrajectStatus.LOPEND)
    def hervatten(self) -> None:
        self.eind_op = None
