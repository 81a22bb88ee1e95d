"""Financieel ontzorgen (Participatiewet 56a): who gets fixed costs paid, and for how long."""

from __future__ import annotations

from datetime import date

from wet.datums import eis_datum_of_niets, voluit
from wet.normen import norm
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
) -> Uitkomst[bool]:
    """Whether the municipality must pay the fixed costs of this person.

    Only for a person with the duty under the Wi2021 (`plichtig_wi2021`), with an asylum permit for
    a fixed time (`asielvergunning_bepaalde_tijd`; None: not known yet) and with bijstand
    (`bijstand_op`; None: no bijstand known). A family member with a regular permit is
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
