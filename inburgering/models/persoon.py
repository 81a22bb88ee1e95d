"""People: with a duty or without, with one name or six, with a birth date or only a year."""

from __future__ import annotations

from typing import Any, ClassVar, Self

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.db.models import Q

from inburgering.beloften import een_van, geen_overlap, niet_leeg, op_volgorde
from inburgering.datums import OnzekereDatum
from inburgering.enums import (
    Geslacht,
    Gezinsrol,
    Herkomst,
    VerblijfSoort,
    VerblijfsrechtSoort,
)
from inburgering.models.zicht import zichtbare_dossiers
from inburgering.namen import op_alfabet, vouw
from inburgering.versleuteling import blinde_index, ontsleutel, versleutel
from medewerkers.models import BewaakteQuerySet, Medewerker, Rij

EERSTE_GEBOORTEJAAR = 1900  # nobody alive is older; what is earlier is a slip of the pen
_BSN = "persoon.bsn"


class PersoonQuerySet(BewaakteQuerySet["Persoon"]):
    def zichtbaar_voor(self, medewerker: Medewerker) -> Self:
        """People with a visible dossier, and who shares or shared a household with one of them."""
        dossiers = zichtbare_dossiers(medewerker)
        gezinnen = Gezinslid.objects.filter(persoon__inburgeraar__in=dossiers.values("pk"))
        in_gezin = Gezinslid.objects.filter(gezin__in=gezinnen.values("gezin"))
        verborgen = Q(inburgeraar__gesloten=True) & ~Q(inburgeraar__in=dossiers.values("pk"))
        return self.filter(
            Q(inburgeraar__in=dossiers.values("pk")) | Q(pk__in=in_gezin.values("persoon"))
        ).exclude(verborgen)


