from django.urls import path

from werkplek.views import lijst, overzicht, werkvoorraad

urlpatterns = [
    path("", werkvoorraad.werkvoorraad, name="werkvoorraad"),
    path("inburgeraars/", lijst.inburgeraars, name="inburgeraars"),
    path("inburgeraars/<str:nummer>/", overzicht.overzicht, name="overzicht"),
]
