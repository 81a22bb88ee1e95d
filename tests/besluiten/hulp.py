"""Letters of these tests: a head that needs no database, and a template of one's own."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from besluiten.briefhoofd import Afzender, Briefhoofd
from besluiten.pdf import maak_pdf

DAG = date(2026, 3, 2)

GEMEENTE = Afzender(
    naam="Westerkwartier",
    postadres="Postbus 100",
    postcode="9350 AC",
    plaats="Leek",
    telefoon="14 0594",
    email="info@westerkwartier.example",
    team="Mens & Gezin",
    mandaat="Namens burgemeester en wethouders van Westerkwartier,",
    bezwaar_organisatie="College van burgemeester en wethouders",
)
HOOFD = Briefhoofd(
    kenmerk="PROEF-2026-1",
    dagtekening=DAG,
    gemeente=GEMEENTE,
    geadresseerde="Selam Tesfay",
    aanhef="mevrouw Tesfay",
    adresregels=("Wilgenhof 3", "9351 BC Leek"),
    adres_geheim=False,
    geboortedatum="14-02-1991",
    v_nummer="0123456789",
    consulent="Marieke Bos",
    consulent_telefoon="0594 123456",
    consulent_email="m.bos@westerkwartier.example",
    ondertekenaar="Marieke Bos",
    functie="consulent",
)
SJABLOON = """{% extends "besluiten/brief.html" %}
{% block titel %}Proefbrief{% endblock titel %}
{% block inhoud %}
<h1>Een brief aan {{ hoofd.aanhef }}</h1>
{{ tekst|linebreaks }}
<h2>Wat u doet</h2>
<table class="overzicht">
<thead><tr><th scope="col">Wat</th><th scope="col" class="getal">Hoeveel</th></tr></thead>
<tbody><tr><th scope="row">PVT</th><td class="getal">12 uur</td></tr></tbody>
</table>
<p>Lees meer op <a href="https://www.westerkwartier.example/">onze pagina</a>.</p>
{% endblock inhoud %}
"""


def brief(tekst: str = "Dit is de brief.", *, hoofd: dict[str, Any] | None = None, **rest: Any):
    """`proefbrief.html` comes from the fixture `sjabloon`."""
    context = {"hoofd": replace(HOOFD, **(hoofd or {})), "tekst": tekst}
    return maak_pdf("proefbrief.html", context, dagtekening=DAG, **rest)