class Persoon(Rij):
    """A human being: an inburgeraar, a partner without a duty, a child.

    Names as people have them: `achternaam` alone, `voornamen` alone, or both. The birth date may
    lack a day or a month. The BSN is encrypted; `bsn_index` finds it and keeps it unique.
    """

    pad_naar_persoon: ClassVar[str] = ""
    geen_persoon: ClassVar[str] = "is zelf de persoon"

    voornamen = models.CharField("voornamen", max_length=120, blank=True)
    voorvoegsel = models.CharField("voorvoegsel", max_length=20, blank=True)
    achternaam = models.CharField("achternaam", max_length=120, blank=True)
    naam_eigen_schrift = models.CharField("naam in eigen schrift", max_length=200, blank=True)
    aanspreking = models.CharField(
        "aanspreking",
        max_length=80,
        blank=True,
        help_text="Bijvoorbeeld: mevrouw Tesfay. Leeg: de naam voluit.",
    )
    geslacht = models.CharField(
        "geslacht", max_length=1, choices=Geslacht.choices, default=Geslacht.ANDERS
    )
    geboortejaar = models.PositiveSmallIntegerField("geboortejaar")
    geboortemaand = models.PositiveSmallIntegerField("geboortemaand", null=True, blank=True)
    geboortedag = models.PositiveSmallIntegerField("geboortedag", null=True, blank=True)
    nationaliteit = models.CharField("nationaliteit", max_length=60, blank=True)
    talen = ArrayField(models.CharField(max_length=40), verbose_name="talen", default=list)
    tolktaal = models.CharField("tolk nodig in", max_length=40, blank=True)
    v_nummer = models.CharField("V-nummer", max_length=10, null=True, blank=True)  # noqa: DJ001  # unique: absent is NULL
    bsn_versleuteld = models.BinaryField(null=True, editable=False)
    bsn_index = models.CharField(max_length=64, null=True, editable=False)  # noqa: DJ001  # unique: absent is NULL
    telefoon = models.CharField("telefoon", max_length=20, blank=True)
    email = models.EmailField("e-mailadres", blank=True)
    overleden_op = models.DateField("overleden op", null=True, blank=True)
    samengevoegd_in = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, editable=False
    )
    zoeksleutel = models.TextField(editable=False)
    sorteernaam = models.TextField(editable=False, db_collation="C")

    objects: ClassVar = models.Manager.from_queryset(PersoonQuerySet)()

    class Meta:
        verbose_name = "persoon"
        verbose_name_plural = "personen"
        indexes = [
            GinIndex(OpClass("zoeksleutel", name="gin_trgm_ops"), name="persoon_zoeksleutel"),
            models.Index(fields=["sorteernaam"], name="persoon_sorteernaam"),
        ]
        constraints = [
            niet_leeg("persoon_heeft_een_naam", "voornamen", "achternaam"),
            een_van("persoon_geslacht_bekend", "geslacht", Geslacht.values),
            models.CheckConstraint(
                name="persoon_geboortedag_met_maand",
                condition=Q(geboortedag=None) | Q(geboortemaand__isnull=False),
            ),
            models.CheckConstraint(
                name="persoon_geboortedatum_mogelijk",
                condition=Q(geboortejaar__range=(EERSTE_GEBOORTEJAAR, 2100))
                & (Q(geboortemaand=None) | Q(geboortemaand__range=(1, 12)))
                & (Q(geboortedag=None) | Q(geboortedag__range=(1, 31))),
            ),
            models.CheckConstraint(
                name="persoon_v_nummer_tien_cijfers",
                condition=Q(v_nummer=None) | Q(v_nummer__regex=r"^\d{10}$"),
            ),
            models.CheckConstraint(
                name="persoon_bsn_met_index",
                condition=Q(bsn_versleuteld=None, bsn_index=None)
                | Q(bsn_versleuteld__isnull=False, bsn_index__isnull=False),
            ),
            models.UniqueConstraint(fields=["v_nummer"], name="persoon_v_nummer_uniek"),
            models.UniqueConstraint(fields=["bsn_index"], name="persoon_bsn_uniek"),
        ]

    def __str__(self) -> str:
        return self.naam

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.zoeksleutel = vouw(f"{self.achternaam} {self.voornamen} {self.voorvoegsel}")
        self.sorteernaam = op_alfabet(self.achternaam, self.voornamen, self.voorvoegsel)
        if kwargs.get("update_fields") is not None:
            kwargs["update_fields"] = {*kwargs["update_fields"], "zoeksleutel", "sorteernaam"}
        super().save(*args, **kwargs)

    @property
    def naam(self) -> str:
        """As lists show it: `Tesfay, Selam`; one name only stays one name."""
        achter = " ".join(deel for deel in (self.voorvoegsel, self.achternaam) if deel)
        return ", ".join(deel for deel in (achter, self.voornamen) if deel)

    @property
    def volledige_naam(self) -> str:
        """As letters write it: `Selam Tesfay`."""
        delen = (self.voornamen, self.voorvoegsel, self.achternaam)
        return " ".join(deel for deel in delen if deel)

    @property
    def geboortedatum(self) -> OnzekereDatum:
        return OnzekereDatum(self.geboortejaar, self.geboortemaand, self.geboortedag)

    @geboortedatum.setter
    def geboortedatum(self, datum: OnzekereDatum) -> None:
        self.geboortejaar, self.geboortemaand, self.geboortedag = datum.jaar, datum.maand, datum.dag

    @property
    def bsn(self) -> str:
        """In the clear: only for who asked and was logged. Empty when not known."""
        if self.bsn_versleuteld is None:
            return ""
        return ontsleutel(bytes(self.bsn_versleuteld), doel=_BSN)

    @bsn.setter
    def bsn(self, waarde: str) -> None:
        self.bsn_versleuteld = versleutel(waarde, doel=_BSN) if waarde else None
        self.bsn_index = blinde_index(waarde) if waarde else None

    @property
    def bsn_afgeschermd(self) -> str:
        """Enough to tell which number is recorded: the last three digits."""
        return f"{'•' * 6}{self.bsn[-3:]}" if self.bsn_bekend else ""

    @property
    def bsn_bekend(self) -> bool:
        return self.bsn_versleuteld is not None


class GezinsRijQuerySet(BewaakteQuerySet[Any]):
    """Rows of a person or a household."""

    def zichtbaar_voor(self, medewerker: Medewerker) -> Self:
        personen = Persoon.objects.zichtbaar_voor(medewerker).values("pk")
        return self.filter(**{f"{self.model.pad_naar_persoon}__in": personen}).distinct()


class Gezin(Rij):
    """A household. Its members come and go, so membership has dates; the household has none."""

    pad_naar_persoon: ClassVar[str] = "leden__persoon"

    aangemaakt_op = models.DateField("aangemaakt op")

    objects: ClassVar = models.Manager.from_queryset(GezinsRijQuerySet)()

    class Meta:
        verbose_name = "gezin"
        verbose_name_plural = "gezinnen"

    def __str__(self) -> str:
        return f"gezin {self.pk}"


