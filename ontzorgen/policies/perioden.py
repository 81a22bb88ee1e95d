"""When bijstand may be recorded, and when ontzorgen may begin or end."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from inburgering.geweigerd import Geweigerd
from inburgering.models import Inburgeraar
from inburgering.policies import check_loopt
from ontzorgen.models import EindeReden, Ontzorgperiode, OntzorgStatus, Uitkering
from wet.ontzorgen import ontzorgperiode
from wet.uitkomst import Uitkomst

ZELF_TE_KIEZEN = (EindeReden.BIJSTAND, EindeReden.VERHUISD, EindeReden.ANDERS)
"""The other reasons follow by themselves: the months are over, or the dossier ends."""

_VOORAF = timedelta(days=92)
"""How long before the bijstand begins a paper may be signed: somebody applies from the AZC, some
weeks before moving. No rule of law; what is older than three months is a slip of the pen."""

_NA_ZES_MAANDEN = "Ontzorgen duurt zes maanden: hier tot en met {:%d-%m-%Y}."


@dataclass(frozen=True, kw_only=True)
class Bijstand:
    """What is recorded of bijstand; `eind_op` is inclusive."""

    start_op: date
    besluit_op: date | None = None
    eind_op: date | None = None


def check_bijstand(
    dossier: Inburgeraar,
    bijstand: Bijstand,
    *,
    andere: Iterable[Uitkering],
    recht: Uitkomst[bool],
    vandaag: date,
    loopt_mee_in: str = "",
) -> None:
    """`loopt_mee_in`: the dossier whose bijstand this person shares as a partner in these days."""
    check_loopt(dossier)
    _check_datums(bijstand, vandaag=vandaag)
    if loopt_mee_in:
        raise Geweigerd(
            f"Deze persoon loopt als partner mee in de bijstand van {loopt_mee_in}. Een tweede "
            "bijstand kan niet.",
            veld="start_op",
        )
    for uitkering in andere:
        _check_geen_overlap(bijstand, uitkering)
    if recht.wacht_op is not None:
        raise Geweigerd(
            f"Leg eerst bij Persoon & gezin vast welke verblijfsvergunning deze persoon had op "
            f"{bijstand.start_op:%d-%m-%Y}. Daarvan hangt het recht op ontzorgen af.",
            veld="start_op",
        )


def _check_datums(bijstand: Bijstand, *, vandaag: date) -> None:
    if bijstand.start_op > vandaag:
        raise Geweigerd("Het recht op bijstand ligt in de toekomst.", veld="start_op")
    if bijstand.besluit_op and bijstand.besluit_op > vandaag:
        raise Geweigerd("Het besluit ligt in de toekomst.", veld="besluit_op")
    if bijstand.eind_op and bijstand.eind_op < bijstand.start_op:
        raise Geweigerd("Het einde ligt voor het begin.", veld="eind_op")


def check_bijstand_einde(uitkering: Uitkering, eind_op: date, *, vandaag: date) -> None:
    """The last day of the bijstand, from a list of those who pay it."""
    check_loopt(uitkering.inburgeraar)
    if eind_op < uitkering.start_op:
        raise Geweigerd(
            f"Het einde ligt voor het begin van de bijstand ({uitkering.start_op:%d-%m-%Y}).",
            veld="eind_op",
        )
    if eind_op > vandaag + _VOORAF:
        raise Geweigerd("Het einde ligt meer dan drie maanden vooruit.", veld="eind_op")


def _check_geen_overlap(bijstand: Bijstand, ander: Uitkering) -> None:
    begint_voor_het_einde = ander.eind_op is None or bijstand.start_op <= ander.eind_op
    eindigt_na_het_begin = bijstand.eind_op is None or bijstand.eind_op >= ander.start_op
    if begint_voor_het_einde and eindigt_na_het_begin:
        tot = f" tot en met {ander.eind_op:%d-%m-%Y}" if ander.eind_op else ""
        raise Geweigerd(
            f"Er is al bijstand vastgelegd vanaf {ander.start_op:%d-%m-%Y}{tot}. Corrigeer die.",
            veld="start_op",
        )


@dataclass(frozen=True, kw_only=True)
class EerderOntzorgd:
    """A period that ran before this system. `eind_op` (inclusive) when it is known: the end of the
    months, or earlier when it was stopped.
    """

    start_op: date
    eind_op: date | None = None
    besluit_op: date | None = None
    machtiging_op: date | None = None


def check_overnemen(
    eerder: EerderOntzorgd, *, bijstand: Bijstand, recht: Uitkomst[bool], vandaag: date
) -> None:
    """Only with the right to it, within the six months that go with the bijstand (Pw 56a)."""
    if not recht.bekend:
        raise Geweigerd(f"Er is geen recht op ontzorgen. {recht.stappen[-2]}", veld="ontzorgen_op")
    if eerder.start_op < bijstand.start_op:
        raise Geweigerd(
            f"Het ontzorgen begint niet voor de bijstand ({bijstand.start_op:%d-%m-%Y}).",
            veld="ontzorgen_op",
        )
    looptijd = ontzorgperiode(bijstand.start_op).bekend
    assert looptijd is not None  # the day is given
    if eerder.start_op > looptijd.eind_op:
        raise Geweigerd(_NA_ZES_MAANDEN.format(looptijd.eind_op), veld="ontzorgen_op")
    if eerder.eind_op and eerder.eind_op > looptijd.eind_op:
        raise Geweigerd(_NA_ZES_MAANDEN.format(looptijd.eind_op), veld="ontzorgen_tot")
    if eerder.eind_op and eerder.eind_op < eerder.start_op:
        raise Geweigerd("Het einde van het ontzorgen ligt voor het begin.", veld="ontzorgen_tot")
    for veld, wat, op in _papieren(eerder.besluit_op, eerder.machtiging_op):
        _check_papier(veld, wat, op, begin=bijstand.start_op, vandaag=vandaag)


def check_herzien(dossier: Inburgeraar, *, recht: Uitkomst[bool], nodig: bool) -> None:
    """The permit was corrected: the period may follow as soon as the permit is known."""
    check_loopt(dossier)
    if not nodig:
        raise Geweigerd("Het ontzorgen past al bij het verblijfsrecht.")
    if recht.wacht_op is not None:
        raise Geweigerd(
            "Leg eerst bij Persoon & gezin vast welke verblijfsvergunning deze persoon had toen de "
            "bijstand begon."
        )


@dataclass(frozen=True, kw_only=True)
class Partnerkeuze:
    """Who shares the bijstand and when that person signed the machtiging (`machtiging_op`); or why
    the partner in the household does not share it.
    """

    partner_id: int | None = None
    machtiging_op: date | None = None
    geen_reden: str = ""


def check_activeren(
    periode: Ontzorgperiode,
    *,
    dossier: Inburgeraar,
    besluit_op: date,
    machtiging_op: date,
    vandaag: date,
) -> None:
    """Without the Participatiewet decision and a signed machtiging nothing may be paid (Pw 56a)."""
    check_activeerbaar(periode, dossier=dossier, vandaag=vandaag)
    for veld, wat, op in _papieren(besluit_op, machtiging_op):
        _check_papier(veld, wat, op, begin=periode.start_op, vandaag=vandaag)


def check_partner(
    keuze: Partnerkeuze,
    *,
    gezinspartners: Collection[int],
    elders: str,
    begin: date,
    vandaag: date,
) -> None:
    """Who shares the bijstand signs too. `elders`: the dossier in which the partner has bijstand
    already, in these days.
    """
    if keuze.partner_id is None:
        if gezinspartners and not keuze.geen_reden.strip():
            raise Geweigerd(
                "In dit gezin is een partner. Kies de partner, of zeg waarom die niet in deze "
                "bijstand zit.",
                veld="partner",
            )
        return
    if keuze.partner_id not in gezinspartners:
        raise Geweigerd("Deze persoon is geen partner in dit gezin.", veld="partner")
    if elders:
        raise Geweigerd(
            f"De partner heeft al bijstand in {elders}. Beëindig of corrigeer die eerst.",
            veld="partner",
        )
    if keuze.machtiging_op is None:
        raise Geweigerd(
            "De partner in de bijstand tekent de machtiging ook: vul de dag in.",
            veld="machtiging_partner_op",
        )
    _check_papier(
        "machtiging_partner_op",
        "de machtiging van de partner",
        keuze.machtiging_op,
        begin=begin,
        vandaag=vandaag,
    )


def _papieren(
    besluit_op: date | None, machtiging_op: date | None
) -> Iterator[tuple[str, str, date]]:
    if besluit_op is not None:
        yield "besluit_op", "het besluit", besluit_op
    if machtiging_op is not None:
        yield "machtiging_op", "de machtiging", machtiging_op


def _check_papier(veld: str, wat: str, op: date, *, begin: date, vandaag: date) -> None:
    if op > vandaag:
        raise Geweigerd(f"{wat.capitalize()} ligt in de toekomst.", veld=veld)
    if op < begin - _VOORAF:
        raise Geweigerd(
            f"Controleer het jaar van {wat}: de bijstand begon op {begin:%d-%m-%Y}.", veld=veld
        )


def check_activeerbaar(periode: Ontzorgperiode, *, dossier: Inburgeraar, vandaag: date) -> None:
    check_loopt(dossier)
    if periode.status == OntzorgStatus.ACTIEF:
        raise Geweigerd("Het ontzorgen is al geregeld.")
    if periode.status == OntzorgStatus.BEEINDIGD:
        raise Geweigerd("Het ontzorgen is beëindigd.")
    if periode.eind_op < vandaag:
        raise Geweigerd(f"De zes maanden waren t/m {periode.eind_op:%d-%m-%Y} en zijn voorbij.")


def check_beeindigen(
    periode: Ontzorgperiode, *, reden: EindeReden, op: date, vandaag: date
) -> None:
    if periode.status == OntzorgStatus.BEEINDIGD:
        raise Geweigerd("Het ontzorgen is al beëindigd.")
    if reden not in ZELF_TE_KIEZEN:
        raise Geweigerd("Deze reden volgt vanzelf. Kies een andere.", veld="reden")
    if op > vandaag:
        raise Geweigerd("De datum ligt in de toekomst.", veld="op")
    if op < periode.start_op:
        raise Geweigerd(
            f"De datum ligt voor de eerste dag van het ontzorgen ({periode.start_op:%d-%m-%Y}).",
            veld="op",
        )
    if op > periode.eind_op:
        raise Geweigerd(f"De zes maanden duurden tot en met {periode.eind_op:%d-%m-%Y}.", veld="op")
