"""What the plan agreed, as it is followed."""

from __future__ import annotations

from datetime import date

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from inburgering.beloften import bewijs, een_van, op_volgorde, samen
from inburgering.models import Inburgeraar
from inburgering.models.duo import LEERROUTES, NIVEAUS
from inburgering.models.zicht import DossierRij
from inburgering.statemachine import Toestandsrij, overgang, toestandsveld
from leerroutes.enums import Beperking, TrajectEinde, TrajectStatus
from medewerkers.models import Medewerker
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

    `cursusnorm` is the number of course hours that the plan asks in the Z-route instead of that of
    the law, for a `beperking`; `overgeslagen` the skills that need no lessons then. `afgezien_op`:
    since when no new offer of lessons is needed. `einde` says why it ended.
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
    cursusnorm = models.PositiveSmallIntegerField("lagere cursusnorm", null=True, blank=True)
    beperking = models.CharField(
        "waarom lager", max_length=8, choices=Beperking.choices, blank=True
    )
    overgeslagen = ArrayField(
        models.CharField(max_length=2),
        verbose_name="overgeslagen vaardigheden",
        default=list,
        blank=True,
    )
    afgezien_op = models.DateField("geen nieuw aanbod nodig sinds", null=True, blank=True)
    afgezien_door = models.ForeignKey(
        Medewerker, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    afgezien_reden = models.CharField("waarom geen nieuw aanbod", max_length=300, blank=True)
    status = toestandsveld(TrajectStatus, begin=TrajectStatus.LOPEND)
    start_op = models.DateField("gestart op")
    eind_op = models.DateField("geëindigd op", null=True, blank=True)
    einde = models.CharField(
        "waarom geëindigd", max_length=12, choices=TrajectEinde.choices, blank=True
    )
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
            bewijs(
                "traject_einde_bewezen",
                "eind_op",
                bij=[TrajectStatus.BEEINDIGD],
                tekst=["einde"],
            ),
            een_van("traject_waarom_geeindigd", "einde", ["", *TrajectEinde.values]),
            een_van("traject_beperking_bekend", "beperking", ["", *Beperking.values]),
            models.CheckConstraint(
                name="traject_minder_alleen_z_met_beperking",
                condition=Q(cursusnorm=None, overgeslagen__len=0)
                | (Q(leerroute=Leerroute.Z.value) & ~Q(beperking="")),
            ),
            models.CheckConstraint(
                name="traject_overgeslagen_bekend",
                condition=Q(overgeslagen__contained_by=TAALONDERDELEN),
            ),
            samen("traject_afgezien_door", "afgezien_op", "afgezien_door"),
            models.CheckConstraint(
                name="traject_afgezien_met_reden",
                condition=Q(afgezien_op=None, afgezien_reden="")
                | (Q(afgezien_op__isnull=False) & ~Q(afgezien_reden="")),
            ),
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
    def beeindigen(self, *, op: date, einde: TrajectEinde) -> None:
        self.eind_op, self.einde = op, einde

    @overgang(van=TrajectStatus.BEEINDIGD, naar=TrajectStatus.LOPEND)
    def hervatten(self) -> None:
        self.eind_op, self.einde = None, ""
