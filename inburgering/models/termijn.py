"""Statutory terms, stored with the rule that produced them."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from inburgering.beloften import bewijs, een_van, op_volgorde
from inburgering.enums import Herkomst, TermijnSoort, TermijnStatus
from inburgering.models.dossier import Inburgeraar
from inburgering.models.zicht import DossierQuerySet, DossierRij
from inburgering.statemachine import Toestandsrij, overgang, toestandsveld
from medewerkers.models import Rij
from wet.regels import alle_regels

# Why a term lapsed that runs again when the dossier does.
RUST, EINDE, KLAAR = "dossier opgeschort", "dossier beëindigd", "dossier voltooid"
STOPT_MET_DOSSIER = (RUST, EINDE, KLAAR)


class Termijn(DossierRij, Toestandsrij):
    """A running term: `start_op` and `eind_op` are its first and last day, both inclusive.

    Stored with the question that gave it (`regel` and `invoer`), so that it can be asked again when
    the law is about to change.

    What is late is a question of the day it is asked, so it is not stored. `sleutel` tells terms
    of one kind apart (the objection terms of two decisions); `herkomst` says whether the dates are
    our own computation or DUO's.
    """

    inburgeraar = models.ForeignKey(Inburgeraar, on_delete=models.PROTECT, related_name="termijnen")
    soort = models.CharField("termijn", max_length=20, choices=TermijnSoort.choices)
    sleutel = models.CharField(max_length=40, blank=True)
    start_op = models.DateField("eerste dag")
    eind_op = models.DateField("laatste dag")
    status = toestandsveld(TermijnStatus, begin=TermijnStatus.LOPEND)
    gehaald_op = models.DateField("gehaald op", null=True, blank=True)
    vervallen_op = models.DateField("vervallen op", null=True, blank=True)
    reden = models.CharField("reden", max_length=200, blank=True)
    herkomst = models.CharField(
        "bron van de datum", max_length=5, choices=Herkomst.choices, default=Herkomst.EIGEN
    )
    regel = models.CharField("regel", max_length=60)
    invoer = models.JSONField(
        "gegevens", default=dict, help_text="Waaruit de datum volgt, zoals men het zou typen."
    )
    bron = ArrayField(models.CharField(max_length=120), verbose_name="artikelen", default=list)
    stappen = ArrayField(models.TextField(), verbose_name="stappen", default=list)
    zekerheid = models.CharField("zekerheid", max_length=20)

    class Meta:
        verbose_name = "termijn"
        verbose_name_plural = "termijnen"
        ordering = ["eind_op", "pk"]
        indexes = [
            models.Index(
                fields=["eind_op"], name="termijn_lopend", condition=Q(status=TermijnStatus.LOPEND)
            )
        ]
        constraints = [
            op_volgorde("termijn_op_volgorde"),
            een_van("termijn_soort_bekend", "soort", TermijnSoort.values),
            een_van("termijn_status_bekend", "status", TermijnStatus.values),
            bewijs("termijn_gehaald_bewezen", "gehaald_op", bij=[TermijnStatus.GEHAALD]),
            bewijs("termijn_vervallen_bewezen", "vervallen_op", bij=[TermijnStatus.VERVALLEN]),
            models.UniqueConstraint(
                fields=["inburgeraar", "soort", "sleutel"],
                name="termijn_een_lopende",
                condition=Q(status=TermijnStatus.LOPEND),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_soort_display()} t/m {self.eind_op:%d-%m-%Y}"

    @property
    def regel_voluit(self) -> str:
        """The sentence by which the law names the rule; a rule of before has only its name."""
        regel = alle_regels().get(self.regel)
        return regel.tekst if regel else self.regel.replace("_", " ").capitalize()

    @overgang(van=TermijnStatus.LOPEND, naar=TermijnStatus.GEHAALD)
    def halen(self, *, op: date) -> None:
        """What the term asked for was done on this day, in time or late."""
        self.gehaald_op = op

    @overgang(van=TermijnStatus.LOPEND, naar=TermijnStatus.VERVALLEN)
    def laten_vervallen(self, *, op: date, reden: str) -> None:
        """The term no longer asks for anything."""
        self.vervallen_op, self.reden = op, reden

    @overgang(van=[TermijnStatus.GEHAALD, TermijnStatus.VERVALLEN], naar=TermijnStatus.LOPEND)
    def herleven(self) -> None:
        """The record goes on: what was stopped runs again with the dates it had."""
        self.gehaald_op = self.vervallen_op = None
        self.reden = ""


class VerlengingQuerySet(DossierQuerySet["Verlenging"]):
    pass


class Verlenging(Rij):
    """An extension of a term on a ground of the Regeling; `eind_op` is the new last day."""

    pad_naar_dossier: ClassVar[str] = "termijn__inburgeraar"
    pad_naar_persoon: ClassVar[str] = "termijn__inburgeraar__persoon"

    termijn = models.ForeignKey(Termijn, on_delete=models.PROTECT, related_name="verlengingen")
    grond = models.CharField("grond", max_length=120)
    besloten_op = models.DateField("besloten op")
    oud_eind_op = models.DateField("laatste dag was")
    eind_op = models.DateField("laatste dag wordt")
    herkomst = models.CharField(
        "bron", max_length=5, choices=Herkomst.choices, default=Herkomst.DUO
    )

    objects: ClassVar = models.Manager.from_queryset(VerlengingQuerySet)()

    class Meta:
        verbose_name = "verlenging"
        verbose_name_plural = "verlengingen"
        constraints = [
            models.CheckConstraint(
                name="verlenging_is_later", condition=Q(eind_op__gt=models.F("oud_eind_op"))
            )
        ]

    def __str__(self) -> str:
        return f"verlengd tot en met {self.eind_op:%d-%m-%Y}"


class Signaal(models.Model):
    """That a term crossed a step (so many days left, or over). Once per step, says the database."""

    alleen_toevoegen = True

    termijn = models.ForeignKey(Termijn, on_delete=models.PROTECT, related_name="signalen")
    dagen = models.SmallIntegerField(help_text="Dagen voor de laatste dag; -1 is voorbij.")
    eind_op = models.DateField(help_text="De laatste dag zoals die toen was.")
    gegeven_op = models.DateField()

    class Meta:
        verbose_name = "signaal"
        verbose_name_plural = "signalen"
        constraints = [
            models.UniqueConstraint(
                fields=["termijn", "eind_op", "dagen"], name="signaal_een_per_stap"
            )
        ]

    def __str__(self) -> str:
        return f"{self.termijn}: {self.dagen}"
