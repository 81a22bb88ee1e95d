"""The letter: everything it says, as values that can be compared, and its PDF.

The PDF is rendered before the dossier is locked. Inside the transaction the letter is put together
again; only when it still says the same is the PDF that was made the decision.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from besluiten.pdf import maak_pdf
from besluiten.services.briefteksten import teksten
from inburgering.enums import VerblijfSoort
from inburgering.models import Inburgeraar, Verblijf
from medewerkers.models import Gemeente, Medewerker
from pip_plans.models import Pip
from wet.doelgroepen import Doelgroep
from wet.leerroutes import Eis, Leerroute, eisen
from wet.termijnen import inburgeringstermijn

TEMPLATE = "pip_plans/beschikking.html"
VAN_DE_GEMEENTE = (
    "naam",
    "postadres",
    "postcode",
    "plaats",
    "telefoon",
    "email",
    "team",
    "mandaat",
    "bezwaar_organisatie",
)


@dataclass(frozen=True, kw_only=True)
class PipBrief:
    """What the beschikking says. Dates are inclusive; hours are whole hours."""

    kenmerk: str
    dagtekening: date
    termijn_start_op: date
    termijn_eind_op: date
    versienummer: int
    geadresseerde: str
    aanhef: str
    adresregels: tuple[str, ...]
    geboortedatum: str
    v_nummer: str
    leerroute: str
    niveau: str
    leerroute_uren: int | None
    aftrek_uren: int | None
    pvt_uren: int | None
    map_uren: int | None
    voortgangsgesprekken: int | None
    motivering: str
    begeleiding: str
    vve_tekst: str
    participatiewet_tekst: str
    asiel: bool
    eisen: tuple[Eis, ...]
    consulent: str
    consulent_telefoon: str
    consulent_email: str
    ondertekenaar: str
    functie: str
    gemeente: tuple[tuple[str, str], ...]
    teksten: tuple[tuple[str, str], ...]


def stel_brief_op(
    pip: Pip,
    dossier: Inburgeraar,
    *,
    dagtekening: date,
    dagtekening_initieel: date,
    door: Medewerker,
) -> PipBrief:
    """The letter as it would be on this dagtekening; what is not filled in yet stays empty.

    `door` signs it: who establishes the plan, and in a concept who looks at it.
    """
    persoon = dossier.persoon
    termijn = inburgeringstermijn(dagtekening_initieel).bekend
    assert termijn is not None  # a dagtekening is given
    consulent = dossier.consulent
    return PipBrief(
        kenmerk=kenmerk_van(pip, dossier),
        dagtekening=dagtekening,
        termijn_start_op=termijn.start_op,
        termijn_eind_op=termijn.eind_op,
        versienummer=pip.versienummer,
        geadresseerde=persoon.volledige_naam,
        aanhef=persoon.aanspreking or persoon.volledige_naam,
        adresregels=_adresregels(dossier, dagtekening),
        geboortedatum=str(persoon.geboortedatum),
        v_nummer=persoon.v_nummer or "",
        leerroute=Leerroute(pip.leerroute).label if pip.leerroute else "nog te kiezen",
        niveau=pip.niveau,
        leerroute_uren=pip.leerroute_uren,
        aftrek_uren=pip.aftrek_uren if pip.leerroute == Leerroute.Z.value else None,
        pvt_uren=pip.pvt_uren,
        map_uren=pip.map_uren,
        voortgangsgesprekken=pip.voortgangsgesprekken,
        motivering=pip.motivering,
        begeleiding=pip.begeleiding,
        vve_tekst=pip.vve_tekst,
        participatiewet_tekst=pip.participatiewet_tekst,
        asiel=dossier.doelgroep == Doelgroep.ASIEL.value,
        eisen=_eisen(pip, dossier, dagtekening),
        consulent=consulent.naam if consulent else "",
        consulent_telefoon=consulent.telefoon if consulent else "",
        consulent_email=consulent.email if consulent else "",
        ondertekenaar=door.naam,
        functie=door.functie,
        gemeente=_gemeente(),
        teksten=tuple(sorted(teksten().items())),
    )


def maak_brief(brief: PipBrief, *, concept: bool) -> bytes:
    """The PDF. `concept` prints the word across it: a preview is never taken for the decision."""
    context = {
        "brief": brief,
        "gemeente": dict(brief.gemeente),
        "teksten": dict(brief.teksten),
        "concept": concept,
    }
    return maak_pdf(TEMPLATE, context, dagtekening=brief.dagtekening)


def kenmerk_van(pip: Pip, dossier: Inburgeraar) -> str:
    return f"PIP-{dossier.dossiernummer}-{pip.versienummer}"


def _eisen(pip: Pip, dossier: Inburgeraar, op: date) -> tuple[Eis, ...]:
    if not pip.leerroute:
        return ()
    return eisen(Leerroute(pip.leerroute), Doelgroep(dossier.doelgroep), op=op)


def _adresregels(dossier: Inburgeraar, op: date) -> tuple[str, ...]:
    """Where the person lives on that day; an address of COA counts until there is a home."""
    verblijf = (
        Verblijf.objects.filter(persoon=dossier.persoon_id, start_op__lte=op)
        .order_by("-start_op")
        .first()
    )
    if verblijf is None:
        return ()
    regels = (
        f"{verblijf.straat} {verblijf.huisnummer}".strip(),
        f"{verblijf.postcode} {verblijf.plaats}".strip(),
    )
    opvang = ("p/a opvang COA",) if verblijf.soort == VerblijfSoort.AZC else ()
    return (*opvang, *(regel for regel in regels if regel))


def _gemeente() -> tuple[tuple[str, str], ...]:
    gemeente = Gemeente.objects.get()
    return tuple((veld, str(getattr(gemeente, veld))) for veld in VAN_DE_GEMEENTE)
