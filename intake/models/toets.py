"""The leerbaarheidstoets of one person: planned, taken, or lawfully not needed."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from django.db import models
from django.db.models import Q, TextChoices

from inburgering.beloften import bewijs, een_van, samen
from inburgering.models import Afspraak, Inburgeraar
from inburgering.models.zicht import DossierRij
from inburgering.statemachine import Toestandsrij, overgang, toestandsveld
from intake.models.toetsmoment import Toetsmoment


class ToetsUitslag(TextChoices):
    """As DUO gives it."""

    HAALBAAR = "haalbaar", "B1-route haalbaar"
    NIET_HAALBAAR = "niet_haalbaar", "B1-route niet haalbaar"
    ONBEKEND = "onbekend", "Onbekend"


class ToetsStatus(TextChoices):
    NODIG = "nodig", "Nog te doen"
    GEPLAND = "gepland", "Gepland"
    AFGENOMEN = "afgenomen", "Afgenomen"
    ONTHEVEN = "ontheven", "Niet nodig"


class GrondGeenToets(TextChoices):
    """Why the test may be skipped; each stands in a law, but for the last."""

    VISUEEL = "visueel", "Visuele beperking"
    AUDITIEF = "auditief", "Auditieve beperking waardoor de toets niet kan"
    VERHUISD = "verhuisd", "Verhuisd naar deze gemeente met een PIP"
    AFWEZIG = "afwezig", "Brede intake afgerond zonder dat deze persoon kwam"
    WI2013 = "wi2013", "Ondertussengroep: valt niet onder de Wet inburgering 2021"
    EERDER = "eerder", "Reden van voor deze lijst"

    @property
    def bron(self) -> str:
        """The article, in the short code of `wet.bronnen`; none for what was recorded before."""
        return _BRONNEN.get(self, "")


_BRONNEN = {
    GrondGeenToets.VISUEEL: "Wi 14.6",
    GrondGeenToets.AUDITIEF: "Wi 14.6",
    GrondGeenToets.VERHUISD: "Wi 15.4",
    GrondGeenToets.AFWEZIG: "Wi 14.2",
    GrondGeenToets.WI2013: "Wi 14.3",
}

_HOOGSTE_SCORE = Decimal("999.99")
_PLEK = ("moment", "plek", "afspraak")


def _plek_bij_status() -> Q:
    """A seat while it is planned; perhaps still one after the result; none otherwise."""
    gevuld = Q(**{f"{veld}__isnull": False for veld in _PLEK})
    leeg = Q(**{f"{veld}__isnull": True for veld in _PLEK})
    return (
        Q(status=ToetsStatus.GEPLAND) & gevuld
        | Q(status=ToetsStatus.AFGENOMEN) & (gevuld | leeg)
        | Q(status__in=[ToetsStatus.NODIG, ToetsStatus.ONTHEVEN]) & leeg
    )


class Leerbaarheidstoets(DossierRij, Toestandsrij):
    """One per dossier. `plek` is the number of the seat, which nobody else has at that moment.

    What was planned before stands with its appointment: came or not, called off or not.
    """

    inburgeraar = models.OneToOneField(
        Inburgeraar, on_delete=models.PROTECT, related_name="leerbaarheidstoets"
    )
    status = toestandsveld(ToetsStatus, begin=ToetsStatus.NODIG)
    examennummer = models.CharField("examennummer van DUO", max_length=12, blank=True)
    moment = models.ForeignKey(
        Toetsmoment, on_delete=models.PROTECT, null=True, blank=True, related_name="toetsen"
    )
    plek = models.PositiveSmallIntegerField("plek", null=True, blank=True)
    afspraak = models.ForeignKey(
        Afspraak, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    uitslag = models.CharField("uitslag", max_length=14, choices=ToetsUitslag.choices, blank=True)
    uitslag_op = models.DateField("uitslag geregistreerd door DUO op", null=True, blank=True)
    behaalde_score = models.DecimalField(
        "behaalde score", max_digits=5, decimal_places=2, null=True, blank=True
    )
    benodigde_score = models.DecimalField(
        "benodigde score", max_digits=5, decimal_places=2, null=True, blank=True
    )
    ontheven_grond = models.CharField(
        "waarom niet nodig", max_length=12, choices=GrondGeenToets.choices, blank=True
    )
    ontheven_toelichting = models.CharField("toelichting", max_length=300, blank=True)

    class Meta:
        verbose_name = "leerbaarheidstoets"
        verbose_name_plural = "leerbaarheidstoetsen"
        constraints = [
            een_van("toets_status_bekend", "status", ToetsStatus.values),
            bewijs(
                "toets_uitslag_bewezen",
                "uitslag_op",
                bij=[ToetsStatus.AFGENOMEN],
                tekst=["uitslag"],
            ),
            bewijs(
                "toets_ontheven_bewezen",
                bij=[ToetsStatus.ONTHEVEN],
                tekst=["ontheven_grond", "ontheven_toelichting"],
            ),
            een_van("toets_grond_bekend", "ontheven_grond", ["", *GrondGeenToets.values]),
            models.CheckConstraint(name="toets_plek_bij_status", condition=_plek_bij_status()),
            models.UniqueConstraint(fields=["moment", "plek"], name="toets_een_per_plek"),
            models.CheckConstraint(name="toets_plek_vanaf_een", condition=~Q(plek=0)),
            samen("toets_scores_samen", "behaalde_score", "benodigde_score"),
            models.CheckConstraint(
                name="toets_scores_bij_uitslag",
                condition=Q(behaalde_score__isnull=True)
                | Q(status=ToetsStatus.AFGENOMEN)
                & Q(behaalde_score__range=(0, _HOOGSTE_SCORE))
                & Q(benodigde_score__range=(0, _HOOGSTE_SCORE)),
            ),
        ]

    def __str__(self) -> str:
        return "leerbaarheidstoets"

    @property
    def overgeslagen(self) -> bool:
        """What DUO must hear: the examennummer can be withdrawn."""
        return bool(self.status == ToetsStatus.ONTHEVEN)

    @property
    def grond(self) -> GrondGeenToets | None:
        return GrondGeenToets(self.ontheven_grond) if self.ontheven_grond else None

    def _zet_plek(self, **plek: Any) -> None:
        for veld in _PLEK:
            setattr(self, veld, plek.get(veld))

    @overgang(van=ToetsStatus.NODIG, naar=ToetsStatus.GEPLAND)
    def plannen(self, *, moment: Toetsmoment, plek: int, afspraak: Afspraak) -> None:
        self._zet_plek(moment=moment, plek=plek, afspraak=afspraak)

    @overgang(van=ToetsStatus.GEPLAND, naar=ToetsStatus.NODIG)
    def loslaten(self) -> None:
        """Called off, or not come: the seat is free and the test is still to do."""
        self._zet_plek()

    @overgang(van=list(ToetsStatus), naar=ToetsStatus.AFGENOMEN)
    def uitslag_vastleggen(
        self,
        *,
        uitslag: ToetsUitslag,
        op: date,
        behaald: Decimal | None = None,
        benodigd: Decimal | None = None,
    ) -> None:
        """Also when a result is put right, or the test was taken after all."""
        self.uitslag, self.uitslag_op = uitslag, op
        self.behaalde_score, self.benodigde_score = behaald, benodigd
        self.ontheven_grond = self.ontheven_toelichting = ""

    @overgang(van=[ToetsStatus.NODIG, ToetsStatus.GEPLAND], naar=ToetsStatus.ONTHEVEN)
    def ontheffen(self, *, grond: GrondGeenToets, toelichting: str) -> None:
        self.ontheven_grond, self.ontheven_toelichting = grond, toelichting
        self._zet_plek()

    @overgang(van=ToetsStatus.ONTHEVEN, naar=ToetsStatus.NODIG)
    def toch_afnemen(self) -> None:
        """The reason was wrong, or is gone."""
        self.ontheven_grond = self.ontheven_toelichting = ""
