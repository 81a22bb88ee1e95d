"""What every page leans on: how a date reads, how an error is found, how an act is offered."""

from __future__ import annotations

import gzip
import re
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from types import SimpleNamespace

import pytest
from django import forms
from django.conf import settings
from django.contrib.staticfiles import finders
from django.template import Context, Template
from django.template.loader import render_to_string

from inburgering.templatetags import huisstijl
from inburgering.templatetags.iconen import ICONEN


def teken(bron: str, **context: object) -> str:
    html = Template("{% load huisstijl %}" + bron).render(Context(context))
    return re.sub(r"\s+", " ", html).strip()


class Proefformulier(forms.Form):
    naam = forms.CharField(label="Naam", help_text="Zoals iemand zelf schrijft.")
    geboren = forms.DateField(label="Geboren", required=False)
    route = forms.ChoiceField(
        label="Route", choices=[("b1", "B1"), ("z", "Z")], widget=forms.RadioSelect
    )
    aanwezig = forms.MultipleChoiceField(
        label="Aanwezig", choices=[("coa", "COA")], widget=forms.CheckboxSelectMultiple
    )
    akkoord = forms.BooleanField(label="Akkoord")
    stuk = forms.FileField(label="Stuk")
    uitleg = forms.CharField(label="Uitleg", widget=forms.Textarea)
    versie = forms.IntegerField(widget=forms.HiddenInput)


# --- Dates and money ---------------------------------------------------------------------------
def test_datum_in_tekst_en_in_velden() -> None:
    dag = date(2022, 2, 14)

    assert huisstijl.datum(dag) == "14 februari 2022"
    assert huisstijl.weekdag(dag) == "maandag 14 februari 2022"
    assert huisstijl.datum_kort(dag) == "14-02-2022"


def test_een_moment_is_van_de_nederlandse_dag() -> None:
    kort_na_middernacht = datetime(2024, 5, 13, 22, 30, tzinfo=UTC)

    assert huisstijl.moment(kort_na_middernacht) == "14 mei 2024 om 00:30"
    assert huisstijl.datum(kort_na_middernacht) == "14 mei 2024"


@pytest.mark.parametrize(
    "filter_",
    [huisstijl.datum, huisstijl.datum_kort, huisstijl.weekdag, huisstijl.moment, huisstijl.euro],
)
def test_niets_blijft_niets(filter_) -> None:
    assert filter_(None) == ""


@pytest.mark.parametrize(
    ("bedrag", "tekst"),
    [
        (Decimal("1234.56"), "€ 1.234,56"),
        (Decimal("94310.2"), "€ 94.310,20"),
        (0, "€ 0,00"),
        (Decimal("-32.4"), "€ -32,40"),
        ("1234567.005", "€ 1.234.567,01"),
    ],
)
def test_euro(bedrag: object, tekst: str) -> None:
    assert huisstijl.euro(bedrag) == tekst


@pytest.mark.parametrize(
    ("dagen", "tekst"),
    [
        (12, "nog 12 dagen"),
        (1, "nog 1 dag"),
        (0, "vandaag"),
        (-1, "1 dag te laat"),
        (-3, "3 dagen te laat"),
    ],
)
def test_nog_dagen(dagen: int, tekst: str) -> None:
    assert huisstijl.nog_dagen(dagen) == tekst


# --- Signs -------------------------------------------------------------------------------------
@pytest.mark.parametrize("naam", sorted(ICONEN))
def test_een_icoon_zwijgt_voor_een_schermlezer(naam: str) -> None:
    assert 'aria-hidden="true"' in huisstijl.icoon(naam)


@pytest.mark.parametrize("soort", sorted(huisstijl.LABELS))
def test_een_label_is_nooit_alleen_kleur(soort: str) -> None:
    html = huisstijl.label("Te laat", soort)

    assert "<svg" in html
    assert "Te laat" in html


