"""The payments of a month together: built, made ready, approved by another, offered, answered."""

from __future__ import annotations

import zlib
from datetime import date, datetime
from decimal import Decimal
from typing import ClassVar

from django.db import models
from django.db.models import Q

from inburgering.beloften import bewijs, een_van, samen
from inburgering.statemachine import Toestandsrij, overgang, toestandsveld
from inburgering.versleuteling import ontsleutel_bytes, versleutel_bytes
from medewerkers.models import Medewerker, Rij
from ontzorgen.enums import Batchrol, BatchStatus
from ontzorgen.models.uitkering import EERSTE_DAG

S = BatchStatus
OPEN = (S.CONCEPT, S.KLAAR, S.AKKOORD)
"""Nothing left the building yet."""
BUITEN = (S.AANGEBODEN, S.VERWERKT, S.AFGEKEURD)
"""The bank has the file."""

_BESTAND = "betaalbatch.bestand"


class Betaalbatch(Toestandsrij):
    """The `nummer`-th batch of a month (`maand` is its first day).

    `regels_hash` seals the lines that were made ready: an approval is for exactly those.
    `bouw_gevraagd_at`: a worker still has to build it. Amounts and numbers are of the last build.
    """

    geen_persoon: ClassVar[str] = "een batch; de betalingen verwijzen naar personen"

    maand = models.DateField("maand")
    nummer = models.PositiveSmallIntegerField("nummer", default=1)
    status = toestandsveld(S, begin=S.CONCEPT)
    verwerken_op = models.DateField("de bank betaalt op")
    gemaakt_at = models.DateTimeField("gemaakt")
    bouw_gevraagd_at = models.DateTimeField("bouwen gevraagd", null=True, blank=True)
    bouw_gevraagd_door = models.ForeignKey(
        Medewerker, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    gebouwd_at = models.DateTimeField("gebouwd", null=True, blank=True)
    aantal = models.PositiveIntegerField("aantal betalingen", default=0)
    totaal_bedrag = models.DecimalField(
        "totaal", max_digits=12, decimal_places=2, default=Decimal("0.00")
    )
    tekort_bedrag = models.DecimalField(
        "tekort", max_digits=12, decimal_places=2, default=Decimal("0.00")
    )
    regels_hash = models.CharField("zegel over de regels", max_length=64, blank=True)
    akkoorden_nodig = models.PositiveSmallIntegerField("akkoorden nodig", default=1)
    klaar_op = models.DateField("klaargezet op", null=True, blank=True)
    klaar_door = models.ForeignKey(
        Medewerker, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    akkoord_op = models.DateField("akkoord op", null=True, blank=True)
    aangeboden_op = models.DateField("aangeboden op", null=True, blank=True)
    aangeboden_door = models.ForeignKey(
        Medewerker, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    verwerkt_op = models.DateField("verwerkt op", null=True, blank=True)
    afgekeurd_op = models.DateField("geweigerd op", null=True, blank=True)
    afgekeurd_reden = models.CharField("waarom geweigerd", max_length=200, blank=True)
    vervallen_op = models.DateField("weggegooid op", null=True, blank=True)
    vervallen_reden = models.CharField("waarom weggegooid", max_length=200, blank=True)

    class Meta:
        verbose_name = "betaalbatch"
        verbose_name_plural = "betaalbatches"
        ordering = ["-maand", "-nummer"]
        constraints = [
            een_van("batch_status_bekend", "status", S.values),
            models.CheckConstraint(name="batch_eerste_dag", condition=EERSTE_DAG),
            models.UniqueConstraint(fields=["maand", "nummer"], name="batch_een_per_nummer"),
            models.UniqueConstraint(
                fields=["maand"], condition=Q(status__in=OPEN), name="batch_een_open_per_maand"
            ),
            samen("batch_bouw_gevraagd_samen", "bouw_gevraagd_at", "bouw_gevraagd_door"),
            models.CheckConstraint(
                name="batch_bouwt_alleen_als_concept",
                condition=Q(status=S.CONCEPT) | Q(bouw_gevraagd_at=None),
            ),
            models.CheckConstraint(
                name="batch_akkoorden_een_of_twee", condition=Q(akkoorden_nodig__in=[1, 2])
            ),
            samen("batch_klaar_samen", "klaar_op", "klaar_door"),
            samen("batch_aangeboden_samen", "aangeboden_op", "aangeboden_door"),
            bewijs(
                "batch_klaar_bewezen",
                "klaar_op",
                "klaar_door",
                bij=[S.KLAAR, S.AKKOORD, *BUITEN],
                tekst=["regels_hash"],
            ),
            bewijs("batch_akkoord_bewezen", "akkoord_op", bij=[S.AKKOORD, *BUITEN]),
            bewijs("batch_aangeboden_bewezen", "aangeboden_op", "aangeboden_door", bij=BUITEN),
            bewijs("batch_verwerkt_bewezen", "verwerkt_op", bij=[S.VERWERKT]),
            bewijs(
                "batch_afgekeurd_bewezen",
                "afgekeurd_op",
                bij=[S.AFGEKEURD],
                tekst=["afgekeurd_reden"],
            ),
            bewijs(
                "batch_vervallen_bewezen",
                "vervallen_op",
                bij=[S.VERVALLEN],
                tekst=["vervallen_reden"],
            ),
        ]

    def __str__(self) -> str:
        return f"betaalbatch {self.maand:%m-%Y} nr. {self.nummer}"

    @property
    def open(self) -> bool:
        return self.status in OPEN

    @overgang(van=S.CONCEPT, naar=S.KLAAR)
    def klaarzetten(self, *, op: date, door: Medewerker, zegel: str, akkoorden_nodig: int) -> None:
        self.klaar_op, self.klaar_door = op, door
        self.regels_hash, self.akkoorden_nodig = zegel, akkoorden_nodig

    @overgang(van=S.KLAAR, naar=S.AKKOORD)
    def akkoord_geven(self, *, op: date) -> None:
        """The last approval that was needed."""
        self.akkoord_op = op

    @overgang(van=[S.KLAAR, S.AKKOORD], naar=S.CONCEPT)
    def terugnemen(self) -> None:
        """Something must be put right first: nothing that was approved still is."""
        self.klaar_op = self.klaar_door = self.akkoord_op = None
        self.regels_hash = ""

    @overgang(van=S.AKKOORD, naar=S.AANGEBODEN)
    def aanbieden(self, *, op: date, door: Medewerker) -> None:
        self.aangeboden_op, self.aangeboden_door = op, door

    @overgang(van=S.AANGEBODEN, naar=S.VERWERKT)
    def verwerken(self, *, op: date) -> None:
        """The bank booked it."""
        self.verwerkt_op = op

    @overgang(van=S.AANGEBODEN, naar=S.AFGEKEURD)
    def afkeuren(self, *, op: date, reden: str) -> None:
        """The bank refused the file as a whole: nothing was paid."""
        self.afgekeurd_op, self.afgekeurd_reden = op, reden

    @overgang(van=S.CONCEPT, naar=S.VERVALLEN)
    def weggooien(self, *, op: date, reden: str) -> None:
        self.vervallen_op, self.vervallen_reden = op, reden
        self.bouw_gevraagd_at = self.bouw_gevraagd_door = None


class Batchpersoon(Rij):
    """Who made a batch and who approved it: each colleague is one of the two, the database says so.

    `zegel` is the seal over the lines that this colleague approved.
    """

    geen_persoon: ClassVar[str] = "over medewerkers"

    batch = models.ForeignKey(Betaalbatch, on_delete=models.PROTECT, related_name="personen")
    medewerker = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")
    rol = models.CharField(max_length=8, choices=Batchrol.choices)
    at = models.DateTimeField()
    zegel = models.CharField(max_length=64, blank=True)

    class Meta:
        verbose_name = "persoon bij een batch"
        verbose_name_plural = "personen bij een batch"
        ordering = ["at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["batch", "medewerker"], name="batchpersoon_maker_of_akkoord"
            ),
            een_van("batchpersoon_rol_bekend", "rol", Batchrol.values),
            models.CheckConstraint(
                name="batchpersoon_akkoord_met_zegel",
                condition=Q(rol=Batchrol.MAKER, zegel="")
                | (Q(rol=Batchrol.AKKOORD) & ~Q(zegel="")),
            ),
        ]

    def __str__(self) -> str:
        return str(self.get_rol_display())


class Batchbestand(models.Model):
    """The file for the bank as it was made, packed and encrypted. Made once, never changed.

    `bericht` is its message number: the bank refuses a second file with the same one.
    """

    geen_persoon: ClassVar[str] = "het bestand van een batch"

    batch = models.OneToOneField(
        Betaalbatch, on_delete=models.PROTECT, related_name="bestand", primary_key=True
    )
    naam = models.CharField(max_length=60)
    bericht = models.CharField(max_length=35, unique=True)
    sha256 = models.CharField(max_length=64)
    gemaakt_at: models.DateTimeField[datetime, datetime] = models.DateTimeField()
    inhoud_versleuteld = models.BinaryField()

    alleen_toevoegen: ClassVar[bool] = True

    class Meta:
        verbose_name = "bestand van een batch"
        verbose_name_plural = "bestanden van batches"

    def __str__(self) -> str:
        return self.naam

    @property
    def inhoud(self) -> bytes:
        return zlib.decompress(ontsleutel_bytes(bytes(self.inhoud_versleuteld), doel=_BESTAND))

    @inhoud.setter
    def inhoud(self, waarde: bytes) -> None:
        self.inhoud_versleuteld = versleutel_bytes(zlib.compress(waarde), doel=_BESTAND)
