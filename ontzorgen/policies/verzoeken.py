"""When something may be paid beside the monthly term: never more than is owed, never twice."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from inburgering.geweigerd import Geweigerd
from inburgering.policies import check_reden
from ontzorgen.enums import BatchStatus, BetalingSoort
from ontzorgen.models import Betaalverzoek, Betaling, VasteLast
from ontzorgen.models.betaling import MISLUKT
from ontzorgen.policies.batch import maandnaam
from ontzorgen.policies.lasten import check_bedrag
from wet.geld import euro


@dataclass(frozen=True, kw_only=True)
class VerzoekGegevens:
    """`maand`: a day in the month it is about."""

    maand: date
    soort: BetalingSoort
    bedrag: Decimal
    reden: str


def check_verzoek(
    last: VasteLast,
    gegevens: VerzoekGegevens,
    *,
    rest: Decimal,
    termijn_volgt: bool,
    vandaag: date,
) -> None:
    check_bedrag(gegevens.bedrag)
    check_reden(gegevens.reden)
    if not last.wordt_betaald:
        raise Geweigerd("Deze last betalen wij niet.")
    if gegevens.maand > vandaag:
        raise Geweigerd("Deze maand moet nog komen.", veld="maand")
    if termijn_volgt:
        raise Geweigerd(
            f"Over {maandnaam(gegevens.maand)} komt de termijn vanzelf in een batch. Nabetalen kan "
            "pas als die is gemaakt.",
            veld="maand",
        )
    if gegevens.bedrag > rest:
        raise Geweigerd(
            f"Over {maandnaam(gegevens.maand)} staat nog {euro(rest)} open. Meer kan niet.",
            veld="bedrag",
        )


def check_herstellen(betaling: Betaling, *, hersteld: bool) -> None:
    if betaling.status not in MISLUKT:
        raise Geweigerd("Deze betaling is niet geweigerd en niet teruggekomen.")
    if hersteld:
        raise Geweigerd("Deze betaling is al opnieuw gevraagd. Dat kan één keer.")
    if betaling.niet_herstellen_reden:
        raise Geweigerd("Van deze betaling is vastgelegd dat zij niet opnieuw wordt betaald.")


def check_intrekken(verzoek: Betaalverzoek, *, betaling: Betaling | None) -> None:
    if verzoek.ingetrokken_op is not None:
        raise Geweigerd("Dit verzoek is al ingetrokken.")
    if betaling is not None and betaling.batch.status != BatchStatus.CONCEPT:
        raise Geweigerd("Dit verzoek staat al in een batch die klaarstaat of onderweg is.")
