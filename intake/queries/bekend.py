"""What is known already, so that it is not asked again: by part of the intake, with its source.

A source is a function that yields (part, fact). To add one, put it in `BRONNEN`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from inburgering.datums import OnzekereDatum, lokale_datum
from inburgering.enums import AfspraakStatus
from inburgering.models import Inburgeraar
from inburgering.queries.personen import Gezinsregel, gezin_van
from intake.models import Diagnose, DiagnoseStatus, OnderdeelSoort
from medewerkers.models import Medewerker
from medewerkers.rechten import Recht
from overdracht.models import Overdrachtslid, OverdrachtStatus, Voorinburgering

_S = OnderdeelSoort
VVE_TOT_JAAR = 6  # the age at which the nursery education ends and school goes on
LAATSTE_CONTACTEN = 5


@dataclass(frozen=True, kw_only=True)
class Bekend:
    """A fact: what, who said it, and when. `url` is where it stands, when it is not shown here."""

    wat: str
    waarde: str
    bron: str
    op: date | None = None
    url: str = ""


Bron = Callable[[Inburgeraar, Medewerker, date], Iterable[tuple[str, Bekend]]]


def al_bekend(dossier: Inburgeraar, *, voor: Medewerker, op: date) -> dict[str, list[Bekend]]:
    """Per part of the intake what COA, DUO and earlier talks told, for who may see it."""
    per_onderdeel: dict[str, list[Bekend]] = defaultdict(list)
    for bron in BRONNEN:
        for soort, feit in bron(dossier, voor, op):
            per_onderdeel[soort].append(feit)
    return dict(per_onderdeel)


def _persoon(dossier: Inburgeraar, voor: Medewerker, op: date) -> Iterator[tuple[str, Bekend]]:
    persoon = dossier.persoon
    if persoon.nationaliteit:
        yield _S.OMSTANDIGHEDEN, _eigen("Nationaliteit", persoon.nationaliteit)
    if persoon.talen:
        yield _S.TAAL, _eigen("Spreekt", ", ".join(persoon.talen))
    if persoon.tolktaal:
        yield _S.TAAL, _eigen("Tolk nodig in", persoon.tolktaal)


def _gezin(dossier: Inburgeraar, voor: Medewerker, op: date) -> Iterator[tuple[str, Bekend]]:
    leden = gezin_van(dossier.persoon, voor=voor)
    for lid in leden:
        yield _S.OMSTANDIGHEDEN, _eigen(lid.rol, _lid(lid, op))
        leeftijd = _leeftijd(lid, op)
        if leeftijd is not None and leeftijd < VVE_TOT_JAAR:
            yield _S.VVE, _eigen("Kind", _lid(lid, op))
    if not any((_leeftijd(lid, op) or VVE_TOT_JAAR) < VVE_TOT_JAAR for lid in leden):
        yield _S.VVE, _eigen("Jonge kinderen", f"geen kind jonger dan {VVE_TOT_JAAR} bekend")


def _diagnoses(dossier: Inburgeraar, voor: Medewerker, op: date) -> Iterator[tuple[str, Bekend]]:
    """What a diagnosis made elsewhere says, until somebody takes it over or puts it aside."""
    for diagnose in Diagnose.objects.filter(inburgeraar=dossier, status=DiagnoseStatus.INGELEZEN):
        for waarde in diagnose.waarden:
            yield (
                waarde["onderdeel"],
                Bekend(
                    wat=waarde["label"],
                    waarde=waarde["tekst"],
                    bron=f"Diagnose van {diagnose.bron}",
                    op=diagnose.op,
                ),
            )


def _plicht(dossier: Inburgeraar, voor: Medewerker, op: date) -> Iterator[tuple[str, Bekend]]:
    for plicht in dossier.plichten.all()[:1]:
        yield (
            _S.OMSTANDIGHEDEN,
            Bekend(
                wat="Inburgeringsplicht",
                waarde=f"vanaf {plicht.start_op:%d-%m-%Y}, {plicht.gedetailleerde_doelgroep}",
                bron=str(plicht.get_herkomst_display()),
                op=plicht.kennisgeving_op,
            ),
        )
    for recht in dossier.persoon.verblijfsrechten.all()[:1]:
        tot = f" tot en met {recht.eind_op:%d-%m-%Y}" if recht.eind_op else ""
        yield (
            _S.OMSTANDIGHEDEN,
            Bekend(
                wat="Verblijf",
                waarde=f"{recht}, vanaf {recht.start_op:%d-%m-%Y}{tot}",
                bron=str(recht.get_herkomst_display()),
            ),
        )


def _overdracht(dossier: Inburgeraar, voor: Medewerker, op: date) -> Iterator[tuple[str, Bekend]]:
    """What COA told at the handover; of the medical note only that it is there."""
    lid = (
        Overdrachtslid.objects.zichtbaar_voor(voor)
        .filter(persoon=dossier.persoon_id)
        .exclude(overdracht__status=OverdrachtStatus.INGETROKKEN)
        .select_related("overdracht__medische_notitie", "overdracht__partner")
        .order_by("-overdracht__koppeling_op", "-pk")
        .first()
    )
    if lid is None:
        return
    overdracht, dag = lid.overdracht, lid.overdracht.ontvangen_op
    for soort, wat, waarde in (
        (_S.OMSTANDIGHEDEN, "Opvang", overdracht.opvang),
        (_S.NETWERK, "Familie in de buurt", overdracht.familie),
        (_S.TAAL, "Voorinburgering", _voorinburgering(lid)),
        (_S.WERK, "Advies over de regio", overdracht.regioadvies),
        (_S.WERK, "Kans op een contract", overdracht.arbeidscontract),
        (_S.WERK, "Arbeidsmarkt", overdracht.arbeidsmarkt),
        (_S.WENSEN, "Wens van het gezin", overdracht.wens),
        (_S.FYSIEK, "Behandeling", "medische behandeling in de regio" * overdracht.medisch),
        (_S.FYSIEK, "Wonen", "begane grond nodig" * overdracht.begane_grond),
        (_S.FYSIEK, "Rolstoel", "rolstoelgeschikte woning nodig" * overdracht.rolstoel),
        (_S.OMSTANDIGHEDEN, "Contact bij het COA", overdracht.contact_coa),
    ):
        if waarde:
            yield soort, Bekend(wat=wat, waarde=waarde, bron="COA", op=dag)
    if overdracht.partner is not None:
        yield (
            _S.NETWERK,
            Bekend(
                wat="Maatschappelijke begeleiding",
                waarde=overdracht.partner.naam,
                bron="Overdracht",
                op=overdracht.begeleiding_op,
            ),
        )
    if hasattr(overdracht, "medische_notitie"):
        mag = voor.heeft(Recht.MEDISCH_ZIEN)
        url = reverse("overdracht-medisch", args=[overdracht.pk]) if mag else ""
        for soort in (_S.FYSIEK, _S.MENTAAL):
            yield (
                soort,
                Bekend(wat="Medisch", waarde="er is een medische notitie", bron="COA", url=url),
            )


def _eerdere_gesprekken(
    dossier: Inburgeraar, voor: Medewerker, op: date
) -> Iterator[tuple[str, Bekend]]:
    """The reports of talks that were held, and the last contacts."""
    gehouden = dossier.afspraken.filter(
        status__in=(AfspraakStatus.GEHOUDEN, AfspraakStatus.VERVANGEN), zitting=None
    ).exclude(verslag="")
    for afspraak in gehouden:
        yield (
            _S.OMSTANDIGHEDEN,
            Bekend(
                wat=str(afspraak.get_soort_display()),
                waarde=afspraak.verslag,
                bron="Verslag",
                op=afspraak.gehouden_op or lokale_datum(afspraak.begint_at),
            ),
        )
    for contact in dossier.contactmomenten.all()[:LAATSTE_CONTACTEN]:
        yield (
            _S.OMSTANDIGHEDEN,
            Bekend(
                wat=str(contact.get_soort_display()),
                waarde=contact.tekst,
                bron="Contact",
                op=contact.op,
            ),
        )


def _voorinburgering(lid: Overdrachtslid) -> str:
    if lid.voorinburgering == Voorinburgering.ONBEKEND:
        return ""
    delen = (str(lid.get_voorinburgering_display()).lower(), lid.voorinburgering_resultaat)
    return ", ".join(deel for deel in delen if deel)


def _eigen(wat: str, waarde: str) -> Bekend:
    return Bekend(wat=wat, waarde=waarde, bron="Persoon & gezin")


def _leeftijd(lid: Gezinsregel, op: date) -> int | None:
    if lid.verborgen:
        return None
    return OnzekereDatum.lees(lid.geboortedatum).leeftijd_op(op)


def _lid(lid: Gezinsregel, op: date) -> str:
    leeftijd = _leeftijd(lid, op)
    return lid.naam if leeftijd is None else f"{lid.naam}, {leeftijd} jaar"


BRONNEN: tuple[Bron, ...] = (
    _persoon,
    _gezin,
    _plicht,
    _overdracht,
    _diagnoses,
    _eerdere_gesprekken,
)
