"""Hours: one line per day and kind, summed per month in the same transaction."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from inburgering.beloften import een_van
from inburgering.models import Inburgeraar
from inburgering.models.zicht import DossierRij
from leerroutes.enums import Aanwezigheid
from leerroutes.models.aanbod import Deelname
from leerroutes.models.begeleiding import Begeleidingsmoment
from leerroutes.models.participatie import Plaatsing, Taalkoppel
from leerroutes.models.pvt import PvtDeelname
from leerroutes.models.traject import Traject
from medewerkers.models import Rij
from wet.leerroutes import Urensoort

URENSOORTEN = [(soort.value, soort.label) for soort in Urensoort]
UREN_PER_DAG = 24
# At most one of these says where the hours come from.
BRONNEN = ("deelname", "plaatsing", "taalkoppel", "pvt_deelname", "begeleiding")


def _hoogstens_een_bron() -> Q:
    """For every source: it is not there, or none of the others is."""
    voorwaarde = Q()
    for bron in BRONNEN:
        anderen = {ander: None for ander in BRONNEN if ander != bron}
        voorwaarde &= Q(**{bron: None}) | Q(**anderen)
    return voorwaarde


class Urenregel(DossierRij, Rij):
    """Hours of one kind on one day, from one source.

    `traject` is None for what may come before the plan (the intake, PVT). `erkend`: the school had
    the mark that day, or the kind asks for none; hours that are not do not count. `uren` is what
    was planned when somebody was absent.
    """

    inburgeraar = models.ForeignKey(
        Inburgeraar, on_delete=models.PROTECT, related_name="urenregels"
    )
    traject = models.ForeignKey(
        Traject, on_delete=models.PROTECT, null=True, blank=True, related_name="urenregels"
    )
    soort = models.CharField("soort", max_length=20, choices=URENSOORTEN)
    op = models.DateField("dag")
    uren = models.DecimalField("uren", max_digits=4, decimal_places=2)
    aanwezigheid = models.CharField(
        "aanwezigheid",
        max_length=12,
        choices=Aanwezigheid.choices,
        default=Aanwezigheid.AANWEZIG,
    )
    erkend = models.BooleanField("telt mee", default=True)
    deelname = models.ForeignKey(
        Deelname, on_delete=models.PROTECT, null=True, blank=True, related_name="urenregels"
    )
    plaatsing = models.ForeignKey(
        Plaatsing, on_delete=models.PROTECT, null=True, blank=True, related_name="urenregels"
    )
    taalkoppel = models.ForeignKey(
        Taalkoppel, on_delete=models.PROTECT, null=True, blank=True, related_name="urenregels"
    )
    pvt_deelname = models.OneToOneField(
        PvtDeelname, on_delete=models.PROTECT, null=True, blank=True, related_name="urenregel"
    )
    begeleiding = models.OneToOneField(
        Begeleidingsmoment,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="urenregel",
    )
    opmerking = models.CharField("opmerking", max_length=200, blank=True)

    class Meta:
        verbose_name = "urenregel"
        verbose_name_plural = "urenregels"
        ordering = ["-op", "-pk"]
        indexes = [models.Index(fields=["inburgeraar", "-op"], name="urenregel_per_dag")]
        constraints = [
            een_van("urenregel_soort_bekend", "soort", [s.value for s in Urensoort]),
            een_van("urenregel_aanwezigheid_bekend", "aanwezigheid", Aanwezigheid.values),
            models.CheckConstraint(
                name="urenregel_binnen_een_dag", condition=Q(uren__gt=0, uren__lte=UREN_PER_DAG)
            ),
            models.CheckConstraint(name="urenregel_een_bron", condition=_hoogstens_een_bron()),
            models.UniqueConstraint(
                fields=["deelname", "op", "soort"],
                name="urenregel_een_per_les",
                condition=Q(deelname__isnull=False),
            ),
            models.UniqueConstraint(
                fields=["plaatsing", "op", "soort"],
                name="urenregel_een_per_plaatsing",
                condition=Q(plaatsing__isnull=False),
            ),
            models.UniqueConstraint(
                fields=["taalkoppel", "op", "soort"],
                name="urenregel_een_per_taalkoppel",
                condition=Q(taalkoppel__isnull=False),
            ),
            models.UniqueConstraint(
                fields=["inburgeraar", "op", "soort"],
                name="urenregel_een_zonder_bron",
                condition=Q(**dict.fromkeys(BRONNEN)),
            ),
        ]

    def __str__(self) -> str:
        return f"uren {self.op:%d-%m-%Y}"


class Maandtotaal(DossierRij):
    """The sum of the lines of one month (`maand` is its first day), traject and kind.

    `aanwezig` is what counts: attended, and recognised. The other three do not count.
    """

    inburgeraar = models.ForeignKey(
        Inburgeraar, on_delete=models.PROTECT, related_name="maandtotalen"
    )
    traject = models.ForeignKey(
        Traject, on_delete=models.PROTECT, null=True, blank=True, related_name="maandtotalen"
    )
    maand = models.DateField("maand")
    soort = models.CharField("soort", max_length=20, choices=URENSOORTEN)
    aanwezig = models.DecimalField("aanwezig", max_digits=7, decimal_places=2, default=0)
    niet_erkend = models.DecimalField("telt niet mee", max_digits=7, decimal_places=2, default=0)
    geoorloofd = models.DecimalField("met reden", max_digits=7, decimal_places=2, default=0)
    ongeoorloofd = models.DecimalField("zonder reden", max_digits=7, decimal_places=2, default=0)

    class Meta:
        verbose_name = "maandtotaal"
        verbose_name_plural = "maandtotalen"
        ordering = ["maand", "soort"]
        constraints = [
            models.UniqueConstraint(
                fields=["inburgeraar", "traject", "maand", "soort"],
                name="maandtotaal_een_per_maand",
                nulls_distinct=False,
            ),
            een_van("maandtotaal_soort_bekend", "soort", [s.value for s in Urensoort]),
            models.CheckConstraint(
                name="maandtotaal_niet_negatief",
                condition=Q(aanwezig__gte=0)
                & Q(niet_erkend__gte=0)
                & Q(geoorloofd__gte=0)
                & Q(ongeoorloofd__gte=0),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.maand:%m-%Y}"


class Urenstand(DossierRij):
    """What counts for one person so far, over all months: to ask of everybody at once.

    `cursus` and `participatie` as the Z-route counts them, `nederlands` as stepping down does
    (`wet.leerroutes.uren`). Written with the month totals it follows from.
    """

    inburgeraar = models.OneToOneField(
        Inburgeraar, on_delete=models.PROTECT, primary_key=True, related_name="urenstand"
    )
    cursus = models.DecimalField("taal en KNM", max_digits=7, decimal_places=2, default=0)
    nederlands = models.DecimalField("Nederlands", max_digits=7, decimal_places=2, default=0)
    participatie = models.DecimalField("participatie", max_digits=7, decimal_places=2, default=0)
    laatste_les_op = models.DateField("laatste les", null=True, blank=True)

    class Meta:
        verbose_name = "urenstand"
        verbose_name_plural = "urenstanden"
        constraints = [
            models.CheckConstraint(
                name="urenstand_niet_negatief",
                condition=Q(cursus__gte=0) & Q(participatie__gte=0) & Q(nederlands__gte=0),
            ),
        ]

    def __str__(self) -> str:
        return "urenstand"
