"""The handover of a household by COA: who, from where, since when, and what home they need."""

from __future__ import annotations

from datetime import date
from typing import ClassVar, Self, TypeVar

from django.db import models
from django.db.models import Exists, OuterRef, Q, TextChoices

from inburgering.beloften import bewijs, een_van, samen
from inburgering.models import Afspraak, Gezin, Inburgeraar, Persoon
from inburgering.models.zicht import zichtbare_dossiers
from inburgering.statemachine import Toestandsrij, overgang, toestandsveld
from inburgering.versleuteling import ontsleutel, versleutel
from medewerkers.models import BewaakteQuerySet, Medewerker, Partnerorganisatie, Rij
from medewerkers.rechten import Recht
from wet.taakstelling import Verblijfsgrond

_M = TypeVar("_M", bound=models.Model)
_MEDISCH = "overdracht.medisch"
GRONDEN = [
    (Verblijfsgrond.VERGUNNINGHOUDER.value, "Vergunninghouder"),
    (Verblijfsgrond.NAREIZIGER.value, "Nareiziger"),
    (Verblijfsgrond.KIND_VAN_VERGUNNINGHOUDER.value, "Kind van een vergunninghouder"),
    (Verblijfsgrond.GEZINSMIGRANT.value, "Gezinsmigrant"),
    (Verblijfsgrond.OEKRAINE.value, "Ontheemde uit Oekraïne"),
]


class OverdrachtStatus(TextChoices):
    ONTVANGEN = "ontvangen", "Ontvangen"
    VERWERKT = "verwerkt", "Verwerkt"
    AFGEROND = "afgerond", "Afgerond"
    INGETROKKEN = "ingetrokken", "Ingetrokken"


class OverdrachtSoort(TextChoices):
    KOPPELING = "koppeling", "Koppeling door het COA"
    NAREIS = "nareis", "Nareis"


class Voorinburgering(TextChoices):
    ONBEKEND = "", "Niet bekend"
    NIET = "niet", "Niet gevolgd"
    BEZIG = "bezig", "Bezig"
    GEVOLGD = "gevolgd", "Gevolgd"


class RedenAfgevallen(TextChoices):
    """Why somebody is no longer part of a handover."""

    OVERLEDEN = "overleden", "Overleden"
    VERTROKKEN = "vertrokken", "Vertrokken, bestemming onbekend"
    ANDERE_GEMEENTE = "elders", "Gekoppeld aan een andere gemeente"
    INGETROKKEN = "ingetrokken", "Koppeling ingetrokken"
    GESPLITST = "gesplitst", "Verder in een eigen overdracht"


class OverdrachtQuerySet(BewaakteQuerySet["Overdracht"]):
    def zichtbaar_voor(self, medewerker: Medewerker) -> Self:
        """Handovers with a dossier that may be seen, or without any for who sees the housing."""
        dossiers = zichtbare_dossiers(medewerker)
        leden = Overdrachtslid._base_manager.filter(overdracht=OuterRef("pk")).exclude(
            eind_reden=RedenAfgevallen.GESPLITST  # who went apart opens the other handover
        )
        zichtbaar = Exists(leden.filter(persoon__inburgeraar__in=dossiers.values("pk")))
        if not (
            medewerker.heeft(Recht.DOSSIERS_TEAM) or medewerker.heeft(Recht.DOSSIERS_HUISVESTING)
        ):
            return self.filter(zichtbaar)
        return self.filter(zichtbaar | ~Exists(leden.filter(persoon__inburgeraar__isnull=False)))


