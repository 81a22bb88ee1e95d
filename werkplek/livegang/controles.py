"""What is wrong or missing in a household of the running caseload, each with its row and column.

What makes a row impossible is a FOUT; what is missing, or will ask for work, is a remark: the row
goes in, and a task says what to do.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from inburgering.enums import Gezinsrol
from inburgering.geweigerd import Geweigerd
from opdrachten.soorten import Bevinding, Oordeel
from werkplek.livegang import over_geld, over_mensen, over_plan
from werkplek.livegang.bevinden import Controle, Feiten, fout, let_op
from werkplek.livegang.invoer import Invoer

CONTROLES = (*over_mensen.CONTROLES, *over_plan.CONTROLES, *over_geld.CONTROLES)


def bevindingen(lid: Invoer, feiten: Feiten) -> list[Bevinding]:
    """All that is to be said of one row: of a column that is wrong the first reason is enough."""
    gezegd: set[str] = set()
    gevonden = []
    for bevinding in (b for controle in CONTROLES for b in _veilig(controle, lid, feiten)):
        if bevinding.kolom not in gezegd:
            gevonden.append(bevinding)
        if bevinding.oordeel == Oordeel.FOUT:
            gezegd.add(bevinding.kolom)
    return gevonden


def gezinsbevindingen(leden: Sequence[Invoer], feiten: Feiten) -> Iterator[Bevinding]:
    """A household has one main person, an adult, and somebody whose case it is."""
    hoofd = [lid for lid in leden if lid.rol == Gezinsrol.REFERENT]
    if not hoofd:
        yield fout(leden[0], "rol", "Dit gezin heeft geen hoofdpersoon.")
    for extra in hoofd[1:]:
        yield fout(extra, "rol", "Er kan maar één hoofdpersoon zijn.")
    for lid in leden:
        if lid.rol is None:
            yield fout(lid, "rol", "Vul de rol in het gezin in.")
    if not any(lid.volwassen(feiten.op) for lid in leden):
        yield _geen_volwassene(leden)
    if not any(lid.heeft_dossier for lid in leden):
        yield fout(leden[0], "dossier", "Niemand in dit gezin heeft een dossier.")


def _geen_volwassene(leden: Sequence[Invoer]) -> Bevinding:
    """A minor may live here alone, with a guardian; a household of minors is a slip of the pen."""
    if len(leden) == 1:
        return let_op(leden[0], "geboortedatum", "Deze persoon is minderjarig en woont alleen.")
    return fout(leden[0], "geboortedatum", "Dit gezin heeft geen volwassene.")


def _veilig(controle: Controle, lid: Invoer, feiten: Feiten) -> Iterator[Bevinding]:
    """A check may also refuse as a policy does; the refusal stops that check only."""
    try:
        yield from controle(lid, feiten)
    except Geweigerd as geweigerd:
        yield fout(lid, geweigerd.veld or "", geweigerd.reden)