def test_een_label_ontsnapt_zijn_tekst() -> None:
    assert "&lt;b&gt;" in huisstijl.label("<b>")


# --- Forms -------------------------------------------------------------------------------------
def test_het_foutoverzicht_leidt_naar_de_invoer() -> None:
    form = Proefformulier({})
    form.add_error(None, "Dit V-nummer is al bekend.")

    html = teken("{% foutoverzicht form %}", form=form)

    assert re.findall(r'href="#([^"]+)"', html) == [
        "id_naam",
        "id_route_0",
        "id_aanwezig_0",
        "id_akkoord",
        "id_stuk",
        "id_uitleg",
    ]
    assert "Dit V-nummer is al bekend." in html
    assert "data-foutoverzicht" in html


def test_elk_doel_van_het_foutoverzicht_staat_op_de_pagina() -> None:
    form = Proefformulier({})

    html = teken("{% formulier form %}", form=form)

    doelen = set(re.findall(r'href="#([^"]+)"', html))
    assert doelen <= set(re.findall(r' id="([^"]+)"', html))


def test_het_foutoverzicht_neemt_rijen_mee() -> None:
    rijen = forms.formset_factory(Proefformulier, extra=0)
    formset = rijen({"form-TOTAL_FORMS": "1", "form-INITIAL_FORMS": "0", "form-0-uitleg": "Kort"})

    html = teken("{% foutoverzicht formset %}", formset=formset)

    assert 'href="#id_form-0-naam"' in html


@pytest.mark.parametrize("form", [None, Proefformulier()])
def test_zonder_fouten_geen_overzicht(form: Proefformulier | None) -> None:
    assert teken("{% foutoverzicht form %}", form=form) == ""


def test_een_veld_hangt_hint_en_fout_aan_de_invoer() -> None:
    html = teken("{% veld form.naam %}", form=Proefformulier({}))

    assert 'for="id_naam"' in html
    assert 'aria-describedby="id_naam_helptext id_naam_error"' in html
    assert 'aria-invalid="true"' in html
    assert 'id="id_naam_helptext"' in html
    assert 'id="id_naam_error"' in html


def test_een_formulier_houdt_wat_getypt_is() -> None:
    html = teken("{% formulier form %}", form=Proefformulier({"geboren": "31-02-1990"}))

    assert 'value="31-02-1990"' in html


def test_alleen_wat_mag_ontbreken_heet_niet_verplicht() -> None:
    form = Proefformulier()

    assert "(niet verplicht)" in teken("{% veld form.geboren %}", form=form)
    assert "(niet verplicht)" not in teken("{% veld form.geboren True %}", form=form)
    assert "(niet verplicht)" not in teken("{% veld form.naam %}", form=form)


def test_elke_invoer_heeft_een_label() -> None:
    html = teken("{% formulier form %}", form=Proefformulier())

    invoer = re.findall(r'<(?:input type="(?!hidden)|select|textarea)[^>]* id="([^"]+)"', html)
    assert sorted(invoer) == sorted(re.findall(r'<label[^>]* for="([^"]+)"', html))


# --- Acts --------------------------------------------------------------------------------------
def test_een_handelknop_is_een_post_met_token() -> None:
    html = teken(
        '{% handelknop "/pip/vaststellen/" "Vaststellen" primair=True versie=3 %}',
        csrf_token="abc",
    )

    assert '<form class="handelknop" method="post" action="/pip/vaststellen/">' in html
    assert 'name="csrfmiddlewaretoken" value="abc"' in html
    assert 'name="versie" value="3"' in html
    assert "utrecht-button--primary-action" in html


def test_een_handelknop_die_niet_kan_zegt_waarom() -> None:
    html = teken('{% handelknop "/x/" "Vaststellen" reden="De intake is nog open." %}')

    uitgelegd = re.search(r'aria-describedby="([^"]+)"', html)
    assert uitgelegd is not None
    assert f'id="{uitgelegd[1]}">De intake is nog open.' in html
    assert 'aria-disabled="true"' in html
    assert "<form" not in html


