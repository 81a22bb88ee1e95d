"""Terms: stored from an answer of `wet`, moved when an input moves, ended when nothing is asked."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date, datetime, timedelta
from functools import partial
from typing import Any

from django.conf import settings

from inburgering.datums import lokale_datum
from inburgering.enums import GebeurtenisSoort, Herkomst, TermijnSoort, TermijnStatus
from inburgering.handelingen import Handeling, handeling
from inburgering.models import Gebeurtenis, Signaal, Termijn, Verlenging
from inburgering.policies import check_verlengen
from inburgering.queries.termijnen import te_bewaken
from medewerkers.models import Medewerker
from wet.invoer import schrijf
from wet.termijnen import Looptijd
from wet.uitkomst import Uitkomst

VOORBIJ = -1
# Owed by the municipality, also to somebody whose record rests or ended.
BLIJFT_LOPEN = (TermijnSoort.BESLISSEN,)


def termijn_vastleggen(
    act: Handeling,
    *,
    dossier_id: int,
    soort: TermijnSoort,
    vraag: partial[Uitkomst[Any]],
    sleutel: str = "",
) -> Termijn | None:
    """Make the running term of this kind equal to the answer; returns it, or None while unknown.

    `vraag` is a rule of `wet` with its inputs by name; both are stored with the dates. A term whose
    dates DUO gave is left alone: DUO's date leads. A term that ended stays ended.
    """
    antwoord = vraag()
    looptijd: Looptijd | None = antwoord.bekend
    van_deze_soort = Termijn.objects.filter(inburgeraar=dossier_id, soort=soort, sleutel=sleutel)
    termijn = van_deze_soort.order_by("pk").last()
    if looptijd is None:
        _trek_in(act, termijn, antwoord.conclusie)
        return None
    if termijn is None or termijn.status == TermijnStatus.VERVALLEN:
        termijn = Termijn(inburgeraar_id=dossier_id, soort=soort, sleutel=sleutel)
        _neem_over(termijn, looptijd, antwoord, vraag)
        termijn.save()
        act.meld(dossier_id, GebeurtenisSoort.TERMIJN, f"{_naam(termijn)} loopt {_tot(termijn)}")
    elif termijn.herkomst == Herkomst.EIGEN and _verschuift(termijn, looptijd):
        oud = termijn.eind_op
        _neem_over(termijn, looptijd, antwoord, vraag)
        termijn.save()
        act.meld(
            dossier_id,
            GebeurtenisSoort.TERMIJN,
            f"{_naam(termijn)} verschoven: was t/m {oud:%d-%m-%Y}, loopt nu {_tot(termijn)}",
        )
    elif termijn.herkomst == Herkomst.EIGEN and termijn.regel != antwoord.regel:
        _neem_over(termijn, looptijd, antwoord, vraag)  # the same days, for another reason
        termijn.save()
    return termijn


def termijn_halen(
    act: Handeling, *, dossier_id: int, soort: TermijnSoort, op: date, sleutel: str | None = None
) -> None:
    """What the running term asked for was done on `op`. `sleutel`: of this matter only."""
    for termijn in _lopend(dossier_id, soort, sleutel):
        termijn.halen(op=op)
        termijn.save()
        laat = (op - termijn.eind_op).days
        hoe = f"{_dagen(laat)} te laat" if laat > 0 else "op tijd"
        act.meld(dossier_id, GebeurtenisSoort.TERMIJN, f"{_naam(termijn)}: gedaan, {hoe}", op=op)


def termijnen_laten_vervallen(
    act: Handeling,
    *,
    dossier_id: int,
    reden: str,
    soort: TermijnSoort | None = None,
    sleutel: str | None = None,
) -> None:
    """The record rests or ends, or the fact behind the term is gone.

    Without `soort` all of them, but for what the municipality owes whether the record runs or not.
    """
    for termijn in _lopend(dossier_id, soort, sleutel):
        termijn.laten_vervallen(op=act.op, reden=reden)
        termijn.save()


def termijnen_herleven(act: Handeling, *, dossier_id: int, redenen: Collection[str]) -> None:
    """What stopped for these reasons runs again with its own dates, until DUO gives new ones."""
    gestopt = Termijn.objects.select_for_update().filter(
        inburgeraar=dossier_id, status=TermijnStatus.VERVALLEN, reden__in=redenen
    )
    for termijn in gestopt:
        termijn.herleven()
        termijn.save()
        act.meld(
            dossier_id, GebeurtenisSoort.TERMIJN, f"{_naam(termijn)} loopt weer {_tot(termijn)}"
        )


def verlengen(
    *,
    termijn_id: int,
    versie: int,
    grond: str,
    besloten_op: date,
    eind_op: date,
    door: Medewerker,
    nu: datetime,
) -> Verlenging:
    """Record that DUO extended a term: `eind_op` is the new last day. Raises Geweigerd."""
    dossier_id = Termijn.objects.values_list("inburgeraar", flat=True).get(pk=termijn_id)
    with handeling(door=door, nu=nu, dossiers=[dossier_id], reden=grond) as act:
        termijn = act.vergrendel(Termijn, termijn_id, versie=versie)
        check_verlengen(termijn, eind_op=eind_op, besloten_op=besloten_op, vandaag=act.op)
        verlenging = Verlenging(
            termijn=termijn,
            grond=grond,
            besloten_op=besloten_op,
            oud_eind_op=termijn.eind_op,
            eind_op=eind_op,
        )
        verlenging.save()
        termijn.eind_op = eind_op
        termijn.herkomst = Herkomst.DUO
        termijn.stappen = [
            *termijn.stappen,
            f"Verlengd door DUO tot en met {eind_op:%d-%m-%Y}: {grond}.",
        ]
        termijn.save()
        act.meld(
            dossier_id,
            GebeurtenisSoort.TERMIJN,
            f"{_naam(termijn)} verlengd: loopt {_tot(termijn)}",
            op=besloten_op,
        )
    return verlenging


def laatste_dag_van_duo(act: Handeling, *, termijn: Termijn, eind_op: date) -> None:
    """DUO's own last day leads (both inclusive); how it differs from ours stays readable."""
    if eind_op == termijn.eind_op:
        return
    berekend = termijn.eind_op
    termijn.eind_op, termijn.herkomst = eind_op, Herkomst.DUO
    termijn.stappen = [
        *termijn.stappen,
        f"DUO noemt als laatste dag {eind_op:%d-%m-%Y}. Die gaat voor de berekende dag, "
        f"{berekend:%d-%m-%Y}.",
    ]
    termijn.save()
    act.meld(
        termijn.inburgeraar_id,
        GebeurtenisSoort.TERMIJN,
        f"{_naam(termijn)} volgens DUO: loopt {_tot(termijn)}",
    )


