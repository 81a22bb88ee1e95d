from django.urls import path

from opdrachten import views

SOORT = "opdrachten/nieuw/<slug:importsoort>/"
OPDRACHT = "opdrachten/<int:opdracht_id>/"

urlpatterns = [
    path("opdrachten/", views.opdrachten, name="opdrachten"),
    path(SOORT, views.nieuw, name="opdracht-nieuw"),
    path(SOORT + "sjabloon.xlsx", views.sjabloon, name="opdracht-sjabloon"),
    path(OPDRACHT, views.tonen, name="opdracht"),
    path(OPDRACHT + "koppelen/", views.koppelen, name="opdracht-koppelen"),
    path(OPDRACHT + "kiezen/", views.kiezen, name="opdracht-kiezen"),
    path(OPDRACHT + "bevestigen/", views.bevestigen, name="opdracht-bevestigen"),
    path(OPDRACHT + "weggooien/", views.weggooien, name="opdracht-weggooien"),
    path(OPDRACHT + "ongedaan/", views.ongedaan, name="opdracht-ongedaan"),
    path(OPDRACHT + "uitkomst.xlsx", views.uitkomst, name="opdracht-uitkomst"),
]