class Gezinslid(Rij):
    """That a person belongs to a household, in a role, up to and including `eind_op`."""

    pad_naar_persoon: ClassVar[str] = "persoon"

    gezin = models.ForeignKey(Gezin, on_delete=models.PROTECT, related_name="leden")
    persoon = models.ForeignKey(Persoon, on_delete=models.PROTECT, related_name="lidmaatschappen")
    rol = models.CharField("rol", max_length=10, choices=Gezinsrol.choices)
    start_op = models.DateField("vanaf")
    eind_op = models.DateField("tot en met", null=True, blank=True)

    objects: ClassVar = models.Manager.from_queryset(GezinsRijQuerySet)()

    class Meta:
        verbose_name = "gezinslid"
        verbose_name_plural = "gezinsleden"
        constraints = [
            op_volgorde("gezinslid_op_volgorde"),
            geen_overlap("gezinslid_een_gezin_tegelijk", "persoon"),
            een_van("gezinslid_rol_bekend", "rol", Gezinsrol.values),
        ]

    def __str__(self) -> str:
        return f"{self.persoon} ({self.get_rol_display()})"


class Verblijf(Rij):
    """Where somebody lives, from `start_op` to and including `eind_op`.

    `brp_op` is the day of registration in the BRP at this address; the earliest of a stay in our
    own municipality may start the ten weeks. `geheim` keeps the address out of lists and exports.
    """

    pad_naar_persoon: ClassVar[str] = "persoon"

    persoon = models.ForeignKey(Persoon, on_delete=models.PROTECT, related_name="verblijven")
    soort = models.CharField("soort", max_length=10, choices=VerblijfSoort.choices)
    straat = models.CharField("straat", max_length=80, blank=True)
    huisnummer = models.CharField("huisnummer", max_length=12, blank=True)
    postcode = models.CharField("postcode", max_length=7, blank=True)
    plaats = models.CharField("plaats", max_length=80)
    gemeentecode = models.CharField("gemeentecode", max_length=4, blank=True)
    start_op = models.DateField("vanaf")
    eind_op = models.DateField("tot en met", null=True, blank=True)
    brp_op = models.DateField("ingeschreven in de BRP op", null=True, blank=True)
    geheim = models.BooleanField("geheim adres", default=False)

    objects: ClassVar = models.Manager.from_queryset(GezinsRijQuerySet)()

    class Meta:
        verbose_name = "verblijf"
        verbose_name_plural = "verblijven"
        ordering = ["-start_op"]
        constraints = [
            op_volgorde("verblijf_op_volgorde"),
            geen_overlap("verblijf_een_adres_tegelijk", "persoon"),
            een_van("verblijf_soort_bekend", "soort", VerblijfSoort.values),
            models.CheckConstraint(
                name="verblijf_brp_niet_voor_begin",
                condition=Q(brp_op=None) | Q(brp_op__gte=models.F("start_op")),
            ),
        ]

    def __str__(self) -> str:
        return self.adres

    @property
    def adres(self) -> str:
        regel = " ".join(deel for deel in (self.straat, self.huisnummer) if deel)
        plaats = " ".join(deel for deel in (self.postcode, self.plaats) if deel)
        return ", ".join(deel for deel in (regel, plaats) if deel)


class Verblijfsrecht(Rij):
    """The right to stay over time: which permit, from when, to and including when, says who."""

    pad_naar_persoon: ClassVar[str] = "persoon"

    persoon = models.ForeignKey(Persoon, on_delete=models.PROTECT, related_name="verblijfsrechten")
    soort = models.CharField("soort", max_length=20, choices=VerblijfsrechtSoort.choices)
    start_op = models.DateField("vanaf")
    eind_op = models.DateField("tot en met", null=True, blank=True)
    herkomst = models.CharField(
        "bron", max_length=5, choices=Herkomst.choices, default=Herkomst.IND
    )

    objects: ClassVar = models.Manager.from_queryset(GezinsRijQuerySet)()

    class Meta:
        verbose_name = "verblijfsrecht"
        verbose_name_plural = "verblijfsrechten"
        ordering = ["-start_op"]
        constraints = [
            op_volgorde("verblijfsrecht_op_volgorde"),
            geen_overlap("verblijfsrecht_een_tegelijk", "persoon"),
            een_van("verblijfsrecht_soort_bekend", "soort", VerblijfsrechtSoort.values),
        ]

    def __str__(self) -> str:
        return self.get_soort_display()
