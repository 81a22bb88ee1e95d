"""Exams, and the taalschakeltraject of the onderwijsroute."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from django.db import models
from django.db.models import Q

from inburgering.beloften import bewijs, een_van, op_volgorde
from inburgering.enums import Herkomst, Onderdeel
from inburgering.models import Inburgeraar
from inburgering.models.duo import NIVEAUS
from inburgering.models.zicht import DossierRij
from inburgering.statemachine import Toestandsrij, overgang, toestandsveld
from leerroutes.enums import ExamenUitslag, RedenGeenUitslag, TaalschakelDeel, TaalschakelStatus
from leerroutes.models.aanbieder import Aanbieder
from leerroutes.models.traject import Traject
from medewerkers.models import Rij
from wet.leerroutes import Niveau


class Examenresultaat(DossierRij, Rij):
    """One attempt at one part. Without `uitslag` the result is still awaited.

    `niveau` is empty for KNM only. Attempts count for a person, whatever the route.
    """

    inburgeraar = models.ForeignKey(Inburgeraar, on_delete=models.PROTECT, related_name="examens")
    onderdeel = models.CharField("onderdeel", max_length=3, choices=Onderdeel.choices)
    niveau = models.CharField("niveau", max_length=2, choices=NIVEAUS, blank=True)
    examen_op = models.DateField("datum van het examen")
    uitslag = models.CharField("uitslag", max_length=8, choices=ExamenUitslag.choices, blank=True)
    reden_geen = models.CharField(
        "waarom geen uitslag", max_length=16, choices=RedenGeenUitslag.choices, blank=True
    )
    uitslag_op = models.DateField("uitslag ontvangen op", null=True, blank=True)
    gratis = models.BooleanField("gratis poging", default=False)
    herkomst = models.CharField(
        "bron", max_length=5, choices=Herkomst.choices, default=Herkomst.DUO
    )

    class Meta:
        verbose_name = "examenresultaat"
        verbose_name_plural = "examenresultaten"
        ordering = ["onderdeel", "-examen_op"]
        constraints = [
            een_van("examen_onderdeel_bekend", "onderdeel", Onderdeel.values),
            een_van("examen_niveau_bekend", "niveau", ["", *(n.value for n in Niveau)]),
            een_van("examen_uitslag_bekend", "uitslag", ["", *ExamenUitslag.values]),
            een_van("examen_reden_bekend", "reden_geen", ["", *RedenGeenUitslag.values]),
            models.CheckConstraint(
                name="examen_niveau_bij_taal",
                condition=(Q(onderdeel=Onderdeel.KNM) & Q(niveau=""))
                | (~Q(onderdeel=Onderdeel.KNM) & ~Q(niveau="")),
            ),
            bewijs(
                "examen_reden_bij_geen",
                bij=[ExamenUitslag.GEEN],
                status="uitslag",
                tekst=["reden_geen"],
            ),
            bewijs(
                "examen_uitslag_bewezen",
                "uitslag_op",
                bij=ExamenUitslag.values,
                status="uitslag",
            ),
            op_volgorde("examen_uitslag_na_examen", "examen_op", "uitslag_op"),
            models.UniqueConstraint(
                fields=["inburgeraar", "onderdeel", "examen_op"], name="examen_een_per_dag"
            ),
        ]

    def __str__(self) -> str:
        return f"examen {self.get_onderdeel_display()}"


class Taalschakeltraject(DossierRij, Toestandsrij):
    """The programme of the onderwijsroute at a recognised school. `verwacht_eind_op` is inclusive.

    Left without a diploma, the exam at B1 and KNM is the other way, and the MAP is due (Wi 8.4).
    """

    inburgeraar = models.ForeignKey(
        Inburgeraar, on_delete=models.PROTECT, related_name="taalschakeltrajecten"
    )
    traject = models.ForeignKey(
        Traject, on_delete=models.PROTECT, related_name="taalschakeltrajecten"
    )
    aanbieder = models.ForeignKey(
        Aanbieder, on_delete=models.PROTECT, related_name="taalschakeltrajecten"
    )
    niveau = models.CharField("niveau van Nederlands", max_length=2, choices=NIVEAUS)
    start_op = models.DateField("gestart op")
    verwacht_eind_op = models.DateField("verwacht einde (tot en met)", null=True, blank=True)
    status = toestandsveld(TaalschakelStatus, begin=TaalschakelStatus.LOPEND)
    eind_op = models.DateField("diploma of gestopt op", null=True, blank=True)
    reden = models.CharField("reden van stoppen", max_length=200, blank=True)

    class Meta:
        verbose_name = "taalschakeltraject"
        verbose_name_plural = "taalschakeltrajecten"
        ordering = ["-start_op", "-pk"]
        constraints = [
            een_van("taalschakel_status_bekend", "status", TaalschakelStatus.values),
            een_van("taalschakel_niveau_bekend", "niveau", [Niveau.B1.value, Niveau.B2.value]),
            bewijs(
                "taalschakel_einde_bewezen",
                "eind_op",
                bij=[TaalschakelStatus.BEHAALD, TaalschakelStatus.VERLATEN],
            ),
            bewijs(
                "taalschakel_verlaten_met_reden",
                bij=[TaalschakelStatus.VERLATEN],
                tekst=["reden"],
            ),
            op_volgorde("taalschakel_op_volgorde"),
            models.UniqueConstraint(
                fields=["inburgeraar"],
                name="taalschakel_een_tegelijk",
                condition=Q(status=TaalschakelStatus.LOPEND),
            ),
        ]

    def __str__(self) -> str:
        return "taalschakeltraject"

    @overgang(van=TaalschakelStatus.LOPEND, naar=TaalschakelStatus.BEHAALD)
    def behalen(self, *, op: date) -> None:
        self.eind_op = op

    @overgang(van=TaalschakelStatus.LOPEND, naar=TaalschakelStatus.VERLATEN)
    def verlaten(self, *, op: date, reden: str) -> None:
        self.eind_op, self.reden = op, reden

    @overgang(
        van=[TaalschakelStatus.BEHAALD, TaalschakelStatus.VERLATEN], naar=TaalschakelStatus.LOPEND
    )
    def hervatten(self) -> None:
        """It was recorded wrong, or goes on after all."""
        self.eind_op, self.reden = None, ""


class TaalschakelOnderdeel(DossierRij, Rij):
    """A part of the programme; `behaald_op` when it was passed."""

    pad_naar_dossier: ClassVar[str] = "taalschakeltraject__inburgeraar"
    pad_naar_persoon: ClassVar[str] = "taalschakeltraject__inburgeraar__persoon"

    taalschakeltraject = models.ForeignKey(
        Taalschakeltraject, on_delete=models.PROTECT, related_name="onderdelen"
    )
    soort = models.CharField("onderdeel", max_length=20, choices=TaalschakelDeel.choices)
    behaald_op = models.DateField("behaald op", null=True, blank=True)

    class Meta:
        verbose_name = "onderdeel van het taalschakeltraject"
        verbose_name_plural = "onderdelen van het taalschakeltraject"
        ordering = ["pk"]
        constraints = [
            een_van("taalschakeldeel_soort_bekend", "soort", TaalschakelDeel.values),
            models.UniqueConstraint(
                fields=["taalschakeltraject", "soort"], name="taalschakeldeel_een_per_soort"
            ),
        ]

    def __str__(self) -> str:
        return str(self.get_soort_display())
