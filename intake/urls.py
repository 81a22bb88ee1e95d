from django.urls import path

from intake.views import doelen, intake, oproepen, toets, zittingen

D = "inburgeraars/<str:nummer>/intake/"
Z = D + "gesprekken/<int:zitting_id>/"
R = D + "oproepen/<int:oproep_id>/"

urlpatterns = [
    path(D, intake.intake, name="intake"),
    path(D + "starten/", intake.starten, name="intake-starten"),
    path(D + "gegevens/", intake.gegevens, name="intake-gegevens"),
    path(D + "verslag/", intake.verslag, name="intake-verslag"),
    path(D + "toets/", toets.toets, name="intake-toets"),
    path(D + "toets/ontheffen/", toets.ontheffen, name="intake-toets-ontheffen"),
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
