"""What DUO decided: duty, exemption, dispensation. Recorded with its date, never computed."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from inburgering.beloften import een_van, geen_overlap, op_volgorde
from inburgering.enums import (
    Herkomst,
    Onderdeel,
    OntheffingGrond,
    OntheffingSoort,
    RedenGeenPlicht,
    VrijstellingSoort,
)
from inburgering.models.dossier import Inburgeraar
from inburgering.models.zicht import DossierRij
from medewerkers.models import Rij
from wet.doelgroepen import GedetailleerdeDoelgroep
from wet.leerroutes import Examenonderdeel, Leerroute, Niveau

LEERROUTES = [(route.value, route.label) for route in Leerroute]
NIVEAUS = [(niveau.value, niveau.value) for niveau in Niveau]
GEDETAILLEERD = [(groep.value, groep.value) for groep in GedetailleerdeDoelgroep]


class Plicht(DossierRij, Rij):
    """The inburgeringsplicht over time. `eind_op` is inclusive, as DUO sends it.

    `kennisgeving_op` is the date of DUO's written notice: it starts the ten weeks.
    """

    inburgeraar = models.ForeignKey(Inburgeraar, on_delete=models.PROTECT, related_name="plichten")
    start_op = models.DateField("begin van de plicht")
    eind_op = models.DateField("einde van de plicht (tot en met)", null=True, blank=True)
    kennisgeving_op = models.DateField("datum kennisgeving DUO", null=True, blank=True)
    gedetailleerde_doelgroep = models.CharField(
        "gedetailleerde doelgroep", max_length=60, choices=GEDETAILLEERD
    )
    reden_geen = models.CharField(
        "reden dat er geen plicht (meer) is",
        max_length=20,
        choices=RedenGeenPlicht.choices,
        blank=True,
    )
    herkomst = models.CharField(
        "bron", max_length=5, choices=Herkomst.choices, default=Herkomst.DUO
    )

    class Meta:
        verbose_name = "inburgeringsplicht"
        verbose_name_plural = "inburgeringsplichten"
        ordering = ["-start_op"]
        constraints = [
            op_volgorde("plicht_op_volgorde"),
            geen_overlap("plicht_een_tegelijk", "inburgeraar"),
            een_van(
                "plicht_doelgroep_bekend",
                "gedetailleerde_doelgroep",
                [groep.value for groep in GedetailleerdeDoelgroep],
            ),
            models.CheckConstraint(
                name="plicht_reden_geen_met_einde",
                condition=Q(reden_geen="") | Q(eind_op__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"plicht vanaf {self.start_op:%d-%m-%Y}"


def _voluit(onderdelen: list[str]) -> str:
    return ", ".join(str(Onderdeel(code).label) for code in onderdelen)


class Vrijstelling(DossierRij, Rij):
    """An exemption by DUO: whole, for exam parts, or for a time (which suspends the dossier)."""

    inburgeraar = models.ForeignKey(
        Inburgeraar, on_delete=models.PROTECT, related_name="vrijstellingen"
    )
    soort = models.CharField("soort", max_length=12, choices=VrijstellingSoort.choices)
    reden = models.CharField("reden (code van DUO)", max_length=3, blank=True)
    onderdelen = ArrayField(models.CharField(max_length=3), default=list, blank=True)
    besloten_op = models.DateField("besloten door DUO op")
    start_op = models.DateField("vanaf")
    eind_op = models.DateField("tot en met", null=True, blank=True)

    class Meta:
        verbose_name = "vrijstelling"
        verbose_name_plural = "vrijstellingen"
        constraints = [
            op_volgorde("vrijstelling_op_volgorde"),
            een_van("vrijstelling_soort_bekend", "soort", VrijstellingSoort.values),
            models.CheckConstraint(
                name="vrijstelling_onderdelen_alleen_gedeeltelijk",
                condition=Q(onderdelen__len=0) | Q(soort=VrijstellingSoort.GEDEELTELIJK),
            ),
        ]

    def __str__(self) -> str:
        return f"vrijstelling ({self.get_soort_display()})"

    @property
    def onderdelen_voluit(self) -> str:
        return _voluit(self.onderdelen)


class Ontheffing(DossierRij, Rij):
    """A dispensation by DUO, on medical or very special individual grounds."""

    inburgeraar = models.ForeignKey(
        Inburgeraar, on_delete=models.PROTECT, related_name="ontheffingen"
    )
    soort = models.CharField("soort", max_length=12, choices=OntheffingSoort.choices)
    grond = models.CharField("grond", max_length=3, choices=OntheffingGrond.choices)
    onderdelen = ArrayField(models.CharField(max_length=3), default=list, blank=True)
    besloten_op = models.DateField("besloten door DUO op")

    class Meta:
        verbose_name = "ontheffing"
        verbose_name_plural = "ontheffingen"
        constraints = [
            een_van("ontheffing_soort_bekend", "soort", OntheffingSoort.values),
            een_van("ontheffing_grond_bekend", "grond", OntheffingGrond.values),
            models.CheckConstraint(
                name="ontheffing_bijzonder_is_geheel",
                condition=~Q(grond=OntheffingGrond.BIO) | Q(soort=OntheffingSoort.GEHEEL),
            ),
        ]

    def __str__(self) -> str:
        return f"ontheffing ({self.get_soort_display()}, {self.grond})"

    @property
    def onderdelen_voluit(self) -> str:
        return _voluit(self.onderdelen)


class VorigPip(DossierRij, Rij):
    """The plan with which a person moved here (SS121): another municipality's decision.

    The three years run from `dagtekening_initieel`, that of the first plan ever; our own plan has
    the same route (Wi 15.4). `afgeschaald` names the exam parts of the B1-route that stood at A2.
    `laatste_dag` is DUO's last day of the three years, inclusive, when it
    is known.
    """

    inburgeraar = models.OneToOneField(
        Inburgeraar, on_delete=models.PROTECT, related_name="vorig_pip"
    )
    gemeente = models.CharField("gemeente van het vorige PIP", max_length=80)
    dagtekening = models.DateField("dagtekening van dat PIP")
    dagtekening_initieel = models.DateField("dagtekening van het eerste PIP")
    leerroute = models.CharField("leerroute", max_length=1, choices=LEERROUTES)
    niveau = models.CharField("taalniveau", max_length=2, choices=NIVEAUS, blank=True)
    afgeschaald = ArrayField(
        models.CharField(max_length=2), verbose_name="onderdelen op A2", default=list, blank=True
    )
    laatste_dag = models.DateField(
        "laatste dag van de inburgeringstermijn volgens DUO", null=True, blank=True
    )

    class Meta:
        verbose_name = "PIP van de vorige gemeente"
        verbose_name_plural = "PIP's van vorige gemeenten"
        constraints = [
            models.CheckConstraint(
                name="vorig_pip_afgeschaald_bekend",
                condition=Q(afgeschaald__contained_by=[deel.value for deel in Examenonderdeel]),
            ),
            een_van("vorig_pip_leerroute_bekend", "leerroute", [r.value for r in Leerroute]),
            op_volgorde("vorig_pip_op_volgorde", "dagtekening_initieel", "dagtekening"),
        ]

    def __str__(self) -> str:
        return f"PIP van {self.gemeente}"
