"""A file that is entered: the job, the file itself, and its rows."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from typing import ClassVar, Self

from django.db import models
from django.db.models import Q

from inburgering.beloften import bewijs, een_van, samen
from inburgering.models import Persoon
from inburgering.statemachine import Toestandsrij, overgang, toestandsveld
from inburgering.versleuteling import (
    ontsleutel,
    ontsleutel_bytes,
    versleutel,
    versleutel_bytes,
)
from medewerkers.models import BewaakteQuerySet, Medewerker
from opdrachten.enums import Keuze, OpdrachtStatus, Uitkomst
from opdrachten.soorten import IMPORTSOORTEN, Importsoort, Oordeel

_BESTAND = "opdracht.bestand"
_KOPPEN = "opdracht.koppen"
_CELLEN = "opdracht.cellen"

S = OpdrachtStatus
_NA_BEVESTIGEN = (S.BEVESTIGD, S.KLAAR, S.TERUGDRAAIEN, S.ONGEDAAN)
# What a machine is doing, and what waits for a person
BEZIG = (S.ONTVANGEN, S.BEVESTIGD, S.TERUGDRAAIEN)
WACHT = (S.TE_KOPPELEN, S.VOORBEELD)


class OpdrachtQuerySet(BewaakteQuerySet["Opdracht"]):
    def zichtbaar_voor(self, medewerker: Medewerker) -> Self:
        """Of the kinds this colleague may enter."""
        soorten = [s.naam for s in IMPORTSOORTEN.values() if medewerker.heeft(s.recht)]
        return self.filter(soort__in=soorten)


class Opdracht(Toestandsrij):
    """A file that somebody wants entered, from upload to result.

    What may not stay in the history for ever, the file and its rows, stands in rows of its own.
    `koppeling` says by name of a wanted column in which column of the file it stands.
    """

    geen_persoon: ClassVar[str] = "een bestand met regels; de regels verwijzen naar personen"

    soort = models.CharField("soort", max_length=40)
    status = toestandsveld(OpdrachtStatus, begin=OpdrachtStatus.ONTVANGEN)
    bestandsnaam = models.CharField("bestand", max_length=150)
    sha256 = models.CharField(max_length=64)
    blad = models.CharField("werkblad", max_length=100, blank=True)
    codering = models.CharField("codering", max_length=20, blank=True)
    scheiding = models.CharField("scheidingsteken", max_length=1, blank=True)
    koppeling = models.JSONField("koppeling", default=dict)
    totaal = models.PositiveIntegerField("aantal regels", default=0)
    oordelen = models.JSONField("regels per oordeel", default=dict)
    uitkomsten = models.JSONField("regels per uitkomst", default=dict)
    gemaakt_at = models.DateTimeField("ontvangen")
    gemaakt_door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")
    bevestigd_at = models.DateTimeField("bevestigd", null=True, blank=True)
    bevestigd_door = models.ForeignKey(
        Medewerker, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    klaar_at = models.DateTimeField("klaar", null=True, blank=True)
    ongedaan_at = models.DateTimeField("ongedaan gemaakt", null=True, blank=True)
    ongedaan_door = models.ForeignKey(
        Medewerker, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    ongedaan_reden = models.CharField("reden", max_length=200, blank=True)
    weggegooid_at = models.DateTimeField("weggegooid", null=True, blank=True)
    weggegooid_door = models.ForeignKey(
        Medewerker, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    melding = models.CharField("wat er misging", max_length=300, blank=True)

    objects: ClassVar = models.Manager.from_queryset(OpdrachtQuerySet)()

    class Meta:
        verbose_name = "opdracht"
        verbose_name_plural = "opdrachten"
        ordering = ["-gemaakt_at", "-pk"]
        constraints = [
            een_van("opdracht_status_bekend", "status", OpdrachtStatus.values),
            samen("opdracht_bevestigd_samen", "bevestigd_door", "bevestigd_at"),
            samen("opdracht_ongedaan_samen", "ongedaan_door", "ongedaan_at"),
            samen("opdracht_weggegooid_samen", "weggegooid_door", "weggegooid_at"),
            bewijs("opdracht_bevestigd_bewezen", "bevestigd_at", bij=_NA_BEVESTIGEN),
            bewijs("opdracht_klaar_bewezen", "klaar_at", bij=[S.KLAAR, S.TERUGDRAAIEN, S.ONGEDAAN]),
            bewijs(
                "opdracht_ongedaan_bewezen",
                "ongedaan_at",
                bij=[S.TERUGDRAAIEN, S.ONGEDAAN],
                tekst=["ongedaan_reden"],
            ),
            bewijs("opdracht_weggegooid_bewezen", "weggegooid_at", bij=[S.VERVALLEN]),
            models.CheckConstraint(
                name="opdracht_mislukt_zegt_waarom",
                condition=~Q(status=S.MISLUKT) | ~Q(melding=""),
            ),
            models.CheckConstraint(
                name="opdracht_hash_is_sha256", condition=Q(sha256__regex=r"^[0-9a-f]{64}$")
            ),
        ]

    def __str__(self) -> str:
        return self.bestandsnaam

    @property
    def importsoort(self) -> Importsoort:
        return IMPORTSOORTEN[self.soort]

    @overgang(van=S.ONTVANGEN, naar=S.TE_KOPPELEN)
    def laten_koppelen(self) -> None:
        """A required column was not recognised."""

    @overgang(van=S.ONTVANGEN, naar=S.VOORBEELD)
    def laten_zien(self, *, oordelen: Mapping[str, int]) -> None:
        """Every row is judged; nothing is written yet."""
        self.oordelen = dict(oordelen)

    @overgang(van=[S.TE_KOPPELEN, S.VOORBEELD], naar=S.ONTVANGEN)
    def opnieuw_lezen(self, *, blad: str, koppeling: Mapping[str, int]) -> None:
        """Other columns, or another sheet: the file is read again."""
        self.blad, self.koppeling, self.oordelen = blad, dict(koppeling), {}

    @overgang(van=S.VOORBEELD, naar=S.BEVESTIGD)
    def bevestigen(self, *, door: Medewerker, nu: datetime) -> None:
        self.bevestigd_door, self.bevestigd_at = door, nu

    @overgang(van=S.BEVESTIGD, naar=S.KLAAR)
    def afronden(self, *, nu: datetime, uitkomsten: Mapping[str, int]) -> None:
        """Of every row it is known what came of it."""
        self.klaar_at, self.uitkomsten = nu, dict(uitkomsten)

    @overgang(van=S.KLAAR, naar=S.TERUGDRAAIEN)
    def terugdraaien(self, *, door: Medewerker, nu: datetime, reden: str) -> None:
        self.ongedaan_door, self.ongedaan_at, self.ongedaan_reden = door, nu, reden
        self.melding = ""

    @overgang(van=S.TERUGDRAAIEN, naar=S.ONGEDAAN)
    def ongedaan_maken(self) -> None:
        """All that was entered is gone, all that was completed is as it was."""

    @overgang(van=S.TERUGDRAAIEN, naar=S.KLAAR)
    def laten_staan(self, *, reden: str) -> None:
        """Something stands in the way: nothing was taken back."""
        self.ongedaan_door = self.ongedaan_at = None
        self.ongedaan_reden, self.melding = "", reden

    @overgang(van=S.ONTVANGEN, naar=S.MISLUKT)
    def mislukken(self, *, reden: str) -> None:
        self.melding = reden

    @overgang(van=[S.ONTVANGEN, S.TE_KOPPELEN, S.VOORBEELD, S.MISLUKT], naar=S.VERVALLEN)
    def weggooien(self, *, door: Medewerker, nu: datetime) -> None:
        self.weggegooid_door, self.weggegooid_at, self.melding = door, nu, ""


class Importbestand(models.Model):
    """The file of an opdracht and its headings, encrypted; goes when it has served.

    No history: a history could not be emptied, and a file is never changed.
    """

    opdracht = models.OneToOneField(
        Opdracht, on_delete=models.CASCADE, related_name="bestand", primary_key=True
    )
    inhoud_versleuteld = models.BinaryField()
    koppen_versleuteld = models.BinaryField(null=True)
    bladen = models.JSONField(default=list)

    class Meta:
        verbose_name = "importbestand"
        verbose_name_plural = "importbestanden"

    def __str__(self) -> str:
        return f"bestand van opdracht {self.pk}"

    @property
    def inhoud(self) -> bytes:
        return ontsleutel_bytes(bytes(self.inhoud_versleuteld), doel=_BESTAND)

    @inhoud.setter
    def inhoud(self, waarde: bytes) -> None:
        self.inhoud_versleuteld = versleutel_bytes(waarde, doel=_BESTAND)

    @property
    def koppen(self) -> list[str]:
        """The headings as they stand in the file; encrypted, for a file may have none."""
        if self.koppen_versleuteld is None:
            return []
        koppen: list[str] = json.loads(ontsleutel(bytes(self.koppen_versleuteld), doel=_KOPPEN))
        return koppen

    @koppen.setter
    def koppen(self, waarde: list[str]) -> None:
        self.koppen_versleuteld = versleutel(json.dumps(waarde), doel=_KOPPEN)


class Importregel(models.Model):
    """One row of the file: what stands in it, what is thought of it, what came of it.

    `eenheid` is the number of the first row of its unit. No history: it is a worksheet of a
    thousand rows at a time, and what is made of them has a history of its own.
    """

    opdracht = models.ForeignKey(Opdracht, on_delete=models.CASCADE, related_name="regels")
    nummer = models.PositiveIntegerField("regel")
    eenheid = models.PositiveIntegerField()
    cellen_versleuteld = models.BinaryField()
    oordeel = models.CharField(max_length=12, choices=Oordeel.choices, blank=True)
    eenheid_oordeel = models.CharField(max_length=12, choices=Oordeel.choices, blank=True)
    bevindingen = models.JSONField(default=list)
    keuze = models.CharField(max_length=10, choices=Keuze.choices, blank=True)
    uitkomst = models.CharField(max_length=12, choices=Uitkomst.choices, blank=True)
    reden = models.CharField(max_length=300, blank=True)
    sporen = models.JSONField(default=list)
    verwerkt_at = models.DateTimeField(null=True, blank=True)
    persoon = models.ForeignKey(
        Persoon, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )

    class Meta:
        verbose_name = "importregel"
        verbose_name_plural = "importregels"
        ordering = ["nummer"]
        indexes = [
            models.Index(fields=["opdracht", "oordeel", "nummer"], name="importregel_oordeel"),
            models.Index(fields=["opdracht", "eenheid"], name="importregel_eenheid"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["opdracht", "nummer"], name="importregel_nummer_uniek"),
            een_van("importregel_oordeel_bekend", "oordeel", ["", *Oordeel.values]),
            een_van("importregel_eenheid_bekend", "eenheid_oordeel", ["", *Oordeel.values]),
            een_van("importregel_uitkomst_bekend", "uitkomst", ["", *Uitkomst.values]),
            models.CheckConstraint(
                name="importregel_keuze_bij_dubbel",
                condition=(Q(eenheid_oordeel=Oordeel.DUBBEL) & Q(keuze__in=Keuze.values))
                | (~Q(eenheid_oordeel=Oordeel.DUBBEL) & Q(keuze="")),
            ),
            models.CheckConstraint(
                name="importregel_uitkomst_bewezen",
                condition=Q(uitkomst="", verwerkt_at=None)
                | (~Q(uitkomst="") & Q(verwerkt_at__isnull=False)),
            ),
            models.CheckConstraint(
                name="importregel_sporen_alleen_ingevoerd",
                condition=Q(sporen=[]) | Q(uitkomst=Uitkomst.INGEVOERD),
            ),
        ]

    def __str__(self) -> str:
        return f"regel {self.nummer}"

    @property
    def cellen(self) -> list[str]:
        cellen: list[str] = json.loads(ontsleutel(bytes(self.cellen_versleuteld), doel=_CELLEN))
        return cellen

    @cellen.setter
    def cellen(self, waarde: list[str]) -> None:
        self.cellen_versleuteld = versleutel(json.dumps(waarde), doel=_CELLEN)
