"""Which payments a batch of a month should hold: derived from the facts, the same every time.

A term per cost and month that is not paid yet, within the window and the contract, as far as the
bijstand of that month goes; beside them what was asked for apart. What cannot be paid is a `Kort`:
no line disappears in silence.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from ontzorgen.enums import BetalingSoort, TekortReden
from ontzorgen.models import Betaalregels, Betaalverzoek, Crediteurrekening, VasteLast
from ontzorgen.queries.huishoudens import Feiten, Huishouden
from ontzorgen.queries.vensters import eerste_maand, venster_in, vensters
from wet.datums import maanden_na
from wet.geld import NIETS
from wet.ontzorgen import (
    LaatsteMaand,
    Last,
    Lastsoort,
    Maandlast,
    Ruimte,
    last_in_maand,
    wat_de_bijstand_toelaat,
)
from wet.termijnen.looptijd import Looptijd
from wet.uitkomst import Uitkomst

_LETTER = {
    BetalingSoort.TERMIJN: "T",
    BetalingSoort.NABETALING: "N",
    BetalingSoort.CORRECTIE: "C",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Regel:
    """A payment as it should be. `bedrag` + `tekort` is what is owed."""

    last_id: int
    maand: date
    soort: BetalingSoort
    nummer: int
    verzoek_id: int | None
    rekening: Crediteurrekening
    verschuldigd: Decimal
    bedrag: Decimal
    kenmerk: str
    feiten: dict[str, Any]

    @property
    def sleutel(self) -> tuple[int, date, str, int]:
        return self.last_id, self.maand, self.soort.value, self.nummer

    @property
    def tekort(self) -> Decimal:
        return self.verschuldigd - self.bedrag


@dataclass(frozen=True, slots=True, kw_only=True)
class Kort:
    """What is not paid of a cost in a month, and why."""

    last_id: int
    maand: date
    bedrag: Decimal
    reden: TekortReden


@dataclass(frozen=True, slots=True)
class Post:
    """A cost in a month, before looking at the bijstand."""

    last: VasteLast
    bedrag: Decimal
    antwoord: Uitkomst[Maandlast]


@dataclass(frozen=True, slots=True, kw_only=True)
class Maandruimte:
    """The costs of a month in the order of payment, and what the bijstand allows of them.

    `zonder_bedrag` are costs of which nobody knows the amount. `netto` is of `netto_van`, the last
    month up to this one that is known; of it `al_betaald` went to costs before. `antwoord` is None
    while no bijstand is known at all.
    """

    maand: date
    posten: Sequence[Post]
    zonder_bedrag: Sequence[VasteLast]
    netto: Decimal
    netto_van: date | None
    al_betaald: Decimal
    leefgeld_minstens: Decimal
    antwoord: Uitkomst[Ruimte] | None


def regels_van(
    huishouden: Huishouden, feiten: Feiten, *, maand: date, regels: Betaalregels
) -> Iterator[Regel | Kort]:
    """Of one household, for a batch of `maand`: earlier months that were not paid come first."""
    periode = getattr(huishouden.uitkering, "ontzorgperiode", None)
    stukken = vensters(
        periode, huishouden.voortzettingen, bijstand_tot=huishouden.uitkering.eind_op
    )
    for deze in _maanden(huishouden, stukken, tot=maand, vanaf=eerste_maand(periode)):
        venster = venster_in(stukken, deze)
        if venster is not None:
            ruimte = maandruimte(huishouden, feiten, maand=deze, venster=venster, regels=regels)
            yield from _termijnen(ruimte, feiten)
    for last in huishouden.lasten:
        for verzoek in feiten.verzoeken.get(last.pk, ()):
            yield _op_verzoek(last, verzoek, feiten)


def _maanden(
    huishouden: Huishouden, stukken: Sequence[Looptijd], *, tot: date, vanaf: date
) -> Iterator[date]:
    if not stukken or not huishouden.lasten:
        return
    eerste = min(last.betalen_vanaf for last in huishouden.lasten if last.betalen_vanaf)
    maand = max(eerste, stukken[0].start_op.replace(day=1), vanaf)
    while maand <= tot:
        yield maand
        maand = maanden_na(maand, 1)


def maandruimte(
    huishouden: Huishouden,
    feiten: Feiten,
    *,
    maand: date,
    venster: Looptijd | None,
    regels: Betaalregels,
) -> Maandruimte:
    """What is due in this month, and what may be paid of it; `venster` touches the month.

    Without one we pay nothing.
    """
    volgorde = [Lastsoort(soort) for soort in regels.volgorde]
    alle = list(_posten(huishouden, feiten, maand, venster, regels)) if venster else []
    posten = sorted(
        (post for post in alle if post.bedrag), key=lambda post: _plaats(post.last, volgorde)
    )
    bodem = _leefgeld_minstens(huishouden, regels)
    van = max((m for m in huishouden.netto if m <= maand), default=None)
    netto = huishouden.netto[van] if van else NIETS
    al_betaald = feiten.al_betaald.get((huishouden.uitkering.pk, maand), NIETS)
    return Maandruimte(
        maand=maand,
        posten=posten,
        zonder_bedrag=[post.last for post in alle if not post.bedrag],
        netto=netto,
        netto_van=van,
        al_betaald=al_betaald,
        leefgeld_minstens=bodem,
        antwoord=_toegelaten(max(netto - al_betaald, NIETS), posten, bodem, volgorde)
        if van
        else None,
    )


def _leefgeld_minstens(huishouden: Huishouden, regels: Betaalregels) -> Decimal:
    periode = getattr(huishouden.uitkering, "ontzorgperiode", None)
    samen = periode is not None and periode.partner_id is not None
    return regels.leefgeld_samen_bedrag if samen else regels.leefgeld_alleen_bedrag


def _toegelaten(
    netto: Decimal, posten: Sequence[Post], bodem: Decimal, volgorde: Sequence[Lastsoort]
) -> Uitkomst[Ruimte]:
    return wat_de_bijstand_toelaat(
        netto,
        [
            Last(
                soort=Lastsoort(post.last.soort),
                bedrag=post.bedrag,
                vrijwillig_akkoord=post.last.akkoord_op is not None,
            )
            for post in posten
        ],
        leefgeld_minstens=bodem,
        volgorde=volgorde,
    )


def _posten(
    huishouden: Huishouden, feiten: Feiten, maand: date, venster: Looptijd, regels: Betaalregels
) -> Iterator[Post]:
    """A post of nothing is a cost that is due and has no amount."""
    for last in huishouden.lasten:
        if not _aan_de_beurt(last, feiten, maand):
            continue
        bedrag = feiten.bedrag(last, maand)
        antwoord = last_in_maand(
            Lastsoort(last.soort),
            bedrag.maand_bedrag if bedrag else NIETS,
            maand,
            last.start_op,
            venster.start_op,
            venster.eind_op,
            contract_eind_op=last.eind_op,
            laatste_maand=LaatsteMaand(regels.laatste_maand),
        )
        deel = antwoord.bekend
        assert deel is not None  # every input is given
        if deel.bedrag or (deel.dagen and bedrag is None):
            yield Post(last, deel.bedrag, antwoord)


def _aan_de_beurt(last: VasteLast, feiten: Feiten, maand: date) -> bool:
    if last.betalen_vanaf is None or maand < last.betalen_vanaf:
        return False
    if last.zelf_vanaf is not None and maand >= last.zelf_vanaf:
        return False
    return (last.pk, maand) not in feiten.elders and (last.pk, maand) not in feiten.opgelost


def _termijnen(ruimte: Maandruimte, feiten: Feiten) -> Iterator[Regel | Kort]:
    for last in ruimte.zonder_bedrag:
        yield _kort(last, ruimte.maand, NIETS, TekortReden.GEEN_BEDRAG)
    if ruimte.antwoord is None or ruimte.netto_van is None:
        for post in ruimte.posten:
            yield _kort(post.last, ruimte.maand, post.bedrag, TekortReden.GEEN_BIJSTAND)
        return
    toegelaten = ruimte.antwoord.bekend
    assert toegelaten is not None  # every amount is given
    grond = {
        "bijstand": str(ruimte.netto),
        "bijstand_maand": ruimte.netto_van.isoformat(),
        "al_betaald": str(ruimte.al_betaald),
        "leefgeld_minstens": str(ruimte.leefgeld_minstens),
    }
    for post, betaald in zip(ruimte.posten, toegelaten.lasten, strict=True):
        yield from _betaal(post, betaald.betaald, ruimte.maand, feiten, grond)


def _plaats(last: VasteLast, volgorde: Sequence[Lastsoort]) -> int:
    soort = Lastsoort(last.soort)
    return volgorde.index(soort) if soort in volgorde else len(volgorde)


def _betaal(
    post: Post, bedrag: Decimal, maand: date, feiten: Feiten, grond: dict[str, str]
) -> Iterator[Regel | Kort]:
    """What the bijstand allows, when there is a confirmed account; the rest is short."""
    last = post.last
    assert last.crediteur_id is not None  # a cost that is paid has a creditor
    rekening = feiten.rekeningen.get(last.crediteur_id)
    if rekening is None:
        yield _kort(last, maand, post.bedrag, TekortReden.REKENING)
        return
    if bedrag:
        yield Regel(
            last_id=last.pk,
            maand=maand,
            soort=BetalingSoort.TERMIJN,
            nummer=1,
            verzoek_id=None,
            rekening=rekening,
            verschuldigd=post.bedrag,
            bedrag=bedrag,
            kenmerk=kenmerk(last, maand, BetalingSoort.TERMIJN, 1),
            feiten={**_van_last(last, rekening), **grond, "uitleg": list(post.antwoord.stappen)},
        )
    if bedrag < post.bedrag:
        yield _kort(last, maand, post.bedrag - bedrag, TekortReden.BIJSTAND)


def _op_verzoek(last: VasteLast, verzoek: Betaalverzoek, feiten: Feiten) -> Regel | Kort:
    assert last.crediteur_id is not None  # a cost that is paid has a creditor
    rekening = feiten.rekeningen.get(last.crediteur_id)
    if rekening is None:
        return _kort(last, verzoek.maand, verzoek.bedrag, TekortReden.REKENING)
    soort = BetalingSoort(verzoek.soort)
    return Regel(
        last_id=last.pk,
        maand=verzoek.maand,
        soort=soort,
        nummer=verzoek.nummer,
        verzoek_id=verzoek.pk,
        rekening=rekening,
        verschuldigd=verzoek.bedrag,
        bedrag=verzoek.bedrag,
        kenmerk=kenmerk(last, verzoek.maand, soort, verzoek.nummer),
        feiten={**_van_last(last, rekening), "uitleg": [verzoek.reden]},
    )


def kenmerk(last: VasteLast, maand: date, soort: BetalingSoort, nummer: int) -> str:
    """What marks a payment at the bank: the same for the same payment, whenever it is made."""
    return f"{last.code}-{maand:%Y%m}-{_LETTER[soort]}{nummer}"


def _kort(last: VasteLast, maand: date, bedrag: Decimal, reden: TekortReden) -> Kort:
    return Kort(last_id=last.pk, maand=maand, bedrag=bedrag, reden=reden)


def _van_last(last: VasteLast, rekening: Crediteurrekening) -> dict[str, str]:
    """The snapshot: what the payment was based on. No name of the household."""
    assert last.crediteur is not None  # a cost that is paid has a creditor
    return {
        "soort": str(last.get_soort_display()),
        "crediteur": last.crediteur.naam,
        "iban": rekening.iban,
        "bic": rekening.bic,
        "tenaamstelling": rekening.tenaamstelling,
        "kenmerk": last.kenmerk,
        "contract_vanaf": last.start_op.isoformat(),
    }
