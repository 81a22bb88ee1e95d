"""Columns about who somebody is, and where and by which right they live here."""

from __future__ import annotations

from opdrachten.lezers import bsn, datum, ja_nee, onzekere_datum, postcode, tekst, v_nummer
from opdrachten.soorten import Kolom
from werkplek.livegang.lezers import email, geslacht, rol, vergunning

_ALS_HOOFDPERSOON = "Leeg bij wie geen dossier heeft: het adres van de hoofdpersoon."

WIE = (
    Kolom(
        naam="gezin",
        label="Gezin",
        lees=tekst(40),
        ook=("gezinsnummer", "huishouden", "nummer gezin"),
        uitleg="Hetzelfde nummer voor iedereen in één gezin. Leeg: iemand alleen.",
        voorbeeld="G-014",
    ),
    Kolom(
        naam="rol",
        label="Rol in het gezin",
        lees=rol,
        ook=("rol", "gezinsrol"),
        uitleg="Hoofdpersoon, partner, kind of ander gezinslid. Leeg bij iemand alleen.",
        voorbeeld="Hoofdpersoon",
    ),
    Kolom(
        naam="voornamen",
        label="Voornamen",
        lees=tekst(120),
        ook=("voornaam", "roepnaam"),
        uitleg="Wie maar één naam heeft: alleen de achternaam.",
        voorbeeld="Selam",
    ),
    Kolom(
        naam="voorvoegsel",
        label="Voorvoegsel",
        lees=tekst(20),
        ook=("tussenvoegsel",),
        uitleg="Bijvoorbeeld: van der.",
    ),
    Kolom(
        naam="achternaam",
        label="Achternaam",
        lees=tekst(120),
        ook=("geslachtsnaam", "familienaam"),
        uitleg="Zoals op het verblijfsdocument.",
        voorbeeld="Tesfay",
    ),
    Kolom(
        naam="geboortedatum",
        label="Geboortedatum",
        lees=onzekere_datum,
        verplicht=True,
        ook=("geboren", "geb datum"),
        uitleg="dd-mm-jjjj, met 00 voor wat niet bekend is: 00-00-1990.",
        voorbeeld="12-04-1995",
    ),
    Kolom(
        naam="geslacht",
        label="Geslacht",
        lees=geslacht,
        ook=("m/v",),
        uitleg="v, m of x.",
        voorbeeld="v",
    ),
    Kolom(
        naam="nationaliteit",
        label="Nationaliteit",
        lees=tekst(60),
        uitleg="Zoals op het verblijfsdocument.",
        voorbeeld="Eritrese",
    ),
    Kolom(
        naam="taal",
        label="Taal",
        lees=tekst(40),
        ook=("moedertaal", "talen"),
        uitleg="De taal die deze persoon het best spreekt.",
        voorbeeld="Tigrinya",
    ),
    Kolom(
        naam="tolktaal",
        label="Tolk nodig in",
        lees=tekst(40),
        ook=("tolktaal", "tolk"),
        uitleg="Leeg: er is geen tolk nodig.",
        voorbeeld="Tigrinya",
    ),
    Kolom(
        naam="telefoon",
        label="Telefoon",
        lees=tekst(20),
        ook=("telefoonnummer", "mobiel"),
        uitleg="Eén nummer.",
        voorbeeld="06-00000000",
    ),
    Kolom(
        naam="email",
        label="E-mailadres",
        lees=email,
        ook=("e-mail", "mail"),
        uitleg="Van de persoon zelf.",
    ),
    Kolom(
        naam="v_nummer",
        label="V-nummer",
        lees=v_nummer,
        ook=("vnr", "vreemdelingennummer"),
        uitleg="Tien cijfers; een weggevallen nul vooraan wordt aangevuld.",
        voorbeeld="0012345678",
    ),
    Kolom(
        naam="bsn",
        label="BSN",
        lees=bsn,
        ook=("burgerservicenummer",),
        uitleg="Negen cijfers. Mag leeg zijn.",
    ),
)

WAAR = (
    Kolom(
        naam="straat",
        label="Straat",
        lees=tekst(80),
        ook=("straatnaam",),
        uitleg=_ALS_HOOFDPERSOON,
        voorbeeld="Wilgenhof",
    ),
    Kolom(
        naam="huisnummer",
        label="Huisnummer",
        lees=tekst(12),
        ook=("nr",),
        uitleg="Met toevoeging.",
        voorbeeld="3 a",
    ),
    Kolom(naam="postcode", label="Postcode", lees=postcode, uitleg="1234 AB.", voorbeeld="9351 BC"),
    Kolom(
        naam="plaats",
        label="Plaats",
        lees=tekst(80),
        ook=("woonplaats",),
        uitleg=_ALS_HOOFDPERSOON,
        voorbeeld="Leek",
    ),
    Kolom(
        naam="woont_hier_sinds",
        label="Woont hier sinds",
        lees=datum,
        ook=("verhuisd op", "woont hier vanaf"),
        uitleg="De dag van de verhuizing naar deze gemeente. Nodig bij de Wet inburgering 2021.",
        voorbeeld="01-06-2024",
    ),
    Kolom(
        naam="brp_op",
        label="Ingeschreven in de BRP op",
        lees=datum,
        ook=("brp", "inschrijving brp", "datum brp"),
        uitleg="In deze gemeente. Nodig bij een asielvergunning onder de Wet inburgering 2021.",
        voorbeeld="05-06-2024",
    ),
    Kolom(
        naam="geheim_adres",
        label="Geheim adres",
        lees=ja_nee,
        ook=("geheim",),
        uitleg="ja of nee. Een geheim adres komt niet in lijsten.",
    ),
    Kolom(
        naam="vergunning",
        label="Verblijfsvergunning",
        lees=vergunning,
        ook=("soort vergunning", "verblijfsrecht", "soort verblijfsvergunning"),
        uitleg="Asiel bepaalde tijd, asiel onbepaalde tijd, nareis, regulier gezin of overig.",
        voorbeeld="Asiel, bepaalde tijd",
    ),
    Kolom(
        naam="vergunning_vanaf",
        label="Verblijfsvergunning vanaf",
        lees=datum,
        ook=("vergunning vanaf", "ingang vergunning"),
        uitleg="De eerste dag van de vergunning.",
        voorbeeld="20-11-2023",
    ),
)
