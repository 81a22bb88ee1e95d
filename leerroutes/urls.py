from django.urls import path

from leerroutes import views

urlpatterns = [
    path("inburgeraars/<str:nummer>/leerroute/", views.leerroute, name="leerroute"),
]