def test_bevestigen_zegt_wat_er_gebeurt() -> None:
    html = teken(
        '{% bevestigen "Vaststellen" "/terug/" gevolgen=gevolgen %}',
        csrf_token="abc",
        gevolgen=["De termijn begint."],
    )

    assert "<li>De termijn begint.</li>" in html
    assert 'href="/terug/"' in html


def test_conflict_laat_per_gegeven_kiezen() -> None:
    velden = [
        SimpleNamespace(naam="telefoon", label="Telefoon", mijn="06-1", nu="06-2", keuze=""),
        SimpleNamespace(naam="adres", label="Adres", mijn="A", nu="B", keuze="nu"),
    ]

    html = teken(
        '{% conflict velden "Jan" op %}', velden=velden, op=datetime(2024, 5, 9, 8, tzinfo=UTC)
    )

    assert re.findall(r'name="(keuze_\w+)" value="(\w+)"', html) == [
        ("keuze_telefoon", "mijn"),
        ("keuze_telefoon", "nu"),
        ("keuze_adres", "mijn"),
        ("keuze_adres", "nu"),
    ]
    assert html.count("checked") == 1
    assert "Jan heeft dit intussen gewijzigd" in html
    assert "9 mei 2024 om 10:00" in html


# --- Places ------------------------------------------------------------------------------------
def test_tabs_noemen_de_huidige() -> None:
    tabs = [
        SimpleNamespace(tekst="Overzicht", url="/a/", actief=False),
        SimpleNamespace(tekst="PIP", url="/b/", actief=True),
    ]

    html = teken("{% tabs tabs %}", tabs=tabs)

    assert html.count('<a href="/b/" aria-current="page">PIP</a>') == 2
    assert html.count("aria-current") == 2


def test_paginering_zonder_bladzijden_is_er_niet() -> None:
    assert teken("{% paginering %}") == ""
    assert 'rel="next"' in teken('{% paginering volgende="?na=1" %}')


@dataclass(frozen=True)
class Dossierkop:
    nummer: str = "2024-0042"
    naam: str = "Tesfay, Selam"
    leeftijd: int | None = None
    geboortedatum: str = "00-00-1990"
    vnummer: str = "0123456789"
    doelgroep: str = "Asielstatushouder"
    regime: str = "Wi2021"
    consulent: str = ""
    status: str = "Actief"
    status_soort: str = "goed"
    gevoelig: bool = True
    schakels: tuple[SimpleNamespace, ...] = tuple(
        SimpleNamespace(
            nummer=nummer,
            naam=f"Schakel {nummer}",
            status=status,
            status_label=status,
            datum=None,
            reden="",
        )
        for nummer, status in enumerate(
            ["afgerond", "niet_van_toepassing", "open", "wacht", "wacht"], start=1
        )
    )
    termijnen: list[SimpleNamespace] = field(
        default_factory=lambda: [
            SimpleNamespace(
                naam="PIP vaststellen",
                eind_op=date(2024, 5, 21),
                dagen_over=-3,
                status_label="",
                status_soort="fout",
                regel="Tien weken",
                bron=["Besluit inburgering 2021, art. 5.3"],
                stappen=["20 mei is tweede pinksterdag"],
            )
        ]
    )


def test_de_kop_van_een_dossier() -> None:
    html = render_to_string(
        "inburgering/dossier.html", {"dossier": Dossierkop(), "tabs": [], "user": None}
    )

    assert "<title>Dossier 2024-0042 · Inburgering</title>" in html
    assert html.count("<h1") == 1
    assert html.count('<li class="schakel ') == 5
    assert html.count('aria-current="step"') == 1
    assert "3 dagen te laat" in html
    assert "t/m 21 mei 2024" in html
    assert "20 mei is tweede pinksterdag" in html
    assert "nog niemand" in html
    assert "Besloten dossier" in html


