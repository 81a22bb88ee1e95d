from django.urls import path

from leerroutes.views import traject

urlpatterns = [
    path("inburgeraars/<str:nummer>/leerroute/", traject.leerroute, name="leerroute"),
]
