from django.urls import path

from overdracht.views import handelingen, overdrachten

GEZIN = "overdrachten/<int:overdracht_id>/"

urlpatterns = [
    path("overdrachten/", overdrachten.overdrachten, name="overdrachten"),
    path("overdrachten/nieuw/", overdrachten.nieuw, name="overdracht-nieuw"),
    path(GEZIN, overdrachten.tonen, name="overdracht-tonen"),
    path(GEZIN + "verwerken/", handelingen.verwerken, name="overdracht-verwerken"),
    path(GEZIN + "wijzigen/", handelingen.wijzigen, name="overdracht-wijzigen"),
    path(GEZIN + "intrekken/", handelingen.intrekken, name="overdracht-intrekken"),
    path(GEZIN + "gesprek/plannen/", handelingen.gesprek_plannen, name="gesprek-plannen"),
    path(GEZIN + "gesprek/houden/", handelingen.gesprek_houden, name="gesprek-houden"),
    path(GEZIN + "gesprek/vervangen/", handelingen.gesprek_vervangen, name="gesprek-vervangen"),
    path(GEZIN + "woning/toewijzen/", handelingen.woning_toewijzen, name="woning-toewijzen"),
    path(
        GEZIN + "woning/bezichtigen/",
        handelingen.woning_bezichtigen,
        name="woning-bezichtigen",
    ),
    path(GEZIN + "woning/accepteren/", handelingen.woning_accepteren, name="woning-accepteren"),
    path(GEZIN + "woning/weigeren/", handelingen.woning_weigeren, name="woning-weigeren"),
    path(GEZIN + "verhuizen/", handelingen.verhuizen, name="overdracht-verhuizen"),
    path(GEZIN + "inschrijven/", handelingen.inschrijven, name="overdracht-inschrijven"),
    path("inburgeraars/<str:nummer>/overdracht/", overdrachten.tab, name="overdracht"),
]