class Overdracht(Toestandsrij):
    """What COA (through TVS) handed over, or who followed: a household and the home it needs.

    `ontvangen → verwerkt` when OOV has taken the data in, `→ afgerond` when all are registered.
    """

    pad_naar_persoon: ClassVar[str] = "leden__persoon"

    gezin = models.ForeignKey(Gezin, on_delete=models.PROTECT, related_name="overdrachten")
    soort = models.CharField(
        "soort",
        max_length=9,
        choices=OverdrachtSoort.choices,
        default=OverdrachtSoort.KOPPELING,
    )
    referent = models.ForeignKey(
        Inburgeraar,
        verbose_name="reist na bij",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="nagereisd",
    )
    azc = models.CharField("AZC", max_length=80, blank=True)
    azc_plaats = models.CharField("plaats van het AZC", max_length=80, blank=True)
    koppeling_op = models.DateField("gekoppeld op", help_text="De dag van koppeling door het COA.")
    verwacht_op = models.DateField("verwachte verhuizing", null=True, blank=True)
    contact_coa = models.CharField("contactpersoon COA", max_length=120, blank=True)
    regioadvies = models.TextField("regioadvies", blank=True)
    familie = models.CharField("familie in de eerste graad", max_length=160, blank=True)
    medisch = models.BooleanField("medische behandeling in de regio", default=False)
    arbeidscontract = models.CharField("kans op een contract", max_length=160, blank=True)
    arbeidsmarkt = models.CharField("arbeidsmarkt", max_length=160, blank=True)
    wens = models.CharField("wens van het gezin", max_length=160, blank=True)
    kamers = models.PositiveSmallIntegerField("slaapkamers nodig", null=True, blank=True)
    begane_grond = models.BooleanField("begane grond nodig", default=False)
    rolstoel = models.BooleanField("rolstoelgeschikt nodig", default=False)
    school = models.CharField("school nodig", max_length=160, blank=True)
    status = toestandsveld(OverdrachtStatus, begin=OverdrachtStatus.ONTVANGEN)
    ontvangen_op = models.DateField("ontvangen op")
    verwerkt_op = models.DateField("verwerkt op", null=True, blank=True)
    verwerkt_door = models.ForeignKey(
        Medewerker, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    afgerond_op = models.DateField("afgerond op", null=True, blank=True)
    ingetrokken_op = models.DateField("ingetrokken op", null=True, blank=True)
    reden = models.CharField("reden", max_length=200, blank=True)
    gesprek = models.ForeignKey(
        Afspraak, on_delete=models.PROTECT, null=True, blank=True, related_name="overdrachten"
    )
    partner = models.ForeignKey(
        Partnerorganisatie,
        verbose_name="maatschappelijke begeleiding door",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="overdrachten",
    )
    begeleiding_op = models.DateField("aangemeld bij de partner op", null=True, blank=True)

    objects: ClassVar = models.Manager.from_queryset(OverdrachtQuerySet)()

    class Meta:
        verbose_name = "overdracht"
        verbose_name_plural = "overdrachten"
        ordering = ["koppeling_op", "pk"]
        indexes = [
            models.Index(
                fields=["koppeling_op"],
                name="overdracht_lopend",
                condition=Q(status__in=[OverdrachtStatus.ONTVANGEN, OverdrachtStatus.VERWERKT]),
            ),
            models.Index(fields=["afgerond_op"], name="overdracht_net_klaar"),
        ]
        constraints = [
            een_van("overdracht_status_bekend", "status", OverdrachtStatus.values),
            een_van("overdracht_soort_bekend", "soort", OverdrachtSoort.values),
            models.CheckConstraint(
                name="overdracht_nareis_met_referent",
                condition=Q(soort=OverdrachtSoort.NAREIS, referent__isnull=False)
                | Q(soort=OverdrachtSoort.KOPPELING, referent=None),
            ),
            models.CheckConstraint(
                name="overdracht_koppeling_met_azc",
                condition=Q(soort=OverdrachtSoort.NAREIS) | ~Q(azc=""),
            ),
            models.CheckConstraint(
                name="overdracht_verwerkt_bewezen",
                condition=Q(
                    status__in=[OverdrachtStatus.VERWERKT, OverdrachtStatus.AFGEROND],
                    verwerkt_op__isnull=False,
                )
                | Q(status=OverdrachtStatus.ONTVANGEN, verwerkt_op=None)
                | Q(status=OverdrachtStatus.INGETROKKEN),
            ),
            samen("overdracht_verwerkt_door", "verwerkt_op", "verwerkt_door"),
            samen("overdracht_begeleiding_bewezen", "partner", "begeleiding_op"),
            bewijs("overdracht_afgerond_bewezen", "afgerond_op", bij=[OverdrachtStatus.AFGEROND]),
            bewijs(
                "overdracht_ingetrokken_bewezen",
                "ingetrokken_op",
                bij=[OverdrachtStatus.INGETROKKEN],
                tekst=["reden"],
            ),
        ]

    def __str__(self) -> str:
        return f"overdracht {self.pk}"

    @property
    def opvang(self) -> str:
        """Where the household is until it moves; empty when it came straight to its family."""
        plaats = "" if self.azc_plaats in self.azc else self.azc_plaats
        return ", ".join(deel for deel in (self.azc, plaats) if deel)

    @overgang(van=OverdrachtStatus.ONTVANGEN, naar=OverdrachtStatus.VERWERKT)
    def verwerken(self, *, op: date, door: Medewerker) -> None:
        """The data of COA are taken in; the talk and the home are asked for."""
        self.verwerkt_op, self.verwerkt_door = op, door

    @overgang(van=OverdrachtStatus.VERWERKT, naar=OverdrachtStatus.AFGEROND)
    def afronden(self, *, op: date) -> None:
        """The talk was held, and everybody lives here and is registered."""
        self.afgerond_op = op

    @overgang(
        van=[OverdrachtStatus.ONTVANGEN, OverdrachtStatus.VERWERKT],
        naar=OverdrachtStatus.INGETROKKEN,
    )
    def intrekken(self, *, op: date, reden: str) -> None:
        self.ingetrokken_op, self.reden = op, reden

    @overgang(van=OverdrachtStatus.INGETROKKEN, naar=OverdrachtStatus.ONTVANGEN)
    def herleven(self) -> None:
        """COA links them again, or it was withdrawn by mistake: taken in once more."""
        self.ingetrokken_op, self.reden = None, ""
        self.verwerkt_op = self.verwerkt_door = None


class OverdrachtsrijQuerySet(BewaakteQuerySet[_M]):
    """Rows of a handover are seen by who sees the handover."""

    def zichtbaar_voor(self, medewerker: Medewerker) -> Self:
        overdrachten = Overdracht.objects.zichtbaar_voor(medewerker)
        return self.filter(overdracht__in=overdrachten.values("pk"))


class OverdrachtslidQuerySet(OverdrachtsrijQuerySet["Overdrachtslid"]):
    pass


class Overdrachtslid(Rij):
    """That a person was handed over: COA links people, not households.

    `grond` says whether the person counts for the taakstelling (`wet.taakstelling.telt_mee`).
    `eind_op` is set when the person leaves the handover, by death or otherwise.
    """

    pad_naar_persoon: ClassVar[str] = "persoon"

    overdracht = models.ForeignKey(Overdracht, on_delete=models.PROTECT, related_name="leden")
    persoon = models.ForeignKey(Persoon, on_delete=models.PROTECT, related_name="overgedragen")
    grond = models.CharField("telt als", max_length=30, choices=GRONDEN)
    voorinburgering = models.CharField(
        "voorinburgering", max_length=8, choices=Voorinburgering.choices, blank=True
    )
    voorinburgering_resultaat = models.CharField(
        "resultaat voorinburgering", max_length=160, blank=True
    )
    eind_op = models.DateField("uit de overdracht sinds", null=True, blank=True)
    eind_reden = models.CharField(
        "reden", max_length=11, choices=RedenAfgevallen.choices, blank=True
    )

    objects: ClassVar = models.Manager.from_queryset(OverdrachtslidQuerySet)()

    class Meta:
        verbose_name = "overdrachtslid"
        verbose_name_plural = "overdrachtsleden"
        ordering = ["pk"]
        constraints = [
            een_van("overdrachtslid_grond_bekend", "grond", [g.value for g in Verblijfsgrond]),
            een_van(
                "overdrachtslid_voorinburgering_bekend", "voorinburgering", Voorinburgering.values
            ),
            models.CheckConstraint(
                name="overdrachtslid_einde_met_reden",
                condition=Q(eind_op=None, eind_reden="")
                | Q(eind_op__isnull=False, eind_reden__in=RedenAfgevallen.values),
            ),
            models.UniqueConstraint(
                fields=["overdracht", "persoon"], name="overdrachtslid_een_keer"
            ),
            models.UniqueConstraint(
                fields=["persoon"],
                name="overdrachtslid_een_overdracht_tegelijk",
                condition=Q(eind_op=None),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.persoon_id} in {self.overdracht}"


class MedischeNotitieQuerySet(OverdrachtsrijQuerySet["MedischeNotitie"]):
    pass


class MedischeNotitie(Rij):
    """What COA told of somebody's health: encrypted, read by few, each reading logged."""

    pad_naar_persoon: ClassVar[str] = "overdracht__leden__persoon"

    overdracht = models.OneToOneField(
        Overdracht, on_delete=models.PROTECT, related_name="medische_notitie"
    )
    inhoud = models.BinaryField()

    objects: ClassVar = models.Manager.from_queryset(MedischeNotitieQuerySet)()

    class Meta:
        verbose_name = "medische notitie"
        verbose_name_plural = "medische notities"

    def __str__(self) -> str:
        return f"medische notitie bij {self.overdracht}"

    @property
    def tekst(self) -> str:
        return ontsleutel(bytes(self.inhoud), doel=_MEDISCH)

    @tekst.setter
    def tekst(self, waarde: str) -> None:
        self.inhoud = versleutel(waarde, doel=_MEDISCH)
