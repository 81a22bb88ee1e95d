"""The letters about what we pay: which were made, and which are still to be made."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from besluiten.models import Brief, BriefSoort
from inburgering.geweigerd import weigering
from inburgering.models import Inburgeraar
from ontzorgen.models import Crediteur, Uitkering, VasteLast
from ontzorgen.policies.brieven import check_eindbrieven, check_startbrief
from ontzorgen.queries.einde import (
    Overgang,
    einde_van,
    laatste_uitkering,
    lasten_van,
    overgangen,
    per_crediteur,
)
from wet.termijnen.looptijd import Looptijd

SOORTEN = (BriefSoort.ONTZORGEN_START, BriefSoort.ONTZORGEN_EINDE, BriefSoort.CREDITEUR)


@dataclass(frozen=True, kw_only=True)
class Brievenstand:
    """All that the letters of a household rest on, and which of them there are.

    `stuk`: the last days in a row that we pay. `eind_te_maken` holds the creditors that were not
    written yet; None is the letter to the person.
    """

    dossier: Inburgeraar
    uitkering: Uitkering | None
    lasten: Sequence[VasteLast]
    stuk: Looptijd | None
    overgangen: Sequence[Overgang]
    brieven: Sequence[Brief]
    start_kenmerk: str
    eind_te_maken: Sequence[Crediteur | None]
    geen_start: str
    geen_einde: str

    @property
    def zes_maanden(self) -> bool:
        """Whether these are the months of the law; going on after them is an agreement."""
        periode = getattr(self.uitkering, "ontzorgperiode", None)
        return (
            periode is not None and self.stuk is not None and self.stuk.eind_op <= periode.eind_op
        )


def brievenstand(dossier: Inburgeraar, *, op: date) -> Brievenstand:
    uitkering = laatste_uitkering(dossier.pk)
    stuk = einde_van(uitkering) if uitkering else None
    lasten = lasten_van(uitkering) if uitkering else []
    over = overgangen(lasten, stuk, op=op) if stuk else []
    brieven = list(
        Brief.objects.filter(inburgeraar=dossier, soort__in=SOORTEN).select_related("document")
    )
    kenmerken = {brief.kenmerk for brief in brieven}
    start_kenmerk = kenmerk_start(dossier, lasten)
    te_maken = _te_maken(dossier, stuk, over, kenmerken)
    periode = getattr(uitkering, "ontzorgperiode", None)
    return Brievenstand(
        dossier=dossier,
        uitkering=uitkering,
        lasten=lasten,
        stuk=stuk,
        overgangen=over,
        brieven=brieven,
        start_kenmerk=start_kenmerk,
        eind_te_maken=te_maken,
        geen_start=weigering(
            check_startbrief,
            dossier,
            geregeld=periode is not None and periode.geregeld,
            lasten=len(lasten),
            al_gemaakt=start_kenmerk in kenmerken,
        ),
        geen_einde=weigering(
            check_eindbrieven,
            dossier,
            eind_op=stuk.eind_op if stuk else None,
            lasten=len(over),
            te_maken=te_maken,
            vandaag=op,
        ),
    )


def kenmerk_start(dossier: Inburgeraar, lasten: Sequence[VasteLast]) -> str:
    """Of what we pay as it stands: another amount or cost asks for another letter."""
    regels = [
        f"{last.pk} {last.crediteur_id} {last.kenmerk} {last.betalen_vanaf} {last.zelf_vanaf} "
        + " ".join(f"{b.start_op} {b.maand_bedrag}" for b in last.bedragen.all())
        for last in lasten
    ]
    stand = hashlib.sha256("\n".join(regels).encode()).hexdigest()[:8]
    return f"LASTEN-{dossier.dossiernummer}-{stand}"


def kenmerk_einde(dossier: Inburgeraar, eind_op: date, crediteur: Crediteur | None = None) -> str:
    """One letter per end, and per creditor. It tells a creditor nothing of why we paid."""
    aan = f"-{crediteur.pk}" if crediteur else ""
    return f"BETALEN-{dossier.dossiernummer}-{eind_op:%Y%m%d}{aan}"


def _te_maken(
    dossier: Inburgeraar, stuk: Looptijd | None, over: Sequence[Overgang], kenmerken: set[str]
) -> list[Crediteur | None]:
    if stuk is None or not over:
        return []
    aan: list[Crediteur | None] = [None, *per_crediteur(over)]
    return [wie for wie in aan if kenmerk_einde(dossier, stuk.eind_op, wie) not in kenmerken]
