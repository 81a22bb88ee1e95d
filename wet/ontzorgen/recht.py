"""Financieel ontzorgen (Participatiewet 56a): who gets fixed costs paid, and for how long."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from wet.datums import eis_datum, eis_datum_of_niets, voluit
from wet.normen import NORMEN, norm
from wet.regels import regel
from wet.termijnen.looptijd import Looptijd, vanaf_de_dag
from wet.uitkomst import Uitkomst, Zekerheid, nog_niet


@regel(
    "De zes maanden waarin de gemeente de vaste lasten betaalt.",
    "bijstand_op=2024-06-18",
    "bijstand_op=2024-08-31",
    "bijstand_op=onbekend",
)
def ontzorgperiode(bijstand_op: date | None) -> Uitkomst[Looptijd]:
    """The six months in which the municipality pays the fixed costs out of the bijstand.

    `bijstand_op` is the day on which the right to bijstand arises, not the date of a letter or of
    the PIP; it is the first day of the period. `eind_op` is inclusive: the day before the same day
    number six months later, or the last day of a month that lacks the number (that clipping is
    inferred). It is never moved for a weekend.

    Bron: Pw 56a, ATW 4.
    """
    bijstand_op = eis_datum_of_niets("bijstand_op", bijstand_op)
    if bijstand_op is None:
        return nog_niet("ontzorgperiode", "de dag waarop het recht op bijstand ingaat", ("Pw 56a",))
    return vanaf_de_dag(
        "ontzorgperiode",
        bijstand_op,
        norm("ontzorgen_maanden", bijstand_op),
        (f"Het recht op bijstand gaat in op {voluit(bijstand_op)}. Dat is de eerste dag.",),
    )


@regel(
    "Of de gemeente de vaste lasten van iemand moet betalen.",
    "asielvergunning_bepaalde_tijd=ja bijstand_op=2024-06-18",
    "asielvergunning_bepaalde_tijd=nee bijstand_op=2024-06-18",
)
def recht_op_ontzorgen(
    *,
    asielvergunning_bepaalde_tijd: bool | None,
    bijstand_op: date | None,
    plichtig_wi2021: bool = True,
    heeft_bijstand: bool | None = None,
) -> Uitkomst[bool]:
    """Whether the municipality must pay the fixed costs of this person.

    Only for a person with the duty under the Wi2021 (`plichtig_wi2021`), with an asylum permit for
    a fixed time (`asielvergunning_bepaalde_tijd`; None: not known yet) and with bijstand
    (`bijstand_op`; None: no bijstand known). `heeft_bijstand` False: it is known that there is
    none, such as for who works. A family member with a regular permit is
    asielstatushouder for the integration law but falls outside this article: that conclusion is
    inferred.

    Bron: Pw 56a, Wi 13.1.
    """
    bijstand_op = eis_datum_of_niets("bijstand_op", bijstand_op)
    if not plichtig_wi2021:
        return _recht(
            False, ("Deze persoon is niet inburgeringsplichtig onder de Wet inburgering 2021.",)
        )
    if asielvergunning_bepaalde_tijd is None:
        return nog_niet("recht_op_ontzorgen", "het soort verblijfsvergunning", ("Pw 56a",))
    if not asielvergunning_bepaalde_tijd:
        return _recht(
            False,
            ("Deze persoon heeft geen asielvergunning voor bepaalde tijd.",),
            Zekerheid.AFGELEID,
        )
    vergunning = "Deze persoon heeft een asielvergunning voor bepaalde tijd."
    if heeft_bijstand is False:
        return _recht(False, (vergunning, "Deze persoon krijgt geen bijstand."), Zekerheid.AFGELEID)
    begin = NORMEN["ontzorgen_maanden"][0].geldig_vanaf
    if bijstand_op is not None and bijstand_op < begin:
        reden = f"Het recht op bijstand ontstond voor {voluit(begin)}; ontzorgen bestaat sinds dan."
        return _recht(False, (vergunning, reden), Zekerheid.AFGELEID)
    if bijstand_op is None:
        return nog_niet(
            "recht_op_ontzorgen",
            "de dag waarop het recht op bijstand ingaat",
            ("Pw 56a",),
            (vergunning, "Zonder bijstand is er niets om de vaste lasten van te betalen."),
        )
    return _recht(True, (vergunning, f"Het recht op bijstand gaat in op {voluit(bijstand_op)}."))


def _recht(
    recht: bool, redenen: tuple[str, ...], zekerheid: Zekerheid = Zekerheid.GEVERIFIEERD
) -> Uitkomst[bool]:
    conclusie = (
        "De gemeente betaalt de vaste lasten uit de bijstand (Participatiewet, artikel 56a)."
        if recht
        else "De gemeente hoeft de vaste lasten niet te betalen (Participatiewet, artikel 56a)."
    )
    return Uitkomst(
        regel="recht_op_ontzorgen",
        uitkomst=recht,
        bron=("Pw 56a", "Wi 13.1"),
        stappen=(*redenen, conclusie),
        zekerheid=zekerheid,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Einde:
    """The last day (inclusive) of the ontzorgen, and whether somebody must judge it first."""

    eind_op: date
    beoordelen: bool


@regel(
    "Wanneer het ontzorgen eindigt als de bijstand eerder stopt of onderbroken is.",
    "bijstand_op=2024-06-18 bijstand_tot=2024-10-31",
    "bijstand_op=2024-06-18 bijstand_tot=onbekend onderbroken=ja",
)
def einde_ontzorgen(
    bijstand_op: date, bijstand_tot: date | None, *, onderbroken: bool = False
) -> Uitkomst[Einde]:
    """The last day of the ontzorgen: that of the six months, or of the bijstand when that is first.

    `bijstand_tot` is the last day (inclusive) of the bijstand; None: it still runs. After an
    interruption (`onderbroken`) the law is silent: the months run on and somebody must judge.

    Bron: Pw 56a; eerder stoppen en onderbreken: afgeleid.
    """
    periode = ontzorgperiode(eis_datum("bijstand_op", bijstand_op))
    assert periode.bekend is not None  # the day is given
    eind = periode.bekend.eind_op
    stappen = list(periode.stappen)
    if bijstand_tot is not None and bijstand_tot < eind:
        eind = bijstand_tot
        stappen.append(
            f"De bijstand loopt tot en met {voluit(eind)}. Daarna is er niets meer om van te "
            "betalen."
        )
    if onderbroken:
        stappen.append(
            "De bijstand was onderbroken. De wet zegt niet of de periode dan doorloopt: "
            "beoordeel het zelf."
        )
    return Uitkomst(
        regel="einde_ontzorgen",
        uitkomst=Einde(eind_op=eind, beoordelen=onderbroken),
        bron=periode.bron,
        stappen=(*stappen, f"Het ontzorgen eindigt op {voluit(eind)}."),
        zekerheid=Zekerheid.zwakste(
            periode.zekerheid,
            Zekerheid.AFGELEID
            if onderbroken or eind != periode.bekend.eind_op
            else Zekerheid.GEVERIFIEERD,
        ),
    )
