"""An objection: in time or late, its term guarded, decided by somebody else, once."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction

from besluiten.models import (
    AfzienGrond,
    Bekendmaking,
    Besluit,
    BesluitSoort,
    BesluitStatus,
    Bezwaar,
    BezwaarKanaal,
    BezwaarStatus,
    BezwaarUitkomst,
    Brief,
    BriefSoort,
    LaatOordeel,
)
from besluiten.queries.bezwaar import termijnen_van
from besluiten.services import beslissen as beslissing
from besluiten.services import bezwaren, hoorzitting
from besluiten.services.besluiten import bekendmaken
from inburgering.enums import (
    AfspraakStatus,
    BeeindigReden,
    DocumentSoort,
    TaakStatus,
    TermijnSoort,
    TermijnStatus,
)
from inburgering.handelingen import handeling
from inburgering.models import Inburgeraar, Taak, Termijn
from inburgering.services.contacten import afspraak_afzeggen
from inburgering.services.documenten import lees
from inburgering.services.dossiers import beeindigen
from medewerkers.geweigerd import Geweigerd, Gewijzigd
from medewerkers.models import Medewerker
from tests.besluiten.bezwaardagen import (
    BEKEND,
    BESLISSEN,
    BESLISSEN_COMMISSIE,
    GENOMEN,
    LAATSTE_DAG,
    ONTVANGEN,
    neem,
    om,
)
from tests.pdf import tekst_van

pytestmark = pytest.mark.django_db


def registreer(besluit: Besluit, door: Medewerker, **velden: Any) -> Bezwaar:
    gewoon: dict[str, Any] = {"ontvangen_op": ONTVANGEN, "kanaal": BezwaarKanaal.POST}
    gegevens = gewoon | velden
    nu = gegevens.pop("nu", om(gegevens["ontvangen_op"]))
    return bezwaren.registreren(besluit_id=besluit.pk, door=door, nu=nu, **gegevens)


def wijzig(bezwaar: Bezwaar, door: Medewerker, nu: datetime, **velden: Any) -> Bezwaar:
    vers = Bezwaar.objects.get(pk=bezwaar.pk)
    gewoon: dict[str, Any] = {
        veld: getattr(vers, veld)
        for veld in ("ontvangen_op", "gepost_op", "kanaal", "gronden", "commissie")
    }
    return bezwaren.wijzigen(
        bezwaar_id=bezwaar.pk, versie=vers.versie, door=door, nu=nu, **(gewoon | velden)
    )


def klaar_om_te_beslissen(
    bezwaar: Bezwaar,
    jurist: Medewerker,
    uitkomst: BezwaarUitkomst = BezwaarUitkomst.ONGEGROND,
    grond: AfzienGrond = AfzienGrond.WIL_NIET,
) -> Bezwaar:
    dag = om(date(2022, 5, 10))
    wie: dict[str, Any] = {"bezwaar_id": bezwaar.pk, "versie": None, "door": jurist, "nu": dag}
    hoorzitting.afzien_van_horen(grond=grond, reden="Verklaring van 9 mei.", **wie)
    return beslissing.beslissing_voorbereiden(
        uitkomst=uitkomst, motivering="De intake laat zien dat B1 haalbaar is.", **wie
    )


def beslis(bezwaar: Bezwaar, door: Medewerker, dag: date = date(2022, 5, 12)) -> Besluit:
    vers = Bezwaar.objects.get(pk=bezwaar.pk)
    return beslissing.beslissen(bezwaar_id=vers.pk, versie=vers.versie, door=door, nu=om(dag))


def termijn(bezwaar: Bezwaar) -> Termijn:
    return Termijn.objects.filter(
        soort=TermijnSoort.BESLISSEN, sleutel=f"bezwaar {bezwaar.pk}"
    ).latest("pk")


def open_taken(dossier: Inburgeraar) -> dict[str, date | None]:
    taken = Taak.objects.filter(inburgeraar=dossier, status=TaakStatus.OPEN)
    return dict(taken.values_list("soort", "uiterlijk_op"))


# --- In time or late ---------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("ontvangen", "gepost", "op_tijd"),
    [
        (date(2022, 4, 28), None, True),  # the last day: 27 April is Koningsdag
        (date(2022, 4, 29), None, False),
        (date(2022, 5, 5), date(2022, 4, 28), True),  # posted in time, within a week
        (date(2022, 5, 3), date(2022, 4, 29), False),
    ],
)
def test_in_time_is_counted_from_the_bekendmaking(besluit, consulent, ontvangen, gepost, op_tijd):
    bezwaar = registreer(besluit, consulent, ontvangen_op=ontvangen, gepost_op=gepost)

    assert termijnen_van(bezwaar, []).is_op_tijd is op_tijd
    assert bezwaar.status == BezwaarStatus.ONTVANGEN, "late is not refused"


def test_good_friday_moves_the_last_day_to_the_tuesday_after_easter(dossier, consulent):
    genomen = neem(dossier, consulent, "PIP-2", dag=date(2025, 3, 7))
    besluit = bekendmaken(
        besluit_id=genomen.pk,
        versie=None,
        wijze=Bekendmaking.VERZONDEN,
        op=date(2025, 3, 7),
        door=consulent,
        nu=om(date(2025, 3, 7)),
    )

    op_de_dag = registreer(besluit, consulent, ontvangen_op=date(2025, 4, 22))

    assert termijnen_van(op_de_dag, []).is_op_tijd
    op_de_dag.ontvangen_op = date(2025, 4, 23)
    assert not termijnen_van(op_de_dag, []).is_op_tijd


def test_before_the_bekendmaking_is_not_too_early(genomen, consulent):
    """The decision was taken, so it counts (Awb 6:10); the term waits until it is made known."""
    bezwaar = registreer(genomen, consulent, ontvangen_op=date(2022, 3, 14))

    assert termijnen_van(bezwaar, []).op_tijd is None
    assert not Termijn.objects.filter(soort=TermijnSoort.BESLISSEN).exists()

    bekendmaken(
        besluit_id=genomen.pk,
        versie=None,
        wijze=Bekendmaking.VERZONDEN,
        op=BEKEND,
        door=consulent,
        nu=om(BEKEND),
    )

    assert termijn(bezwaar).eind_op == BESLISSEN
    assert termijnen_van(Bezwaar.objects.get(pk=bezwaar.pk), []).is_op_tijd


# --- Refused -----------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("velden", "veld", "reden"),
    [
        ({"ontvangen_op": GENOMEN - timedelta(days=1)}, "ontvangen_op", "pas genomen op"),
        ({"ontvangen_op": ONTVANGEN, "nu": om(BEKEND)}, "ontvangen_op", "in de toekomst"),
        ({"gepost_op": ONTVANGEN + timedelta(days=1)}, "gepost_op", "van na de ontvangst"),
    ],
)
def test_dates_that_cannot_be_are_refused(besluit, consulent, velden, veld, reden):
    with pytest.raises(Geweigerd) as fout:
        registreer(besluit, consulent, **velden)

    assert fout.value.veld == veld
    assert reden in fout.value.reden


def test_one_objection_at_a_time_to_one_decision(besluit, consulent):
    registreer(besluit, consulent)

    with pytest.raises(Geweigerd, match="Er loopt al een bezwaar"):
        registreer(besluit, consulent)


def test_the_database_keeps_it_too(besluit, consulent):
    bezwaar = registreer(besluit, consulent)

    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(
            "UPDATE besluiten_bezwaar SET status = 'beslist' WHERE id = %s", [bezwaar.pk]
        )


# --- The term for the decision -----------------------------------------------------------------
def test_the_term_runs_from_the_end_of_the_objection_term(besluit, consulent, jurist):
    bezwaar = registreer(besluit, consulent)
    eerst = termijn(bezwaar)
    assert (eerst.start_op, eerst.eind_op) == (LAATSTE_DAG + timedelta(days=1), BESLISSEN)

    wijzig(bezwaar, jurist, om(date(2022, 5, 2)), commissie=True)

    assert termijn(bezwaar).eind_op == BESLISSEN_COMMISSIE


def test_what_is_missing_makes_the_term_stand_still(besluit, consulent, jurist):
    bezwaar = registreer(besluit, consulent)
    bezwaren.verzuim_vragen(
        bezwaar_id=bezwaar.pk,
        wat="Uw handtekening",
        uiterlijk_op=date(2022, 5, 16),
        door=jurist,
        nu=om(date(2022, 5, 2)),
    )
    # 3 up to and including 16 May: fourteen days, to Thursday 23 June.
    assert termijn(bezwaar).eind_op == date(2022, 6, 23)

    bezwaren.verzuim_hersteld(
        bezwaar_id=bezwaar.pk,
        hersteld_op=date(2022, 5, 11),
        gronden="Met handtekening.",
        door=jurist,
        nu=om(date(2022, 5, 12)),
    )

    # 3 up to and including 10 May: eight days, to Friday 17 June.
    assert termijn(bezwaar).eind_op == date(2022, 6, 17)
    assert Bezwaar.objects.get(pk=bezwaar.pk).gronden == "Met handtekening."


def test_asked_and_supplied_today_is_not_asked_again_today(besluit, consulent, jurist):
    bezwaar = registreer(besluit, consulent)
    dag, later = date(2022, 5, 2), date(2022, 5, 16)
    vraag: dict[str, Any] = {"bezwaar_id": bezwaar.pk, "uiterlijk_op": later, "door": jurist}
    bezwaren.verzuim_vragen(wat="Uw handtekening", nu=om(dag), **vraag)
    bezwaren.verzuim_hersteld(bezwaar_id=bezwaar.pk, hersteld_op=dag, door=jurist, nu=om(dag))

    with pytest.raises(Geweigerd, match="één keer per dag"):
        bezwaren.verzuim_vragen(wat="Uw gronden", nu=om(dag), **vraag)

    nog_eens = bezwaren.verzuim_vragen(wat="Uw gronden", nu=om(dag + timedelta(days=1)), **vraag)
    assert nog_eens.gevraagd_op == date(2022, 5, 3)


def test_before_the_bekendmaking_the_confirmation_promises_no_letter(genomen, consulent, jurist):
    bezwaar = registreer(genomen, consulent, ontvangen_op=date(2022, 3, 14))

    bezwaren.ontvangst_bevestigen(bezwaar_id=bezwaar.pk, door=jurist, nu=om(date(2022, 3, 14)))

    brief = tekst_van(lees(Brief.objects.latest("pk").document))
    assert "Wij beslissen binnen zes weken nadat die zes weken voorbij zijn" in brief
    assert "hoort u zodra" not in brief


def test_put_off_once_by_six_weeks_with_a_letter(besluit, consulent, jurist):
    bezwaar = registreer(besluit, consulent)
    wie = {"bezwaar_id": bezwaar.pk, "versie": None, "door": jurist, "nu": om(date(2022, 6, 1))}

    bezwaren.verdagen(reden="Het advies is er nog niet.", **wie)

    assert termijn(bezwaar).eind_op == date(2022, 7, 21)  # 9 June + 42 days
    brief = tekst_van(lees(Brief.objects.latest("pk").document))
    assert "uiterlijk op 9 juni 2022" in brief
    assert "uiterlijk op 21 juli 2022" in brief
    assert "Het advies is er nog niet." in brief
    with pytest.raises(Geweigerd, match="al een keer verdaagd"):
        bezwaren.verdagen(reden="Nog eens.", **wie)


def test_putting_off_after_the_last_day_is_refused(besluit, consulent, jurist):
    bezwaar = registreer(besluit, consulent)

    with pytest.raises(Geweigerd, match="voorbij sinds 9 juni 2022"):
        bezwaren.verdagen(
            bezwaar_id=bezwaar.pk,
            versie=None,
            reden="Druk.",
            door=jurist,
            nu=om(BESLISSEN + timedelta(days=1)),
        )


def test_the_term_runs_on_when_the_dossier_ends(besluit, dossier, consulent):
    """The municipality owes the decision, whether the person still lives here or not."""
    bezwaar = registreer(besluit, consulent)

    beeindigen(
        dossier_id=dossier.pk,
        reden=BeeindigReden.VERHUISD,
        op=date(2022, 5, 2),
        door=consulent,
        nu=om(date(2022, 5, 2)),
    )

    assert termijn(bezwaar).status == TermijnStatus.LOPEND


def test_withdrawn_asks_for_nothing(besluit, dossier, consulent, jurist):
    bezwaar = registreer(besluit, consulent)

    bezwaren.intrekken(
        bezwaar_id=bezwaar.pk,
        versie=None,
        op=date(2022, 5, 3),
        reden="Per brief.",
        door=jurist,
        nu=om(date(2022, 5, 4)),
    )

    assert termijn(bezwaar).status == TermijnStatus.VERVALLEN
    assert Bezwaar.objects.get(pk=bezwaar.pk).status == BezwaarStatus.INGETROKKEN
    assert not set(open_taken(dossier)) & {"bezwaar_beslissen", "bezwaar_bevestigen"}


# --- Hearing -----------------------------------------------------------------------------------
def test_a_hearing_leaves_time_for_papers_and_inspection(besluit, consulent, jurist):
    bezwaar = registreer(besluit, consulent)
    wie = {"bezwaar_id": bezwaar.pk, "door": jurist, "nu": om(date(2022, 5, 10))}

    with pytest.raises(Geweigerd, match="Te snel"):
        hoorzitting.hoorzitting_plannen(begint_at=om(date(2022, 5, 19)), plaats="Leek", **wie)
    hoorzitting.hoorzitting_plannen(begint_at=om(date(2022, 6, 20)), plaats="Leek", **wie)

    brief = Brief.objects.get(soort=BriefSoort.UITNODIGING)
    tekst = tekst_van(lees(brief.document))
    assert "maandag 20 juni 2022, 10:00 uur" in tekst
    assert "tot en met 10 juni 2022" in tekst
    assert "Vanaf 13 juni 2022" in tekst


def test_who_was_heard_or_did_not_come_can_be_decided_on(besluit, consulent, jurist):
    bezwaar = registreer(besluit, consulent)
    hoorzitting.hoorzitting_plannen(
        bezwaar_id=bezwaar.pk,
        begint_at=om(date(2022, 5, 31)),
        plaats="Leek",
        door=jurist,
        nu=om(date(2022, 5, 10)),
    )
    with pytest.raises(Geweigerd, match="nog niet gehoord"):
        beslis(bezwaar, jurist)

    hoorzitting.gehoord(
        bezwaar_id=bezwaar.pk,
        verschenen=True,
        op=date(2022, 5, 31),
        verslag="De heer vertelde zijn kant.",
        door=jurist,
        nu=om(date(2022, 5, 31)),
    )
    beslissing.beslissing_voorbereiden(
        bezwaar_id=bezwaar.pk,
        versie=None,
        uitkomst=BezwaarUitkomst.ONGEGROND,
        motivering="Goed onderbouwd.",
        door=jurist,
        nu=om(date(2022, 6, 1)),
    )
    besluit = beslis(bezwaar, jurist, date(2022, 6, 1))

    assert Bezwaar.objects.get(pk=bezwaar.pk).hoorzitting.status == AfspraakStatus.GEHOUDEN
    tekst = tekst_van(lees(besluit.document))
    assert "Wij hebben u gehoord op 31 mei 2022" in tekst
    assert "Verslag van de hoorzitting" in tekst
    assert "De heer vertelde zijn kant." in tekst, "the invitation promised the report"


def test_without_a_report_the_decision_does_not_speak_of_one(besluit, consulent, jurist):
    bezwaar = registreer(besluit, consulent)
    hoorzitting.hoorzitting_plannen(
        bezwaar_id=bezwaar.pk,
        begint_at=om(date(2022, 5, 31)),
        plaats="Leek",
        door=jurist,
        nu=om(date(2022, 5, 10)),
    )
    wie = {"bezwaar_id": bezwaar.pk, "door": jurist, "nu": om(date(2022, 5, 31))}
    hoorzitting.gehoord(verschenen=False, op=date(2022, 5, 31), verslag="Geen bericht.", **wie)
    beslissing.beslissing_voorbereiden(
        versie=None, uitkomst=BezwaarUitkomst.ONGEGROND, motivering="Goed onderbouwd.", **wie
    )

    tekst = tekst_van(lees(beslis(bezwaar, jurist, date(2022, 6, 1)).document))

    assert "U bent niet gekomen" in tekst
    assert "erslag" not in tekst


def test_a_hearing_that_was_called_off_is_planned_again(besluit, consulent, jurist):
    bezwaar = registreer(besluit, consulent)
    wie = {"bezwaar_id": bezwaar.pk, "door": jurist, "nu": om(date(2022, 5, 2)), "plaats": "Leek"}
    eerste = hoorzitting.hoorzitting_plannen(begint_at=om(date(2022, 5, 20)), **wie).hoorzitting
    with pytest.raises(Geweigerd, match="al een hoorzitting gepland"):
        hoorzitting.hoorzitting_plannen(begint_at=om(date(2022, 5, 23)), **wie)
    afspraak_afzeggen(afspraak_id=eerste.pk, reden="Ziek.", door=jurist, nu=om(date(2022, 5, 3)))

    tweede = hoorzitting.hoorzitting_plannen(begint_at=om(date(2022, 5, 23)), **wie).hoorzitting

    assert tweede.pk != eerste.pk
    kenmerken = Brief.objects.filter(soort=BriefSoort.UITNODIGING).values_list("kenmerk", flat=True)
    assert len(set(kenmerken)) == 2


# --- The decision ------------------------------------------------------------------------------
def test_the_decision_is_a_decision_of_its_own(besluit, dossier, consulent, jurist):
    bezwaar = klaar_om_te_beslissen(registreer(besluit, consulent, gronden="Te zwaar."), jurist)

    op_bezwaar = beslis(bezwaar, jurist)

    vers = Bezwaar.objects.get(pk=bezwaar.pk)
    assert (vers.status, vers.beslist_op, vers.beslist_door) == (
        BezwaarStatus.BESLIST,
        date(2022, 5, 12),
        jurist,
    )
    assert (op_bezwaar.soort, op_bezwaar.status) == (BesluitSoort.BEZWAAR, BesluitStatus.GENOMEN)
    assert vers.beslissing == op_bezwaar
    assert (termijn(vers).status, termijn(vers).gehaald_op) == (
        TermijnStatus.GEHAALD,
        date(2022, 5, 12),
    )
    assert op_bezwaar.document.soort == DocumentSoort.BESCHIKKING
    tekst = tekst_van(lees(op_bezwaar.document))
    for woorden in (
        "verklaren uw bezwaar ongegrond",
        "Te zwaar.",
        "De intake laat zien dat B1 haalbaar is.",
        "omdat u zei dat u dat niet wilt",
        "Rechtbank Noord-Nederland, afdeling bestuursrecht",
        "binnen zes weken",
        "Namens burgemeester en wethouders",
        "Fenna de Wit",
    ):
        assert woorden in tekst
    assert open_taken(dossier)["bekendmaken"] == date(2022, 5, 12)


def test_against_the_decision_on_an_objection_one_appeals_to_the_court(besluit, consulent, jurist):
    op_bezwaar = beslis(klaar_om_te_beslissen(registreer(besluit, consulent), jurist), jurist)
    bekendmaken(
        besluit_id=op_bezwaar.pk,
        versie=None,
        wijze=Bekendmaking.VERZONDEN,
        op=date(2022, 5, 12),
        door=jurist,
        nu=om(date(2022, 5, 12)),
    )

    assert not Termijn.objects.filter(sleutel=f"besluit {op_bezwaar.pk}").exists()
    with pytest.raises(Geweigerd, match="beroep open bij de rechtbank"):
        registreer(op_bezwaar, consulent, ontvangen_op=date(2022, 5, 20))


def test_who_took_the_decision_does_not_decide_on_the_objection(besluit, consulent, jurist):
    bezwaar = klaar_om_te_beslissen(registreer(besluit, consulent), jurist)

    with pytest.raises(Geweigerd, match="Een ander beslist"):
        beslis(bezwaar, consulent)

    assert Bezwaar.objects.get(pk=bezwaar.pk).status == BezwaarStatus.ONTVANGEN


def test_late_is_judged_and_not_excusable_means_not_admissible(besluit, consulent, jurist):
    bezwaar = registreer(besluit, consulent, ontvangen_op=date(2022, 5, 9))
    klaar_om_te_beslissen(bezwaar, jurist)
    with pytest.raises(Geweigerd, match="Beoordeel eerst"):
        beslis(bezwaar, jurist)

    wie = {"bezwaar_id": bezwaar.pk, "versie": None, "door": jurist, "nu": om(date(2022, 5, 11))}
    bezwaren.laat_beoordelen(
        oordeel=LaatOordeel.NIET_VERSCHOONBAAR, reden="Geen reden gegeven.", **wie
    )
    with pytest.raises(Geweigerd, match="is niet-ontvankelijk"):
        beslis(bezwaar, jurist)
    beslissing.beslissing_voorbereiden(
        uitkomst=BezwaarUitkomst.NIET_ONTVANKELIJK, motivering="Te laat.", **wie
    )

    tekst = tekst_van(lees(beslis(bezwaar, jurist).document))

    assert "niet-ontvankelijk" in tekst.replace("- ", "-")  # a line may end at the hyphen
    assert "Geen reden gegeven." in tekst


def test_in_time_there_is_nothing_to_excuse(besluit, consulent, jurist):
    bezwaar = registreer(besluit, consulent)

    with pytest.raises(Geweigerd, match="op tijd"):
        bezwaren.laat_beoordelen(
            bezwaar_id=bezwaar.pk,
            versie=None,
            oordeel=LaatOordeel.VERSCHOONBAAR,
            reden="Ziek.",
            door=jurist,
            nu=om(date(2022, 5, 2)),
        )


def test_the_ground_for_not_hearing_says_what_the_outcome_can_be(besluit, consulent, jurist):
    bezwaar = klaar_om_te_beslissen(
        registreer(besluit, consulent), jurist, grond=AfzienGrond.TEGEMOETGEKOMEN
    )

    with pytest.raises(Geweigerd, match="past alleen de uitkomst ‘gegrond’"):
        beslis(bezwaar, jurist)


def test_nothing_is_decided_while_the_person_may_still_supply(besluit, consulent, jurist):
    bezwaar = klaar_om_te_beslissen(registreer(besluit, consulent), jurist)
    bezwaren.verzuim_vragen(
        bezwaar_id=bezwaar.pk,
        wat="Gronden",
        uiterlijk_op=date(2022, 5, 20),
        door=jurist,
        nu=om(date(2022, 5, 11)),
    )

    with pytest.raises(Geweigerd, match="nog aanvullen, tot en met 20 mei 2022"):
        beslis(bezwaar, jurist, date(2022, 5, 20))
    assert beslis(bezwaar, jurist, date(2022, 5, 23)).soort == BesluitSoort.BEZWAAR


def test_a_character_no_letter_has_is_said_before_the_decision(besluit, consulent, jurist):
    bezwaar = registreer(besluit, consulent)

    with pytest.raises(Geweigerd, match="staan tekens die niet in een brief kunnen") as fout:
        beslissing.beslissing_voorbereiden(
            bezwaar_id=bezwaar.pk,
            versie=None,
            uitkomst=BezwaarUitkomst.GEGROND,
            motivering="Goed \U0001f600",
            door=jurist,
            nu=om(date(2022, 5, 2)),
        )

    assert fout.value.veld == "motivering"


@pytest.mark.parametrize(
    ("velden", "genoemd"),
    [
        ({"gronden": "Boos \U0001f600"}, "de gronden"),
        ({"laat_oordeel": LaatOordeel.VERSCHOONBAAR, "laat_reden": "\U0001f600"}, "waarom te laat"),
        ({"motivering": "Goed \U0001f600"}, "de motivering"),
    ],
)
def test_what_was_stored_before_is_looked_at_again(besluit, consulent, jurist, velden, genoemd):
    """The font may have changed since, or the text is older than the check at its own page."""
    bezwaar = klaar_om_te_beslissen(registreer(besluit, consulent), jurist)
    with handeling(door=jurist, nu=om(date(2022, 5, 11)), dossiers=[besluit.inburgeraar_id]):
        vers = Bezwaar.objects.get(pk=bezwaar.pk)
        for veld, waarde in velden.items():
            setattr(vers, veld, waarde)
        vers.save()

    with pytest.raises(Geweigerd, match=f"In ‘{genoemd}’ staan tekens"):
        beslis(bezwaar, jurist)

    assert Bezwaar.objects.get(pk=bezwaar.pk).status == BezwaarStatus.ONTVANGEN


def test_grounds_that_cannot_be_printed_are_said_by_their_field(besluit, consulent, jurist):
    with pytest.raises(Geweigerd) as fout:
        registreer(besluit, consulent, gronden="Boos \U0001f600")
    assert fout.value.veld == "gronden"

    bezwaar = registreer(besluit, consulent)
    with pytest.raises(Geweigerd) as fout:
        wijzig(bezwaar, jurist, om(date(2022, 5, 2)), gronden="Boos \U0001f600")
    assert fout.value.veld == "gronden"


def test_what_was_decided_does_not_change(besluit, consulent, jurist):
    bezwaar = klaar_om_te_beslissen(registreer(besluit, consulent), jurist)
    beslis(bezwaar, jurist)

    with pytest.raises(Geweigerd, match="het bezwaar is beslist"):
        wijzig(bezwaar, jurist, om(date(2022, 5, 20)), gronden="Anders.")


def test_who_saves_second_is_told(besluit, consulent, jurist):
    bezwaar = klaar_om_te_beslissen(registreer(besluit, consulent), jurist)
    wijzig(bezwaar, jurist, om(date(2022, 5, 11)), gronden="Aangevuld.")

    with pytest.raises(Gewijzigd):
        beslissing.beslissen(
            bezwaar_id=bezwaar.pk,
            versie=bezwaar.versie,
            door=jurist,
            nu=om(date(2022, 5, 12)),
        )


# --- Tasks -------------------------------------------------------------------------------------
def test_an_objection_asks_for_confirmation_hearing_and_decision(
    besluit, dossier, consulent, jurist
):
    bezwaar = registreer(besluit, consulent)
    taken = open_taken(dossier)
    assert taken["bezwaar_beslissen"] == BESLISSEN
    assert {"bezwaar_bevestigen", "bezwaar_horen"} <= set(taken)

    bezwaren.ontvangst_bevestigen(bezwaar_id=bezwaar.pk, door=jurist, nu=om(date(2022, 4, 21)))
    klaar_om_te_beslissen(bezwaar, jurist)

    assert not {"bezwaar_bevestigen", "bezwaar_horen"} & set(open_taken(dossier))


def test_a_well_founded_objection_asks_for_a_new_plan_until_there_is_one(
    besluit, dossier, consulent, jurist
):
    bezwaar = registreer(besluit, consulent)
    klaar_om_te_beslissen(
        bezwaar, jurist, BezwaarUitkomst.GEGROND, grond=AfzienGrond.TEGEMOETGEKOMEN
    )
    beslis(bezwaar, jurist)
    assert "pip_na_bezwaar" in open_taken(dossier)

    neem(dossier, consulent, "PIP-3", dag=date(2022, 5, 16))

    assert "pip_na_bezwaar" not in open_taken(dossier)


def test_two_who_decide_at_once_decide_once(besluit, consulent, jurist):
    """The second finds the objection changed, whatever the order."""
    bezwaar = klaar_om_te_beslissen(registreer(besluit, consulent), jurist)
    vers = Bezwaar.objects.get(pk=bezwaar.pk)
    wie = {"bezwaar_id": vers.pk, "versie": vers.versie, "nu": om(date(2022, 5, 12))}

    beslissing.beslissen(door=jurist, **wie)
    with pytest.raises(Gewijzigd):
        beslissing.beslissen(door=jurist, **wie)

    assert Besluit.objects.filter(soort=BesluitSoort.BEZWAAR).count() == 1
