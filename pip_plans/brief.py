"""The letter: everything it says, as values that can be compared, and its PDF.

The PDF is rendered before the dossier is locked. Inside the transaction the letter is put together
again; only when it still says the same is the PDF that was made the decision.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from besluiten.briefhoofd import Briefhoofd, stel_hoofd_op
from besluiten.pdf import Bijlage, maak_pdf
from besluiten.services.briefteksten import teksten
from inburgering.models import Document, Inburgeraar
from inburgering.queries.termijnen import inburgeringstermijn as vastgelegde_termijn
from inburgering.services.documenten import lees
from leerroutes.queries.feiten import Gegevens, gegevens_van
from leerroutes.queries.voortgang import Eisregel
from leerroutes.queries.wissel import eisen_na, wisselfeiten
from medewerkers.models import Medewerker
from pip_plans.enums import Aanleiding, Voortgangsreden
from pip_plans.gegevens import als_json
from pip_plans.inhoud import afspraken_van, van_toepassing
from pip_plans.models import Pip, PipBijlage, PipStatus
from pip_plans.queries import (
    bijlagen_van,
    dagtekening_initieel,
    is_ambtshalve,
    pips_van,
    vorig_pip,
)
from pip_plans.verschillen import Verschil, leesbaar, verschillen
from wet.doelgroepen import Doelgroep
from wet.leerroutes import (
    Eis,
    EisStatus,
    Leerroute,
    Uitzondering,
    Urendoel,
    eisen,
    tel_uren,
)
from wet.pip import Opname
from wet.termijnen import inburgeringstermijn

TEMPLATE = "pip_plans/beschikking.html"
INTREKKING = "pip_plans/intrekking.html"


@dataclass(frozen=True, kw_only=True)
class Bijlageregel:
    """A file that goes inside the letter, known by its hash."""

    naam: str
    titel: str
    sha256: str
    document_id: int


@dataclass(frozen=True, kw_only=True)
class PipBrief:
    """What the beschikking says. Dates are inclusive; hours are whole hours.

    `plan` holds the fields of `INHOUD` as far as they apply to this route and group.
    `standen` are the requirements in words, each with where it stands; "" in a first plan.
    `wissel` says what the law says of schakelen or afschalen, when this version does that.
    `termijn_al_bepaald`: the three years ran before this version, so it does not start them.
    """

    hoofd: Briefhoofd
    versienummer: int
    termijn_start_op: date
    termijn_eind_op: date
    termijn_al_bepaald: bool
    dagtekening_initieel: date
    leerroute: str
    advies: str
    advies_uitleg: tuple[str, ...]
    ambtshalve: bool
    asiel: bool
    bijstand: bool
    vorige_gemeente: str
    plan: dict[str, Any]
    overgeslagen: str
    eisen: tuple[Eis, ...]
    standen: tuple[tuple[str, str], ...]
    wissel: tuple[str, ...]
    wissel_motivering: str
    verschillen: tuple[Verschil, ...]
    vorige_dagtekening: date | None
    bijlagen: tuple[Bijlageregel, ...]
    teksten: tuple[tuple[str, str], ...]


@dataclass(frozen=True, kw_only=True)
class IntrekkingBrief:
    """The decision that takes a plan back. The last day of the three years stays."""

    hoofd: Briefhoofd
    kenmerk_pip: str
    op_papier: bool
    dagtekening_pip: date
    termijn_eind_op: date
    motivering: str
    teksten: tuple[tuple[str, str], ...]


def stel_brief_op(
    pip: Pip, dossier: Inburgeraar, *, dagtekening: date, door: Medewerker
) -> PipBrief:
    """The letter as it would be on this dagtekening; what is not filled in yet stays empty.

    `door` signs it: who establishes the plan, and in a concept who looks at it.
    """
    pips = pips_van(dossier.pk)
    vorig = vorig_pip(dossier.pk)
    eerste = dagtekening_initieel(pips, vorig=vorig, anders=dagtekening)
    geldend = next((p for p in pips if p.status == PipStatus.VASTGESTELD and p.pk != pip.pk), None)
    bijlagen = bijlagen_van(next((p for p in pips if p.pk == pip.pk), pip))
    asiel = dossier.doelgroep == Doelgroep.ASIEL.value
    eigen = any(p.dagtekening for p in pips)
    start_op, eind_op = _termijn(dossier.pk, eerste)
    return PipBrief(
        hoofd=stel_hoofd_op(
            dossier, kenmerk=kenmerk_van(pip, dossier), dagtekening=dagtekening, door=door
        ),
        versienummer=pip.versienummer,
        termijn_start_op=start_op,
        termijn_eind_op=eind_op,
        termijn_al_bepaald=vorig is not None or eigen,
        dagtekening_initieel=eerste,
        leerroute=Leerroute(pip.leerroute).label if pip.leerroute else "nog te kiezen",
        advies=Leerroute(pip.advies).label if pip.advies else "",
        advies_uitleg=tuple(pip.advies_uitleg),
        ambtshalve=is_ambtshalve(dossier.pk, pips),
        asiel=asiel,
        bijstand=pip.participatiewet == Opname.OPGENOMEN.value,
        vorige_gemeente=vorig.gemeente if vorig and not eigen else "",
        plan=van_toepassing(pip, asiel=asiel),
        overgeslagen=leesbaar("overgeslagen", pip.overgeslagen) if pip.overgeslagen else "",
        eisen=_eisen(pip, dossier, dagtekening),
        standen=_standen(pip, dossier, dagtekening, eerste=not eigen),
        wissel=tuple(wisselzinnen(pip, dossier)),
        wissel_motivering=pip.wissel_motivering if pip.aanleiding == Aanleiding.AFSCHALEN else "",
        verschillen=verschillen(geldend, pip, asiel=asiel) if geldend else (),
        vorige_dagtekening=geldend.dagtekening if geldend else None,
        bijlagen=tuple(
            _bijlageregel(nummer, bijlage) for nummer, bijlage in enumerate(bijlagen, start=1)
        ),
        teksten=tuple(sorted(teksten().items())),
    )


def maak_brief(brief: PipBrief, *, concept: bool) -> bytes:
    """The PDF, with what belongs to it inside.

    `concept` prints the word across it and leaves the attachments out: a preview is never taken
    for the decision.
    """
    context = {
        "brief": brief,
        "hoofd": brief.hoofd,
        "teksten": dict(brief.teksten),
        "concept": concept,
    }
    return maak_pdf(
        TEMPLATE,
        context,
        dagtekening=brief.hoofd.dagtekening,
        bijlagen=() if concept else _in_de_brief(brief),
        streng=not concept,
    )


def stel_intrekking_op(
    pip: Pip, *, dagtekening: date, reden: str, door: Medewerker
) -> IntrekkingBrief:
    """The letter that takes back an established plan."""
    assert pip.dagtekening is not None  # it is established
    assert pip.dagtekening_initieel is not None
    dossier = pip.inburgeraar
    kenmerk = kenmerk_van(pip, dossier)
    return IntrekkingBrief(
        hoofd=stel_hoofd_op(dossier, kenmerk=f"{kenmerk}-I", dagtekening=dagtekening, door=door),
        kenmerk_pip=kenmerk,
        op_papier=bool(pip.besluit and pip.besluit.overgenomen),
        dagtekening_pip=pip.dagtekening,
        termijn_eind_op=_termijn(dossier.pk, pip.dagtekening_initieel)[1],
        motivering=reden,
        teksten=tuple(sorted(teksten().items())),
    )


def maak_intrekking(brief: IntrekkingBrief) -> bytes:
    """The PDF of it."""
    context = {"brief": brief, "hoofd": brief.hoofd, "teksten": dict(brief.teksten)}
    return maak_pdf(INTREKKING, context, dagtekening=brief.hoofd.dagtekening, streng=True)


def kenmerk_van(pip: Pip, dossier: Inburgeraar) -> str:
    return f"PIP-{dossier.dossiernummer}-{pip.versienummer}"


def laatste_dag(dossier_id: int, eerste: date) -> date:
    """The last day of the three years, inclusive: as recorded, else as it follows from `eerste`."""
    return _termijn(dossier_id, eerste)[1]


def wisselzinnen(pip: Pip, dossier: Inburgeraar) -> Iterator[str]:
    """What the law says of this change, to the person; nothing for another version."""
    if pip.aanleiding == Aanleiding.SCHAKELEN and pip.voortgang:
        yield "U gaat naar een andere leerroute. Dat heet schakelen."
        yield _VOORTGANG[Voortgangsreden(pip.voortgang)]
        if pip.uitzondering:
            yield _UITZONDERING[Uitzondering(pip.uitzondering)]
    if pip.aanleiding == Aanleiding.AFSCHALEN:
        yield "U doet een deel van het examen op niveau A2. Dat heet afschalen."
        wissel = wisselfeiten(dossier)
        geteld = tel_uren(Urendoel.AFSCHALEN, wissel.uren).bekend if wissel else None
        if geteld is not None:
            uren = str(geteld.uren).replace(".", ",")
            yield f"U hebt {uren} uur les in Nederlands gevolgd. Dat is genoeg om af te schalen."
        yield "U hebt genoeg uw best gedaan, en niveau B1 is binnen uw termijn niet haalbaar."


_VOORTGANG = {
    Voortgangsreden.MINDER: "Met uw leerroute van nu gaat u minder vooruit dan nodig is.",
    Voortgangsreden.MEER: "U gaat sneller vooruit dan uw leerroute van nu vraagt.",
}
_UITZONDERING = {
    Uitzondering.BIJZONDER_GEVAL: "Na anderhalf jaar kan schakelen alleen in een bijzonder geval. "
    "Dat is bij u zo.",
    Uitzondering.NA_OPLEIDING: "U deed eerst een opleiding die later eindigde. Daarom kan "
    "schakelen nog.",
}


def _termijn(dossier_id: int, eerste: date) -> tuple[date, date]:
    """DUO may have laid down or extended it: what is recorded leads."""
    termijn = vastgelegde_termijn(dossier_id)
    if termijn is not None:
        return termijn.start_op, termijn.eind_op
    looptijd = inburgeringstermijn(eerste).bekend
    assert looptijd is not None  # a dagtekening is given
    return looptijd.start_op, looptijd.eind_op


def _eisen(pip: Pip, dossier: Inburgeraar, op: date) -> tuple[Eis, ...]:
    if not pip.leerroute:
        return ()
    return eisen(
        Leerroute(pip.leerroute),
        Doelgroep(dossier.doelgroep),
        op=op,
        niveaus=pip.niveaus,
        pvt_uren=pip.pvt_uren or 0,
        map_uren=pip.map_uren or 0,
        cursusnorm=afspraken_van(pip).get("cursusnorm"),
    )


def _standen(
    pip: Pip, dossier: Inburgeraar, op: date, *, eerste: bool
) -> tuple[tuple[str, str], ...]:
    """The requirements by the same list as everywhere, each with where it stands.

    Before the first plan there is nothing to say of where it stands.
    """
    allen = {} if eerste else gegevens_van([dossier.pk], op=op)
    gegevens = allen.get(dossier.pk, Gegevens())
    wissel = wisselfeiten(dossier, gegevens)
    if wissel is None or not pip.leerroute:
        return tuple((eis.tekst, "") for eis in _eisen(pip, dossier, op))
    route = Leerroute(pip.leerroute)
    regels = eisen_na(
        wissel,
        gegevens,
        leerroute=route,
        afgeschaald=list(pip.afgeschaald),
        cursusnorm=afspraken_van(pip).get("cursusnorm"),
        op=op,
    )
    return tuple((regel.tekst, _stand(regel)) for regel in regels)


def _stand(regel: Eisregel) -> str:
    match regel.status:
        case EisStatus.OPEN:
            return " ".join(regel.nog)
        case EisStatus.VOLDAAN:
            return "Dit hebt u gedaan."
        case _:
            return "Dit hoeft u niet te doen: DUO heeft dat besloten."


def _bijlageregel(nummer: int, bijlage: PipBijlage) -> Bijlageregel:
    document = bijlage.document
    return Bijlageregel(
        naam=f"bijlage-{nummer:02}.pdf",
        titel=document.titel,
        sha256=document.sha256,
        document_id=document.pk,
    )


def _in_de_brief(brief: PipBrief) -> list[Bijlage]:
    documenten = Document.objects.in_bulk([regel.document_id for regel in brief.bijlagen])
    return [
        *(
            Bijlage(
                naam=regel.naam,
                mime="application/pdf",
                inhoud=lees(documenten[regel.document_id]),
                omschrijving=regel.titel,
            )
            for regel in brief.bijlagen
        ),
        Bijlage(
            naam="pip.json",
            mime="application/json",
            inhoud=als_json(brief),
            omschrijving="Dit plan als gegevens, voor een computer",
            relatie="Data",
        ),
    ]
