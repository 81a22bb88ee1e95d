from django.urls import path

from overdracht.views import gezin, handelingen, nareis, overdrachten, taakstelling, woningen

TAAKSTELLING = "taakstelling/"
GEZIN = "overdrachten/<int:overdracht_id>/"

urlpatterns = [
    path("overdrachten/", overdrachten.overdrachten, name="overdrachten"),
    path("overdrachten/nieuw/", overdrachten.nieuw, name="overdracht-nieuw"),
    path("overdrachten/nieuw/<int:plek>/", overdrachten.nieuw, name="overdracht-nieuw-op"),
    path(
        "overdrachten/concepten/<int:concept_id>/overnemen/",
        overdrachten.overnemen,
        name="overdracht-overnemen",
    ),
    path(GEZIN, overdrachten.tonen, name="overdracht-tonen"),
    path(GEZIN + "verwerken/", handelingen.verwerken, name="overdracht-verwerken"),
    path(GEZIN + "wijzigen/", handelingen.wijzigen, name="overdracht-wijzigen"),
    path(GEZIN + "afronden/", handelingen.afronden, name="overdracht-afronden"),
    path(GEZIN + "intrekken/", handelingen.intrekken, name="overdracht-intrekken"),
    path(GEZIN + "persoon/", gezin.lid_erbij, name="overdracht-lid-erbij"),
    path("overdrachten/persoon/<int:overdrachtslid_id>/", gezin.lid_af, name="overdracht-lid-af"),
    path(
        "overdrachten/persoon/<int:overdrachtslid_id>/terug/",
        gezin.lid_terug,
        name="overdracht-lid-terug",
    ),
    path(GEZIN + "splitsen/", gezin.splitsen, name="overdracht-splitsen"),
    path(GEZIN + "begeleiding/", gezin.aanmelden_bij_partner, name="overdracht-begeleiding"),
    path(GEZIN + "medisch/", gezin.medisch, name="overdracht-medisch"),
    path(GEZIN + "medisch/schrijven/", gezin.medisch_schrijven, name="medisch-schrijven"),
    path(GEZIN + "gesprek/plannen/", handelingen.gesprek_plannen, name="gesprek-plannen"),
    path(GEZIN + "gesprek/houden/", handelingen.gesprek_houden, name="gesprek-houden"),
    path(GEZIN + "gesprek/vervangen/", handelingen.gesprek_vervangen, name="gesprek-vervangen"),
    path(GEZIN + "woning/", woningen.kiezen, name="woning-kiezen"),
    path(GEZIN + "woning/toewijzen/", handelingen.woning_toewijzen, name="woning-toewijzen"),
    path(
        GEZIN + "woning/toewijzen/<int:woning_id>/",
        handelingen.vrije_woning_toewijzen,
        name="vrije-woning-toewijzen",
    ),
    path(GEZIN + "woning/familie/", handelingen.bij_referent, name="woning-bij-referent"),
    path(GEZIN + "woning/intrekken/", handelingen.woning_intrekken, name="woning-intrekken"),
    path(
        GEZIN + "woning/bezichtigen/",
        handelingen.woning_bezichtigen,
        name="woning-bezichtigen",
    ),
    path(GEZIN + "woning/accepteren/", handelingen.woning_accepteren, name="woning-accepteren"),
    path(GEZIN + "woning/weigeren/", handelingen.woning_weigeren, name="woning-weigeren"),
    path(GEZIN + "verhuizen/", handelingen.verhuizen, name="overdracht-verhuizen"),
    path(GEZIN + "inschrijven/", handelingen.inschrijven, name="overdracht-inschrijven"),
    path("overdrachten/woningen/", woningen.woningen, name="woningen"),
    path("overdrachten/woningen/nieuw/", woningen.nieuw, name="woning-nieuw"),
    path("overdrachten/woningen/<int:woning_id>/", woningen.wijzigen, name="woning-wijzigen"),
    path("overdrachten/woningen/<int:woning_id>/vervalt/", woningen.vervalt, name="woning-vervalt"),
    path("overdrachten/nareis/<int:nareis_id>/", nareis.wijzigen, name="nareis-wijzigen"),
    path(
        "overdrachten/nareis/<int:nareis_id>/komt-niet/", nareis.komt_niet, name="nareis-komt-niet"
    ),
    path(
        "overdrachten/nareis/<int:nareis_id>/aangekomen/",
        nareis.aangekomen,
        name="nareis-aangekomen",
    ),
    path("inburgeraars/<str:nummer>/overdracht/", overdrachten.tab, name="overdracht"),
    path("inburgeraars/<str:nummer>/nareis/", nareis.aankondigen, name="nareis-aankondigen"),
    path(TAAKSTELLING, taakstelling.taakstelling, name="taakstelling"),
    path(TAAKSTELLING + "mensen/", taakstelling.mensen, name="taakstelling-mensen"),
    path(TAAKSTELLING + "prognose/", taakstelling.prognose, name="taakstelling-prognose"),
    path(TAAKSTELLING + "overzicht.pdf", taakstelling.pdf, name="taakstelling-pdf"),
    path(TAAKSTELLING + "overzicht.xlsx", taakstelling.xlsx, name="taakstelling-xlsx"),
    path(TAAKSTELLING + "coa/", taakstelling.coa, name="taakstelling-coa"),
    path(TAAKSTELLING + "coa/nieuw/", taakstelling.coa_telling, name="taakstelling-coa-telling"),
    path(
        TAAKSTELLING + "opgave/nieuw/", taakstelling.opgave_nieuw, name="taakstelling-opgave-nieuw"
    ),
    path(
        TAAKSTELLING + "opgave/<int:opgave_id>/",
        taakstelling.opgave_wijzigen,
        name="taakstelling-opgave",
    ),
    path(TAAKSTELLING + "beginstand/", taakstelling.beginstand, name="taakstelling-beginstand"),
    path(TAAKSTELLING + "correctie/", taakstelling.correctie, name="taakstelling-correctie"),
]
