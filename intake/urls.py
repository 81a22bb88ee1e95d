from django.urls import path

from intake.views import (
    advies,
    diagnoses,
    doelen,
    intake,
    oproepen,
    toets,
    toetsmomenten,
    zittingen,
)

D = "inburgeraars/<str:nummer>/intake/"
DIAGNOSE = D + "diagnoses/<int:diagnose_id>/"
TOETS = D + "toets/"
MOMENTEN = "toetsmomenten/"
MOMENT = MOMENTEN + "<int:moment_id>/"
Z = D + "gesprekken/<int:zitting_id>/"
R = D + "oproepen/<int:oproep_id>/"

urlpatterns = [
    path(MOMENTEN, toetsmomenten.lijst, name="toetsmomenten"),
    path(MOMENTEN + "nieuw/", toetsmomenten.nieuw, name="toetsmoment-nieuw"),
    path(MOMENT, toetsmomenten.tonen, name="toetsmoment"),
    path(MOMENT + "wijzigen/", toetsmomenten.wijzigen, name="toetsmoment-wijzigen"),
    path(MOMENT + "afzeggen/", toetsmomenten.afzeggen, name="toetsmoment-afzeggen"),
    path(MOMENT + "afronden/", toetsmomenten.afronden, name="toetsmoment-afronden"),
    path(D, intake.intake, name="intake"),
    path(D + "starten/", intake.starten, name="intake-starten"),
    path(D + "gegevens/", intake.gegevens, name="intake-gegevens"),
    path(D + "verslag/", intake.verslag, name="intake-verslag"),
    path(D + "diagnoses/inlezen/", diagnoses.inlezen, name="diagnose-inlezen"),
    path(D + "diagnoses/invoeren/", diagnoses.invoeren, name="diagnose-invoeren"),
    path(DIAGNOSE, diagnoses.tonen, name="diagnose"),
    path(DIAGNOSE + "verwerpen/", diagnoses.verwerpen, name="diagnose-verwerpen"),
    path(D + "advies/", advies.advies, name="intake-advies"),
    path(TOETS, toets.toets, name="intake-toets"),
    path(TOETS + "plannen/", toets.plannen, name="intake-toets-plannen"),
    path(TOETS + "afmelden/", toets.afmelden, name="intake-toets-afmelden"),
    path(TOETS + "niet-gekomen/", toets.niet_gekomen, name="intake-toets-niet-gekomen"),
    path(TOETS + "examennummer/", toets.examennummer, name="intake-toets-examennummer"),
    path(TOETS + "uitnodiging/", toets.uitnodiging, name="intake-toets-uitnodiging"),
    path(TOETS + "ontheffen/", toets.ontheffen, name="intake-toets-ontheffen"),
    path(TOETS + "toch/", toets.toch_afnemen, name="intake-toets-toch"),
    path(D + "afronden/", intake.afronden, name="intake-afronden"),
    path(D + "afronden/afwezig/", intake.afronden_afwezig, name="intake-afronden-afwezig"),
    path(D + "heropenen/", intake.heropenen, name="intake-heropenen"),
    path(D + "gesprekken/plannen/", zittingen.plannen, name="zitting-plannen"),
    path(Z + "houden/", zittingen.houden, name="zitting-houden"),
    path(Z + "verzetten/", zittingen.verzetten, name="zitting-verzetten"),
    path(Z + "niet-verschenen/", zittingen.niet_verschenen, name="zitting-niet-verschenen"),
    path(Z + "afzeggen/", zittingen.afzeggen, name="zitting-afzeggen"),
    path(Z + "tolk/", zittingen.tolkkosten, name="zitting-tolkkosten"),
    path(D + "oproepen/<slug:voor>/", oproepen.oproepen, name="oproepen"),
    path(R + "gekomen/", oproepen.gekomen, name="oproep-gekomen"),
    path(R + "niet-gekomen/", oproepen.niet_gekomen, name="oproep-niet-gekomen"),
    path(R + "intrekken/", oproepen.intrekken, name="oproep-intrekken"),
    path(D + "hoofddoel/", doelen.hoofddoel, name="hoofddoel"),
    path(D + "aandachtspunt/", doelen.aandachtspunt, name="aandachtspunt"),
    path(D + "ontwikkelwens/", doelen.ontwikkelwens, name="ontwikkelwens"),
    path(
        D + "hoofddoelen/<int:hoofddoel_id>/", doelen.hoofddoel_wijzigen, name="hoofddoel-wijzigen"
    ),
    path(
        D + "aandachtspunten/<int:aandachtspunt_id>/",
        doelen.aandachtspunt_wijzigen,
        name="aandachtspunt-wijzigen",
    ),
    path(
        D + "aandachtspunten/<int:aandachtspunt_id>/subdoel/",
        doelen.subdoel_bij_punt,
        name="subdoel-bij-punt",
    ),
    path(
        D + "ontwikkelwensen/<int:ontwikkelwens_id>/",
        doelen.ontwikkelwens_wijzigen,
        name="ontwikkelwens-wijzigen",
    ),
    path(
        D + "ontwikkelwensen/<int:ontwikkelwens_id>/subdoel/",
        doelen.subdoel_bij_wens,
        name="subdoel-bij-wens",
    ),
    path(D + "subdoelen/<int:subdoel_id>/", doelen.subdoel_wijzigen, name="subdoel-wijzigen"),
    path(D + "<slug:soort>/", intake.onderdeel, name="intake-onderdeel"),
]
