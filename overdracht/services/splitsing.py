"""A household that goes on in two, each with a home of its own to find."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime

from inburgering.enums import Gezinsrol
from inburgering.handelingen import Handeling
from inburgering.models import Afspraak, Gezinslid
from inburgering.services.personen import gezin_vormen, gezinslid_toevoegen
from medewerkers.models import Medewerker
from overdracht.models import (
    Huisvesting,
    Overdracht,
    Overdrachtslid,
    OverdrachtStatus,
    RedenAfgevallen,
)
from overdracht.policies.huishouden import volwassen
from overdracht.policies.leden import check_splitsen, check_te_splitsen
from overdracht.policies.overdracht import gesprek_gedaan, gesprek_gepland
from overdracht.queries.standen import Lid, Stand
from overdracht.services.hoofdpersoon import OPVOLGING, kies_hoofdpersoon
from overdracht.services.overdrachten import lid_eindigt, meld_gezin, overdrachtshandeling


def splitsen(
    *, overdracht_id: int, personen: Collection[int], reden: str, door: Medewerker, nu: datetime
) -> Overdracht:
    """Some go on apart: a household and a handover of their own, with its own home to find.

    A talk that was held counts for both. Returns the new handover.
    """
    with overdrachtshandeling(overdracht_id=overdracht_id, door=door, nu=nu, reden=reden) as zaak:
        act, stand = zaak
        check_splitsen(stand.overdracht, stand.woning, stand.bewoond)
        check_te_splitsen(
            personen,
            [lid.persoon.pk for lid in stand.leden],
            volwassenen=[
                lid.persoon.pk
                for lid in stand.leden
                if volwassen(lid.persoon.geboortedatum, op=act.op)
            ],
        )
        uit = [lid for lid in stand.leden if lid.persoon.pk in personen]
        nieuw = _kopie(act, stand)
        meld_gezin(act, stand, f"Gezin gesplitst: {len(uit)} van {len(stand.leden)} apart verder")
        rollen = _rollen([lid.rol for lid in uit])
        for lid, rol in zip(uit, rollen, strict=True):
            lid_eindigt(act, lid.overdrachtslid, RedenAfgevallen.GESPLITST, op=act.op)
            Overdrachtslid(
                overdracht=nieuw,
                persoon=lid.persoon,
                grond=lid.overdrachtslid.grond,
                voorinburgering=lid.overdrachtslid.voorinburgering,
                voorinburgering_resultaat=lid.overdrachtslid.voorinburgering_resultaat,
            ).save()
            _verhuis_naar(act, nieuw, lid, rol)
        Huisvesting(overdracht=nieuw, gezocht_op=act.op).save()
        _gesprek_splitsen(act, stand, uit)
        kies_hoofdpersoon(act, overdracht_id)
    return nieuw


def _kopie(act: Handeling, stand: Stand) -> Overdracht:
    """What COA said holds for both; what home is needed must be said anew."""
    oud = stand.overdracht
    nieuw = Overdracht(
        gezin=gezin_vormen(door=act.door, nu=act.nu),
        soort=oud.soort,
        referent=oud.referent,
        azc=oud.azc,
        azc_plaats=oud.azc_plaats,
        koppeling_op=oud.koppeling_op,
        verwacht_op=oud.verwacht_op,
        contact_coa=oud.contact_coa,
        regioadvies=oud.regioadvies,
        familie=oud.familie,
        medisch=oud.medisch,
        arbeidscontract=oud.arbeidscontract,
        arbeidsmarkt=oud.arbeidsmarkt,
        wens=oud.wens,
        ontvangen_op=oud.ontvangen_op,
        gesprek=oud.gesprek if gesprek_gedaan(oud.gesprek) else None,
    )
    nieuw.save()
    if oud.status == OverdrachtStatus.VERWERKT:
        nieuw.verwerken(op=act.op, door=act.door)
        nieuw.save()
    return nieuw


def _rollen(rollen: Sequence[Gezinsrol]) -> list[Gezinsrol]:
    """The roles in the new household: one of them becomes the main person."""
    if Gezinsrol.REFERENT in rollen:
        return list(rollen)
    eerste = rollen.index(min(rollen, key=OPVOLGING.index))
    return [Gezinsrol.REFERENT if i == eerste else rol for i, rol in enumerate(rollen)]


def _verhuis_naar(act: Handeling, overdracht: Overdracht, lid: Lid, rol: Gezinsrol) -> None:
    """Membership of the new household from today; who joined only today is put over as a whole."""
    huidig = Gezinslid.objects.filter(persoon=lid.persoon.pk, eind_op=None).first()
    if huidig is not None and huidig.start_op >= act.op:
        vers = act.vergrendel(Gezinslid, huidig.pk)
        vers.gezin, vers.rol = overdracht.gezin, rol
        vers.save()
        return
    gezinslid_toevoegen(
        gezin=overdracht.gezin,
        persoon=lid.persoon,
        rol=rol,
        start_op=act.op,
        door=act.door,
        nu=act.nu,
    )


def _gesprek_splitsen(act: Handeling, stand: Stand, uit: Sequence[Lid]) -> None:
    """A talk still to come stays with who stays; the others get one of their own."""
    if stand.gesprek is None or not gesprek_gepland(stand.gesprek):
        return
    gesprek = act.vergrendel(Afspraak, stand.gesprek.pk)
    gesprek.dossiers.remove(*(lid.dossier for lid in uit if lid.dossier is not None))
