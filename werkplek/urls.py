from django.urls import include, path

from werkplek.views import historie, lijst, overzicht, werkvoorraad

urlpatterns = [
    path("", werkvoorraad.werkvoorraad, name="werkvoorraad"),
    path("inburgeraars/", lijst.inburgeraars, name="inburgeraars"),
    path("inburgeraars/<str:nummer>/", overzicht.overzicht, name="overzicht"),
    path("inburgeraars/<str:nummer>/historie/", historie.historie, name="historie"),
    path("", include("werkplek.urls_beheer")),
]