def signaleren(*, door: Medewerker, nu: datetime) -> int:
    """Give each running term the signals of the steps it has crossed; returns how many are new.

    Asks the database who is due, so a night that was missed is made up for, and a second run on
    one day finds nothing to do. A step is given once per last day: an extension starts afresh.
    """
    op = lokale_datum(nu)
    stappen = sorted(settings.SIGNAAL_DAGEN, reverse=True)
    ver = op + timedelta(days=stappen[0])
    nieuw = [
        Signaal(termijn=termijn, dagen=dagen, eind_op=termijn.eind_op, gegeven_op=op)
        for termijn in te_bewaken().filter(eind_op__lte=ver)
        for dagen in _overschreden((termijn.eind_op - op).days, stappen)
    ]
    with handeling(door=door, nu=nu) as act:
        bestaand = set(
            Signaal.objects.filter(termijn__in=[s.termijn_id for s in nieuw]).values_list(
                "termijn_id", "eind_op", "dagen"
            )
        )
        vers = [s for s in nieuw if (s.termijn_id, s.eind_op, s.dagen) not in bestaand]
        Signaal.objects.bulk_create(vers, ignore_conflicts=True)
        Gebeurtenis._base_manager.bulk_create(_meldingen(vers, act))
        act.neem_mee({signaal.termijn.inburgeraar_id for signaal in vers})
    return len(vers)


