"""Columns about the case: the duty, the plan with what was done so far, bijstand and ontzorgen."""

from __future__ import annotations

from opdrachten.lezers import datum, ja_nee, tekst
from opdrachten.soorten import Kolom
from werkplek.livegang.lezers import doelgroep, leerroute, niveau, stelsel, uren

PLICHT = (
    Kolom(
        naam="dossier",
        label="Dossier",
        lees=ja_nee,
        ook=("eigen dossier", "inburgeringsplichtig"),
        uitleg="nee bij een kind en bij een partner zonder plicht. Leeg: alleen een kind nee.",
        voorbeeld="ja",
    ),
    Kolom(
        naam="stelsel",
        label="Stelsel",
        lees=stelsel,
        ook=("wet", "regime"),
        uitleg="Wi2021, of Wi2013 voor de ondertussengroep.",
        voorbeeld="Wi2021",
    ),
    Kolom(
        naam="doelgroep",
        label="Doelgroep volgens DUO",
        lees=doelgroep,
        ook=("doelgroep", "gedetailleerde doelgroep"),
        uitleg="Bijvoorbeeld Asielstatushouder, Gezinshereniger of Gezinsvormer.",
        voorbeeld="Asielstatushouder",
    ),
    Kolom(
        naam="begin_plicht",
        label="Begin van de plicht",
        lees=datum,
        ook=("plicht vanaf", "ingang plicht"),
        uitleg="Zoals DUO die noemt.",
        voorbeeld="02-05-2024",
    ),
    Kolom(
        naam="kennisgeving_op",
        label="Kennisgeving DUO",
        lees=datum,
        ook=("datum kennisgeving",),
        uitleg="De datum op de brief van DUO. Leeg: er komt een taak om die vast te leggen.",
        voorbeeld="02-05-2024",
    ),
    Kolom(
        naam="consulent",
        label="Consulent (e-mailadres)",
        lees=tekst(120),
        ook=("consulent", "klantmanager"),
        uitleg="Het e-mailadres waarmee de consulent hier inlogt.",
        voorbeeld="consulent@gemeente.example",
    ),
    Kolom(
        naam="partner",
        label="Partnerorganisatie",
        lees=tekst(120),
        ook=("partnerorganisatie", "maatschappelijke begeleiding door"),
        uitleg="De naam zoals die bij Beheer staat. Leeg: geen.",
    ),
)

PLAN = (
    Kolom(
        naam="intake_op",
        label="Brede intake afgerond op",
        lees=datum,
        ook=("intake", "datum intake"),
        uitleg="Leeg: de intake is nog niet klaar.",
        voorbeeld="20-06-2024",
    ),
    Kolom(
        naam="pip_op",
        label="Dagtekening PIP",
        lees=datum,
        ook=("pip", "datum pip"),
        uitleg="De datum op het PIP dat nu geldt. Leeg: er is nog geen PIP.",
        voorbeeld="08-07-2024",
    ),
    Kolom(
        naam="eerste_pip_op",
        label="Dagtekening eerste PIP",
        lees=datum,
        ook=("eerste pip",),
        uitleg="Alleen als er eerder een ander PIP was. De drie jaar lopen vanaf het eerste.",
    ),
    Kolom(
        naam="pip_bekend_op",
        label="PIP bekendgemaakt op",
        lees=datum,
        ook=("bekendmaking pip", "pip uitgereikt op", "pip verzonden op"),
        uitleg="De dag van uitreiken of verzenden. Leeg: er komt een taak om dat te doen.",
        voorbeeld="09-07-2024",
    ),
    Kolom(
        naam="leerroute",
        label="Leerroute",
        lees=leerroute,
        ook=("route",),
        uitleg="B (B1-route), O (onderwijsroute) of Z (Z-route).",
        voorbeeld="B",
    ),
    Kolom(
        naam="niveau",
        label="Taalniveau in het PIP",
        lees=niveau,
        ook=("niveau", "taalniveau"),
        uitleg="B1, of A2 na afschalen. Leeg: het niveau dat bij de leerroute hoort.",
    ),
    Kolom(
        naam="uren_leerroute",
        label="Uren leerroute in het PIP",
        lees=uren,
        uitleg="Hele uren, zoals het PIP ze noemt.",
        voorbeeld="600",
    ),
    Kolom(
        naam="laatste_dag",
        label="Laatste dag inburgeringstermijn",
        lees=datum,
        ook=("einde inburgeringstermijn", "einde termijn", "termijn tot en met"),
        uitleg="De laatste dag zelf. DUO noemt in zijn berichten de dag erna: trek er één af.",
        voorbeeld="08-07-2027",
    ),
    Kolom(
        naam="verlengd_op",
        label="Verlengd door DUO op",
        lees=datum,
        ook=("besluit verlenging",),
        uitleg="De datum van het besluit. De laatste dag is dan die na de verlenging.",
    ),
    Kolom(
        naam="verlenging_grond",
        label="Grond van de verlenging",
        lees=tekst(120),
        ook=("reden verlenging",),
        uitleg="Zoals DUO die noemt.",
    ),
    Kolom(
        naam="uren_taal",
        label="Uren taal en KNM tot nu",
        lees=uren,
        ook=("uren taal", "gevolgde uren"),
        uitleg="Hele uren, tot en met vandaag. Het wordt de beginstand.",
        voorbeeld="310",
    ),
    Kolom(
        naam="uren_participatie",
        label="Uren participatie tot nu",
        lees=uren,
        ook=("uren participatie",),
        uitleg="Hele uren. Tellen alleen in de Z-route van een asielstatushouder.",
    ),
    Kolom(
        naam="begeleiding",
        label="Begeleiding",
        lees=tekst(1000),
        ook=("afspraken", "opmerkingen"),
        uitleg="Afspraken over begeleiding. Komt in het PIP, of als notitie als er geen PIP is.",
    ),
)

GELD = (
    Kolom(
        naam="bijstand_op",
        label="Bijstand vanaf",
        lees=datum,
        ook=("uitkering vanaf",),
        uitleg="De dag waarop het recht op bijstand ontstond. Leeg: geen bijstand.",
        voorbeeld="10-12-2025",
    ),
    Kolom(
        naam="bijstand_tot",
        label="Bijstand tot en met",
        lees=datum,
        ook=("uitkering tot en met",),
        uitleg="Leeg: de bijstand loopt nog.",
    ),
    Kolom(
        naam="ontzorgen_op",
        label="Ontzorgen vanaf",
        lees=datum,
        uitleg="De dag waarop de gemeente de vaste lasten ging betalen. Leeg: niet ontzorgd.",
        voorbeeld="10-12-2025",
    ),
    Kolom(
        naam="ontzorgen_tot",
        label="Ontzorgen tot en met",
        lees=datum,
        uitleg="Alleen als het eerder stopte dan na zes maanden.",
    ),
    Kolom(
        naam="besluit_op",
        label="Besluit ontzorgen van",
        lees=datum,
        ook=("participatiewetbesluit",),
        uitleg="Datum van het Participatiewetbesluit. Zonder besluit mag niet worden betaald.",
        voorbeeld="08-12-2025",
    ),
    Kolom(
        naam="machtiging_op",
        label="Machtiging getekend op",
        lees=datum,
        ook=("machtiging",),
        uitleg="Zonder machtiging mag niet worden betaald.",
        voorbeeld="08-12-2025",
    ),
)
