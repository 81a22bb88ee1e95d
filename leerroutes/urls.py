from django.urls import path

from leerroutes.views import afronding, eindgesprek, examens, taalschakel, traject
from leerroutes.views import map as mapviews
from leerroutes.views import afronding, traject, uren

L = "inburgeraars/<str:nummer>/leerroute/"
EXAMEN = L + "examens/<int:examen_id>/"
SCHAKEL = L + "examens/taalschakel/<int:taalschakel_id>/"

urlpatterns = [
    path(L, traject.leerroute, name="leerroute"),
    # Exams and the taalschakeltraject
    path(L + "examens/", examens.examens, name="leerroute-examens"),
    path(
        L + "examens/aanmelden/<str:onderdeel>/",
        examens.aanmelden,
        name="leerroute-examen-aanmelden",
    ),
    path(EXAMEN + "wijzigen/", examens.wijzigen, name="leerroute-examen-wijzigen"),
    path(EXAMEN + "uitslag/", examens.uitslag, name="leerroute-examen-uitslag"),
    path(EXAMEN + "verwijderen/", examens.verwijderen, name="leerroute-examen-verwijderen"),
    path(L + "examens/taalschakel/", taalschakel.taalschakel, name="leerroute-taalschakel"),
    path(
        L + "examens/taalschakel/starten/",
        taalschakel.starten,
        name="leerroute-taalschakel-starten",
    ),
    path(SCHAKEL + "wijzigen/", taalschakel.wijzigen, name="leerroute-taalschakel-wijzigen"),
    path(SCHAKEL + "onderdelen/", taalschakel.delen, name="leerroute-taalschakel-delen"),
    path(SCHAKEL + "behalen/", taalschakel.behalen, name="leerroute-taalschakel-behalen"),
    path(SCHAKEL + "verlaten/", taalschakel.verlaten, name="leerroute-taalschakel-verlaten"),
    path(SCHAKEL + "hervatten/", taalschakel.hervatten, name="leerroute-taalschakel-hervatten"),
    # The MAP
    path(L + "map/", mapviews.module, name="leerroute-map"),
    path(L + "map/themas/<str:soort>/", mapviews.thema, name="leerroute-map-thema"),
    path(L + "map/uren/", mapviews.uren, name="leerroute-map-uren"),
    path(L + "map/eindgesprek/", mapviews.eindgesprek, name="leerroute-map-eindgesprek"),
    path(L + "map/heropenen/", mapviews.heropenen, name="leerroute-map-heropenen"),
    # The closing talk of the Z-route
    path(L + "eindgesprek/", eindgesprek.eindgesprek, name="leerroute-eindgesprek"),
    path(L + "eindgesprek/voeren/", eindgesprek.voeren, name="leerroute-eindgesprek-voeren"),
    path(L + "eindgesprek/wijzigen/", eindgesprek.wijzigen, name="leerroute-eindgesprek-wijzigen"),
    path(
        L + "eindgesprek/ongedaan-maken/",
        eindgesprek.ongedaan_maken,
        name="leerroute-eindgesprek-ongedaan",
    ),
    # The end of the chain
    path(L + "afronden/", afronding.afronden, name="leerroute-afronden"),
    path(L + "afronden/schakel-4/", afronding.schakel, name="leerroute-schakel-afronden"),
    path(L + "afronden/melden/", afronding.melden, name="leerroute-melden"),
    path(L + "afronden/certificaat/", afronding.certificaat, name="leerroute-certificaat"),
    path(L + "afronden/begeleiding/", afronding.begeleiding, name="leerroute-begeleiding-einde"),
    path(L + "afronden/verschil/", afronding.verschil, name="leerroute-verschil"),
    # Hours
    path(L + "uren/", uren.uren, name="leerroute-uren"),
    path(L + "uren/nieuw/", uren.nieuw, name="leerroute-uren-nieuw"),
    path(L + "uren/<int:regel_id>/wijzigen/", uren.wijzigen, name="leerroute-uren-wijzigen"),
    path(L + "uren/<int:jaar>/<int:maand>/", uren.maand, name="leerroute-uren-maand"),
    path(
        L + "uren/<int:jaar>/<int:maand>/verwijderen/",
        uren.verwijderen,
        name="leerroute-uren-verwijderen",
    ),
]
