"""Source codes written out."""

import pytest

from wet.bronnen import voluit


@pytest.mark.parametrize(
    ("code", "tekst"),
    [
        ("Wi 11", "Wet inburgering 2021, artikel 11"),
        ("Wi 15.1b", "Wet inburgering 2021, artikel 15, lid 1, onder b"),
        ("Wi 17.3", "Wet inburgering 2021, artikel 17, lid 3"),
        ("B26 5.3.1", "Besluit inburgering 2021 (tekst van 2 april 2026), artikel 5.3, lid 1"),
        ("B22 5.3.1", "Besluit inburgering 2021 (tekst van 1 januari 2022), artikel 5.3, lid 1"),
        ("R26 3.1", "Regeling inburgering 2021 (tekst van 18 april 2026), artikel 3.1"),
        ("R26", "Regeling inburgering 2021 (tekst van 18 april 2026)"),
        ("Pw 56a", "Participatiewet, artikel 56a"),
        ("Awb 6:7", "Algemene wet bestuursrecht, artikel 6:7"),
        ("ATW 4", "Algemene termijnenwet, artikel 4"),
        ("R26 4.1g", "Regeling inburgering 2021 (tekst van 18 april 2026), artikel 4.1, onder g"),
        ("R26 bijlage 6a", "Regeling inburgering 2021 (tekst van 18 april 2026), bijlage 6a"),
        ("Awb 7:10.3", "Algemene wet bestuursrecht, artikel 7:10, lid 3"),
        ("ECLI:NL:RVS:2023:3702", "Uitspraak ECLI:NL:RVS:2023:3702"),
        ("DUO pip", "Afspraken van DUO over gegevens: pip"),
        (
            "T25",
            "Werkwijze van het COA en gemeenten: twee weken koppelen, tien weken huisvesten, twee "
            "weken verhuizen (geen wettelijke termijn)",
        ),
    ],
)
def test_a_code_written_out(code, tekst):
    assert voluit(code) == tekst


def test_an_unknown_law_is_named():
    with pytest.raises(LookupError, match="De bron ‘Xyz 3’ noemt geen wet"):
        voluit("Xyz 3")


def test_a_part_that_is_no_article_is_named():
    with pytest.raises(LookupError, match="‘x’ is geen artikel of lid"):
        voluit("Wi 14.x")
