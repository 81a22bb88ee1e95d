"""The participatieverklaringstraject: meetings of a group, who came, and the signature."""

from __future__ import annotations

from datetime import datetime, timedelta
from decimal import Decimal
from typing import ClassVar

from django.db import models
from django.db.models import Q

from inburgering.beloften import bewijs, een_van, op_volgorde
from inburgering.models import Inburgeraar
from inburgering.models.zicht import DossierRij
from inburgering.statemachine import Toestandsrij, overgang, toestandsveld
from leerroutes.enums import BijeenkomstSoort, BijeenkomstStatus, PvtDeelnameStatus
from medewerkers.models import Medewerker, Partnerorganisatie, Rij

_GEKOMEN = [PvtDeelnameStatus.AANWEZIG]


class PvtBijeenkomst(Toestandsrij):
    """A meeting for a group: who was invited and came stands with `PvtDeelname`.

    `uren` is what who was there the whole time gets; the activity and the signing count too.
    """

    geen_persoon: ClassVar[str] = "een groep; wie er zijn, staat bij de deelname"

    soort = models.CharField("soort", max_length=14, choices=BijeenkomstSoort.choices)
    begint_at = models.DateTimeField("begint")
    uren = models.DecimalField("duur in uren", max_digits=4, decimal_places=2)
    plaats = models.CharField("plaats", max_length=120)
    onderwerp = models.CharField("kernwaarde of activiteit", max_length=120)
    begeleider = models.CharField("begeleider", max_length=120)
    partner = models.ForeignKey(
        Partnerorganisatie,
        verbose_name="door",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="pvt_bijeenkomsten",
    )
    taal = models.CharField("taal of tolk", max_length=60, blank=True)
    plaatsen = models.PositiveSmallIntegerField("aantal plaatsen")
    status = toestandsveld(BijeenkomstStatus, begin=BijeenkomstStatus.GEPLAND)
    reden = models.CharField("reden van afzeggen", max_length=200, blank=True)

    class Meta:
        verbose_name = "PVT-bijeenkomst"
        verbose_name_plural = "PVT-bijeenkomsten"
        ordering = ["begint_at", "pk"]
        constraints = [
            een_van("bijeenkomst_status_bekend", "status", BijeenkomstStatus.values),
            een_van("bijeenkomst_soort_bekend", "soort", BijeenkomstSoort.values),
            bewijs(
                "bijeenkomst_afgezegd_met_reden",
                bij=[BijeenkomstStatus.AFGEZEGD],
                tekst=["reden"],
            ),
            models.CheckConstraint(
                name="bijeenkomst_met_duur_en_plaats",
                condition=Q(uren__gt=0, uren__lte=12, plaatsen__gte=1) & ~Q(plaats=""),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_soort_display()}: {self.onderwerp}"

    @property
    def eindigt_at(self) -> datetime:
        return self.begint_at + timedelta(hours=float(self.uren))

    @overgang(van=BijeenkomstStatus.GEPLAND, naar=BijeenkomstStatus.GEHOUDEN)
    def houden(self) -> None:
        """Who came is recorded with each."""

    @overgang(van=BijeenkomstStatus.GEPLAND, naar=BijeenkomstStatus.AFGEZEGD)
    def afzeggen(self, *, reden: str) -> None:
        self.reden = reden


class PvtDeelname(DossierRij, Toestandsrij):
    """Somebody at a meeting. Hours that were attended are an Urenregel of this row.

    `ondertekend`: signed there and then, at an ondertekeningsbijeenkomst.
    """

    bijeenkomst = models.ForeignKey(
        PvtBijeenkomst, on_delete=models.PROTECT, related_name="deelnames"
    )
    inburgeraar = models.ForeignKey(
        Inburgeraar, on_delete=models.PROTECT, related_name="pvt_deelnames"
    )
    status = toestandsveld(PvtDeelnameStatus, begin=PvtDeelnameStatus.UITGENODIGD)
    uren = models.DecimalField("uren", max_digits=4, decimal_places=2, null=True, blank=True)
    ondertekend = models.BooleanField("ondertekend", default=False)
    reden = models.CharField("reden", max_length=200, blank=True)

    class Meta:
        verbose_name = "deelname aan het PVT"
        verbose_name_plural = "deelnames aan het PVT"
        ordering = ["bijeenkomst", "pk"]
        constraints = [
            een_van("pvtdeelname_status_bekend", "status", PvtDeelnameStatus.values),
            bewijs("pvtdeelname_uren_bewezen", "uren", bij=_GEKOMEN),
            models.CheckConstraint(
                name="pvtdeelname_getekend_is_gekomen",
                condition=Q(ondertekend=False) | Q(status__in=_GEKOMEN),
            ),
            models.UniqueConstraint(
                fields=["bijeenkomst", "inburgeraar"], name="pvtdeelname_een_keer"
            ),
        ]

    def __str__(self) -> str:
        return "deelname aan het PVT"

    @overgang(
        van=[PvtDeelnameStatus.UITGENODIGD, PvtDeelnameStatus.AFWEZIG],
        naar=PvtDeelnameStatus.AANWEZIG,
    )
    def komen(self, *, uren: Decimal, ondertekend: bool) -> None:
        self.uren, self.ondertekend, self.reden = uren, ondertekend, ""

    @overgang(
        van=[PvtDeelnameStatus.UITGENODIGD, PvtDeelnameStatus.AANWEZIG],
        naar=PvtDeelnameStatus.AFWEZIG,
    )
    def wegblijven(self, *, reden: str) -> None:
        self.uren, self.ondertekend, self.reden = None, False, reden

    @overgang(van=PvtDeelnameStatus.UITGENODIGD, naar=PvtDeelnameStatus.AFGEMELD)
    def afmelden(self, *, reden: str) -> None:
        self.reden = reden

    @overgang(
        van=[PvtDeelnameStatus.AFGEMELD, PvtDeelnameStatus.AFWEZIG],
        naar=PvtDeelnameStatus.UITGENODIGD,
    )
    def opnieuw_uitnodigen(self) -> None:
        self.reden = ""


class Participatieverklaring(DossierRij, Rij):
    """The signature of one person: at the meeting, never by post. DUO hears its day.

    `pvt_deelname` is None for what another municipality, or a time before this system, recorded:
    then `elders` says so, and `elders_gemeld` that DUO heard it from there. `verwijtbaar` is set
    only where DUO takes it.
    """

    als_dubbel: ClassVar[str] = "Trek in het dossier dat verdwijnt eerst de ondertekening in."

    inburgeraar = models.OneToOneField(
        Inburgeraar, on_delete=models.PROTECT, related_name="participatieverklaring"
    )
    pvt_deelname = models.OneToOneField(
        PvtDeelname, on_delete=models.PROTECT, null=True, blank=True, related_name="verklaring"
    )
    ondertekend_op = models.DateField("ondertekend op")
    ondertekend_door = models.ForeignKey(
        Medewerker, verbose_name="vastgelegd door", on_delete=models.PROTECT, related_name="+"
    )
    elders = models.CharField("elders vastgelegd", max_length=200, blank=True)
    elders_gemeld = models.BooleanField("daar aan DUO gemeld", default=False)
    verwijtbaar = models.BooleanField("verwijtbaar te laat", null=True, blank=True)

    class Meta:
        verbose_name = "participatieverklaring"
        verbose_name_plural = "participatieverklaringen"
        constraints = [
            models.CheckConstraint(
                name="verklaring_op_de_bijeenkomst",
                condition=Q(pvt_deelname__isnull=False) | ~Q(elders=""),
            ),
            models.CheckConstraint(
                name="verklaring_elders_gemeld_is_elders",
                condition=Q(elders_gemeld=False) | ~Q(elders=""),
            ),
        ]

    def __str__(self) -> str:
        return "participatieverklaring"


class PvtElders(DossierRij, Rij):
    """What somebody followed of the PVT in another municipality, without signing there.

    `tot_op` is the last day there (inclusive); its hours are an Urenregel of that day. When there
    was no activity, one must still be done here.
    """

    als_dubbel: ClassVar[str] = "Verwijder het eerst in het dossier dat verdwijnt."

    inburgeraar = models.OneToOneField(
        Inburgeraar, on_delete=models.PROTECT, related_name="pvt_elders"
    )
    waar = models.CharField("gevolgd in gemeente", max_length=80)
    tot_op = models.DateField("gevolgd tot en met")
    activiteit_op = models.DateField("activiteit daar op", null=True, blank=True)

    class Meta:
        verbose_name = "PVT van elders"
        verbose_name_plural = "PVT van elders"
        constraints = [
            op_volgorde("pvtelders_activiteit_eerst", "activiteit_op", "tot_op"),
        ]

    def __str__(self) -> str:
        return "PVT van elders"
