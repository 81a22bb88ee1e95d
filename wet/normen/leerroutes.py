"""Hours, exams and attempts of the routes, and what an extension of the term may be."""

from __future__ import annotations

from datetime import date

from wet.normen.norm import Eenheid, rij
from wet.uitkomst import Zekerheid

NORMEN = (
    # Wat een leerroute vraagt.
    rij("pvt_uren", 12, Eenheid.UREN, "B26 3.1.2"),
    rij(
        "map_praktijkuren",
        40,
        Eenheid.UREN,
        "R26 3.1",
        toelichting="Uren praktische inzet; lesuren tellen niet mee.",
    ),
    rij("z_cursusuren", 800, Eenheid.UREN, "Wi 9", "B26 3.14.2", "B26 3.14.3"),
    rij(
        "z_participatieuren",
        800,
        Eenheid.UREN,
        "Wi 9",
        "B26 3.14.2",
        toelichting="Alleen voor asielstatushouders. De uren van PVT en MAP tellen hierin mee.",
    ),
    rij(
        "afschalen_uren",
        600,
        Eenheid.UREN,
        "Wi 17.3",
        "B26 5.5",
        toelichting="Uren Nederlands; alfabetisering telt mee, KNM niet.",
    ),
    rij(
        "vooropleiding_jaren",
        2,
        Eenheid.JAREN,
        "B26 3.14.9",
        toelichting="Zo lang voor het PIP tellen lessen op vso, praktijkonderwijs of entree mee.",
    ),
    # Leeftijd.
    rij("plicht_leeftijd_jaren", 16, Eenheid.JAREN, "Wi 3"),
    rij(
        "meerderjarig_jaren",
        18,
        Eenheid.JAREN,
        "BW 1:233",
        vanaf=date(1988, 1, 1),
        zekerheid=Zekerheid.AFGELEID,
        toelichting="Uit algemene kennis; niet nagelezen in de wet zelf.",
    ),
    # Examens.
    rij("gratis_pogingen", 2, Eenheid.KEER, "R26", toelichting="Per onderdeel van het examen."),
    rij(
        "ontheffing_taalonderdelen",
        3,
        Eenheid.KEER,
        "B26 2.7",
        toelichting="Hoogstens zoveel van de vier taalonderdelen bij gedeeltelijke ontheffing.",
    ),
    # Verlenging van de inburgeringstermijn. DUO beslist; dit is om te kunnen vooruitkijken.
    rij("verlenging_minstens_maanden", 3, Eenheid.MAANDEN, "R26 4.1"),
    rij("verlenging_overlijden_maanden", 3, Eenheid.MAANDEN, "R26 4.1b"),
    rij("verlenging_bevalling_weken", 16, Eenheid.WEKEN, "R26 4.1c"),
    rij("verlenging_alfabetisering_maanden", 6, Eenheid.MAANDEN, "R26 4.1e"),
    rij("verlenging_dakloos_jaren", 2, Eenheid.JAREN, "R26 4.1f"),
    rij("verlenging_taalschakeltraject_maanden", 6, Eenheid.MAANDEN, "R26 4.1g"),
    rij("verlenging_aanbieder_maanden", 6, Eenheid.MAANDEN, "R26 4.1h"),
    rij("verlenging_bijzonder_jaren", 2, Eenheid.JAREN, "R26 4.1i"),
    rij("verlenging_opleiding_jaren", 2, Eenheid.JAREN, "B26 4.3.2", "R26 4.2"),
    rij(
        "verlenging_opleiding_vervolg_jaren",
        1,
        Eenheid.JAREN,
        "R26 4.2",
        toelichting="Na de eerste twee jaar nog twee keer; niet bij entree.",
    ),
    rij("bijna_afgerond_maanden", 6, Eenheid.MAANDEN, "B26 4.4"),
    rij("bijna_afgerond_uren", 450, Eenheid.UREN, "B26 4.4"),
    rij("bijna_afgerond_onderdelen", 2, Eenheid.KEER, "B26 4.4"),
    # Afspraken van DUO over gegevens.
    rij("duo_uren_hoogste", 9999, Eenheid.UREN, "DUO gevolgde uren"),
    rij("duo_vorig_pip_maanden", 1, Eenheid.MAANDEN, "DUO toegang tot gegevens"),
    rij(
        "duo_niet_verwijtbaar_maanden",
        2,
        Eenheid.MAANDEN,
        "DUO map-pvt-zroute",
        zekerheid=Zekerheid.AFGELEID,
        toelichting="Zo lang na het einde van de termijn neemt DUO ‘Nee’ bij verwijtbaar aan.",
    ),
)
"""Rows of one name stand in order of time."""