# --- The house about itself --------------------------------------------------------------------
def test_de_pagina_bij_een_storing_staat_op_zichzelf() -> None:
    bron = (settings.BASE_DIR / "templates/fouten/500.html").read_text()

    assert "{{" not in bron
    assert "{%" not in bron


def test_een_pagina_blijft_binnen_honderd_kilobyte() -> None:
    html = render_to_string(
        "inburgering/dossier.html", {"dossier": Dossierkop(), "tabs": [], "user": None}
    )
    gevraagd = set(re.findall(r'(?:src|href)="/static/([^"]+)"', html))

    over_de_lijn = len(gzip.compress(html.encode())) + sum(
        len(gzip.compress(Path(str(finders.find(pad))).read_bytes())) for pad in gevraagd
    )

    assert "gebouwd/app.css" in gevraagd
    assert over_de_lijn < 60_000  # the shell; a page of its own has 40 kB left


# --- The chain, addresses, what a label says ------------------------------------------------------
@dataclass(frozen=True)
class Stap:
    nummer: int
    naam: str
    status: str
    status_label: str
    datum: date | None = None
    reden: str = ""


def test_the_chain_says_a_reason_once_and_what_is_open_in_words() -> None:
    stappen = [
        Stap(1, "Plicht", "open", "Open", date(2026, 3, 2)),
        Stap(2, "Voorbereiden", "niet_van_toepassing", "Niet van toepassing", reden="Woont hier."),
        Stap(3, "Intake", "niet_van_toepassing", "Niet van toepassing", reden="Andere wet."),
        Stap(4, "Inburgeren", "niet_van_toepassing", "Niet van toepassing", reden="Andere wet."),
        Stap(5, "Afronden", "niet_van_toepassing", "Niet van toepassing", reden="Andere wet."),
    ]

    html = teken('{% keten stappen "De vijf schakels" %}', stappen=stappen)

    assert html.count("Andere wet.") == 1
    assert "Schakel 3, 4 en 5 niet van toepassing: Andere wet." in html
    assert "Schakel 2 niet van toepassing: Woont hier." in html
    assert "<strong>1. Plicht</strong> open 02-03-2026" in html
    assert html.count('aria-current="step"') == 1


def test_a_chain_with_nothing_open_writes_out_what_was_done_last() -> None:
    stappen = [
        Stap(1, "Plicht", "afgerond", "Afgerond", date(2026, 3, 2)),
        Stap(2, "Voorbereiden", "afgerond", "Afgerond", date(2026, 3, 9)),
        Stap(3, "Intake", "wacht", "Wacht"),
    ]

    html = teken('{% keten stappen "Stappen" %}', stappen=stappen)

    assert re.findall(r"<li><strong>(.*?)</li>", html) == [
        "2. Voorbereiden</strong> afgerond 09-03-2026"
    ]
    assert "keten-nu" not in teken('{% keten stappen "Stappen" %}', stappen=stappen[2:])


def test_a_postcode_stays_on_one_line() -> None:
    assert huisstijl.adres("Wilgenhof 3, 9351 BC Leek") == "Wilgenhof 3, 9351\N{NBSP}BC Leek"
    assert huisstijl.adres("Assen") == "Assen"
    assert huisstijl.adres("") == ""


def test_a_label_says_what_is_needed_later() -> None:
    class Deels(forms.Form):
        aanduidingen = {"uren": "nodig voor vaststellen"}
        naam = forms.CharField()
        uren = forms.IntegerField(required=False)
        notitie = forms.CharField(required=False)

    form = Deels()

    assert [huisstijl.aanduiding(veld) for veld in form] == [
        "",
        "nodig voor vaststellen",
        "niet verplicht",
    ]
    assert "(nodig voor vaststellen)" in teken("{% veld form.uren %}", form=form)
