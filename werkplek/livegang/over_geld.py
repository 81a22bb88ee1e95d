"""Checks about bijstand and the months of ontzorgen."""

from __future__ import annotations

from collections.abc import Iterator

from inburgering.enums import Regime
from ontzorgen.policies.perioden import EerderOntzorgd, check_overnemen
from ontzorgen.queries.perioden import ASIEL_BEPAALDE_TIJD
from opdrachten.soorten import Bevinding
from werkplek.livegang.bevinden import Controle, Feiten, fout, let_op
from werkplek.livegang.invoer import Invoer
from werkplek.livegang.invoeren import bijstand_van, eerder_ontzorgd
from wet.ontzorgen import ontzorgperiode, recht_op_ontzorgen
from wet.uitkomst import Uitkomst


def _bijstand(lid: Invoer, feiten: Feiten) -> Iterator[Bevinding]:
    if not lid.heeft_dossier:
        return
    if lid.bijstand_op is None:
        for kolom in lid.gevuld(("ontzorgen_op", "ontzorgen_tot", "bijstand_tot")):
            yield fout(lid, "bijstand_op", f"Vul in vanaf wanneer er bijstand is ({_naam(kolom)}).")
            return
        return
    if lid.bijstand_tot and lid.bijstand_tot < lid.bijstand_op:
        yield fout(lid, "bijstand_tot", "Het einde van de bijstand ligt voor het begin.")
    if _recht(lid).wacht_op is not None:
        yield fout(
            lid,
            "vergunning",
            f"Welke vergunning had deze persoon toen de bijstand begon "
            f"({lid.bijstand_op:%d-%m-%Y})? Daarvan hangt het ontzorgen af.",
        )


def _naam(kolom: str) -> str:
    return kolom.replace("_op", " vanaf").replace("_tot", " tot en met")


def _ontzorgen(lid: Invoer, feiten: Feiten) -> Iterator[Bevinding]:
    bijstand, eerder = bijstand_van(lid), eerder_ontzorgd(lid)
    if lid.heeft_dossier and eerder is None and lid.ontzorgen_tot:
        yield fout(lid, "ontzorgen_op", "Vul in vanaf wanneer er is ontzorgd.")
    if not lid.heeft_dossier or bijstand is None or _recht(lid).wacht_op is not None:
        return
    if eerder is not None:
        check_overnemen(eerder, bijstand=bijstand, recht=_recht(lid), vandaag=feiten.op)
    looptijd = ontzorgperiode(bijstand.start_op).bekend
    if _recht(lid).bekend and looptijd is not None and looptijd.eind_op >= feiten.op:
        yield from _loopt_nog(lid, eerder)
    if eerder is not None and eerder.start_op > bijstand.start_op:
        yield let_op(
            lid, "ontzorgen_op", "De zes maanden lopen vanaf de dag waarop de bijstand inging."
        )


def _loopt_nog(lid: Invoer, eerder: EerderOntzorgd | None) -> Iterator[Bevinding]:
    if eerder is None:
        yield let_op(lid, "ontzorgen_op", "Er is recht op ontzorgen: er komt een taak.")
    elif eerder.besluit_op is None or eerder.machtiging_op is None:
        kolom = "machtiging_op" if eerder.besluit_op else "besluit_op"
        yield let_op(
            lid, kolom, "Zonder besluit en machtiging wordt niet betaald: er komt een taak."
        )


def _recht(lid: Invoer) -> Uitkomst[bool]:
    """By the permit that the file says held when the bijstand began."""
    bekend = (
        lid.vergunning_vanaf is not None
        and lid.bijstand_op is not None
        and lid.vergunning_vanaf <= lid.bijstand_op
    )
    return recht_op_ontzorgen(
        asielvergunning_bepaalde_tijd=lid.vergunning in ASIEL_BEPAALDE_TIJD if bekend else None,
        bijstand_op=lid.bijstand_op,
        plichtig_wi2021=lid.stelsel == Regime.WI2021,
    )


CONTROLES: tuple[Controle, ...] = (_bijstand, _ontzorgen)
