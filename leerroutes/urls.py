from django.urls import path

from leerroutes.views import afronding, traject

L = "inburgeraars/<str:nummer>/leerroute/"

urlpatterns = [
    path(L, traject.leerroute, name="leerroute"),
    # The end of the chain
    path(L + "afronden/", afronding.afronden, name="leerroute-afronden"),
    path(L + "afronden/schakel-4/", afronding.schakel, name="leerroute-schakel-afronden"),
    path(L + "afronden/melden/", afronding.melden, name="leerroute-melden"),
    path(L + "afronden/certificaat/", afronding.certificaat, name="leerroute-certificaat"),
    path(L + "afronden/begeleiding/", afronding.begeleiding, name="leerroute-begeleiding-einde"),
    path(L + "afronden/verschil/", afronding.verschil, name="leerroute-verschil"),
]