def _overschreden(over: int, stappen: Iterable[int]) -> list[int]:
    """The steps reached with so many days left; past the last day also `VOORBIJ`."""
    gehaald = [dagen for dagen in stappen if over <= dagen]
    return [*gehaald, VOORBIJ] if over < 0 else gehaald


def _meldingen(signalen: list[Signaal], act: Handeling) -> list[Gebeurtenis]:
    """One timeline line per term, for the nearest step."""
    dichtst = {
        signaal.termijn_id: signaal
        for signaal in sorted(signalen, key=lambda signaal: -signaal.dagen)
    }
    return [
        Gebeurtenis(
            inburgeraar_id=signaal.termijn.inburgeraar_id,
            soort=GebeurtenisSoort.TERMIJN,
            op=act.op,
            at=act.nu,
            door=act.door,
            tekst=_signaaltekst(signaal, act.op),
        )
        for signaal in dichtst.values()
    ]


def _signaaltekst(signaal: Signaal, op: date) -> str:
    over = (signaal.eind_op - op).days
    termijn = signaal.termijn
    if over < 0:
        return f"{_naam(termijn)} was t/m {signaal.eind_op:%d-%m-%Y} en is voorbij"
    return f"{_naam(termijn)}: nog {_dagen(over)}, {_tot(termijn)}"


def _dagen(aantal: int) -> str:
    return "1 dag" if aantal == 1 else f"{aantal} dagen"


def _lopend(
    dossier_id: int, soort: TermijnSoort | None, sleutel: str | None = None
) -> list[Termijn]:
    rijen = Termijn.objects.select_for_update().filter(
        inburgeraar=dossier_id, status=TermijnStatus.LOPEND
    )
    rijen = rijen.exclude(soort__in=BLIJFT_LOPEN) if soort is None else rijen.filter(soort=soort)
    return list(rijen if sleutel is None else rijen.filter(sleutel=sleutel))


def _trek_in(act: Handeling, termijn: Termijn | None, waarom: str) -> None:
    """A corrected input made the date unknown again: the old date must not stay on the worklist."""
    if termijn is None or termijn.status != TermijnStatus.LOPEND:
        return
    if termijn.herkomst == Herkomst.EIGEN:
        termijn.laten_vervallen(op=act.op, reden=waarom[:200])
        termijn.save()
        act.meld(
            termijn.inburgeraar_id,
            GebeurtenisSoort.TERMIJN,
            f"{_naam(termijn)} vervallen: {waarom}",
        )


def _verschuift(termijn: Termijn, looptijd: Looptijd) -> bool:
    return (termijn.start_op, termijn.eind_op) != (looptijd.start_op, looptijd.eind_op)


def _neem_over(
    termijn: Termijn, looptijd: Looptijd, antwoord: Uitkomst[Any], vraag: partial[Uitkomst[Any]]
) -> None:
    termijn.start_op, termijn.eind_op = looptijd.start_op, looptijd.eind_op
    termijn.regel = antwoord.regel
    termijn.invoer = {naam: schrijf(waarde) for naam, waarde in vraag.keywords.items()}
    termijn.bron = list(antwoord.bron)
    termijn.stappen = list(antwoord.stappen)
    termijn.zekerheid = antwoord.zekerheid.value


def _naam(termijn: Termijn) -> str:
    return str(termijn.get_soort_display())


def _tot(termijn: Termijn) -> str:
    return f"t/m {termijn.eind_op:%d-%m-%Y}"
