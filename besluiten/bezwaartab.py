"""What the page of one objection shows: its terms explained, and each act with why not now."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.urls import reverse

from besluiten.models import (
    UITKOMST_MET_NIEUW_BESLUIT,
    Besluit,
    BesluitStatus,
    Bezwaar,
    BezwaarStatus,
    Brief,
    Verzuim,
)
from besluiten.policies import bezwaar as beleid
from besluiten.policies.bezwaar import Feiten
from besluiten.queries.bezwaar import Termijnen, feiten_van, termijnen_van, verzuimen_van
from besluiten.queries.bezwaarlijst import STATUS_SOORT, in_tijd
from inburgering.dossierpagina import DRINGEND_DAGEN
from inburgering.enums import AfspraakStatus
from inburgering.geweigerd import weigering
from medewerkers.models import Medewerker
from medewerkers.rechten import Recht
from wet.bronnen import voluit
from wet.uitkomst import Uitkomst


@dataclass(frozen=True)
class Uitleg:
    """One term as the law counts it: what it comes to, and how."""

    naam: str
    conclusie: str
    stappen: Sequence[str]
    bron: Sequence[str]


@dataclass(frozen=True)
class Knop:
    """An act with a page of its own; `post`: one button that does it at once."""

    tekst: str
    url: str
    reden: str
    post: bool = False


@dataclass(frozen=True, kw_only=True)
class Bezwaarpagina:
    bezwaar: Bezwaar
    besluit: Besluit
    status_soort: str
    op_tijd: str
    op_tijd_soort: str
    eind_op: date | None
    dagen: int | None
    eind_soort: str
    uitleg: Sequence[Uitleg]
    verzuimen: Sequence[Verzuim]
    brieven: Sequence[Brief]
    later: Besluit | None
    wordt_nieuw_besluit: bool
    bekend_op: datetime
    ontvangst: Sequence[Knop]
    horen: Sequence[Knop]
    beslissen: Sequence[Knop]
    beheer: Sequence[Knop]
    bekendmaken: str


def bezwaarpagina(bezwaar: Bezwaar, *, voor: Medewerker, op: date) -> Bezwaarpagina:
    verzuimen = verzuimen_van(bezwaar)
    termijnen, feiten = termijnen_van(bezwaar, verzuimen), feiten_van(bezwaar, verzuimen)
    knoppen = _Knoppen(bezwaar, feiten, voor=voor, op=op)
    op_tijd, soort = in_tijd(bezwaar)
    dagen = (feiten.eind_op - op).days if feiten.eind_op and bezwaar.in_behandeling else None
    return Bezwaarpagina(
        bezwaar=bezwaar,
        besluit=bezwaar.besluit,
        status_soort=STATUS_SOORT[BezwaarStatus(bezwaar.status)],
        op_tijd=op_tijd,
        op_tijd_soort=soort,
        eind_op=feiten.eind_op,
        dagen=dagen,
        eind_soort=_dringend(dagen),
        uitleg=_uitleg(termijnen),
        verzuimen=verzuimen,
        brieven=_brieven(bezwaar),
        later=_later_besluit(bezwaar),
        wordt_nieuw_besluit=bezwaar.uitkomst in UITKOMST_MET_NIEUW_BESLUIT,
        bekend_op=genomen_at(bezwaar.besluit),
        ontvangst=knoppen.ontvangst(),
        horen=knoppen.horen(),
        beslissen=knoppen.beslissen(),
        beheer=knoppen.beheer(),
        bekendmaken=knoppen.bekendmaken(),
    )


def genomen_at(besluit: Besluit) -> datetime:
    """The moment the decision came into being here: the record as known then lies under it."""
    moment: datetime = besluit.history.earliest("history_date").history_date
    return moment


def _dringend(dagen: int | None) -> str:
    if dagen is None:
        return "neutraal"
    return "fout" if dagen < 0 else "let_op" if dagen <= DRINGEND_DAGEN else "neutraal"


def _uitleg(termijnen: Termijnen) -> list[Uitleg]:
    delen: list[tuple[str, Uitkomst[Any] | None]] = [
        ("Tot wanneer bezwaar kon", termijnen.bezwaar),
        ("Op tijd of te laat", termijnen.op_tijd),
        *(
            (f"Stilstand vanaf {verzuim.gevraagd_op:%d-%m-%Y}", uitkomst)
            for verzuim, uitkomst in termijnen.opschortingen
        ),
        ("Tot wanneer de gemeente kan beslissen", termijnen.beslissen()),
    ]
    return [
        Uitleg(naam, deel.conclusie, deel.stappen, [voluit(bron) for bron in deel.bron])
        for naam, deel in delen
        if deel is not None
    ]


def _brieven(bezwaar: Bezwaar) -> list[Brief]:
    return list(
        Brief.objects.filter(
            inburgeraar=bezwaar.besluit.inburgeraar_id, kenmerk__startswith=f"{bezwaar.kenmerk}-"
        ).order_by("pk")
    )


def _later_besluit(bezwaar: Bezwaar) -> Besluit | None:
    """A newer decision of the same kind is drawn into the objection (Awb 6:19)."""
    besluit = bezwaar.besluit
    return (
        Besluit.objects.filter(
            inburgeraar=besluit.inburgeraar_id, soort=besluit.soort, pk__gt=besluit.pk
        )
        .order_by("-pk")
        .first()
    )


@dataclass(frozen=True)
class _Act:
    tekst: str
    naam: str
    reden: Callable[[], str]
    post: bool = False


class _Knoppen:
    """The acts for who may do them; a part of the page without acts stays empty."""

    def __init__(self, bezwaar: Bezwaar, feiten: Feiten, *, voor: Medewerker, op: date) -> None:
        self.bezwaar, self.feiten, self.voor, self.op = bezwaar, feiten, voor, op
        self.actief = bezwaar.in_behandeling and voor.heeft(Recht.BEZWAAR_DOEN)
        self.zitting = bezwaar.hoorzitting

    def ontvangst(self) -> list[Knop]:
        b, f, op = self.bezwaar, self.feiten, self.op
        acts = [
            _Act(
                "Om aanvulling vragen",
                "bezwaar-verzuim",
                lambda: weigering(beleid.check_verzuim_vragen, b, f, uiterlijk_op=None, vandaag=op),
            ),
        ]
        if b.ontvangstbevestiging_id is None:
            acts.insert(
                0, _Act("Ontvangst bevestigen", "bezwaar-bevestigen", lambda: "", post=True)
            )
        if f.open_verzuim is not None:
            acts.append(_Act("Aanvulling is binnen", "bezwaar-aangevuld", lambda: ""))
        if not f.op_tijd:
            acts.append(_Act("Te laat beoordelen", "bezwaar-te-laat", lambda: ""))
        return self._knoppen(acts)

    def horen(self) -> list[Knop]:
        b, zitting, op = self.bezwaar, self.zitting, self.op
        gepland = zitting is not None and zitting.status == AfspraakStatus.GEPLAND
        if gepland:
            return self._knoppen(
                [
                    _Act(
                        "Verslag vastleggen",
                        "bezwaar-gehoord",
                        lambda: weigering(beleid.check_gehoord, b, zitting, op=None, vandaag=op),
                    )
                ]
            )
        if zitting is not None and zitting.status != AfspraakStatus.AFGEZEGD:
            return []
        return self._knoppen(
            [
                _Act("Hoorzitting plannen", "bezwaar-hoorzitting", lambda: ""),
                _Act("Niet horen", "bezwaar-niet-horen", lambda: ""),
            ]
        )

    def beslissen(self) -> list[Knop]:
        b, f, op = self.bezwaar, self.feiten, self.op
        acts = [
            _Act("Beslissing schrijven", "bezwaar-beslissing", lambda: ""),
            _Act("Bekijk de brief (PDF)", "bezwaar-voorbeeld", lambda: ""),
            _Act(
                "Beslissen",
                "bezwaar-beslissen",
                lambda: weigering(
                    beleid.check_beslissen,
                    b,
                    f,
                    hoorzitting=self.zitting,
                    door=self.voor,
                    vandaag=op,
                ),
            ),
        ]
        return self._knoppen(acts if b.motivering else [acts[0], acts[2]])

    def beheer(self) -> list[Knop]:
        b, f, op = self.bezwaar, self.feiten, self.op
        return self._knoppen(
            [
                _Act("Gegevens wijzigen", "bezwaar-wijzigen", lambda: ""),
                _Act(
                    "Verdagen",
                    "bezwaar-verdagen",
                    lambda: weigering(beleid.check_verdagen, b, f, vandaag=op),
                ),
                _Act("Intrekken", "bezwaar-intrekken", lambda: ""),
            ]
        )

    def bekendmaken(self) -> str:
        """The way to making the decision on the objection known, as long as that is to be done."""
        beslissing = self.bezwaar.beslissing
        if beslissing is None or beslissing.status != BesluitStatus.GENOMEN:
            return ""
        return self._url("bezwaar-bekendmaken") if self.voor.heeft(Recht.BEZWAAR_DOEN) else ""

    def _knoppen(self, acts: Sequence[_Act]) -> list[Knop]:
        if not self.actief:
            return []
        return [Knop(a.tekst, self._url(a.naam), a.reden(), a.post) for a in acts]

    def _url(self, naam: str) -> str:
        nummer = self.bezwaar.besluit.inburgeraar.dossiernummer
        return reverse(naam, args=[nummer, self.bezwaar.pk])
