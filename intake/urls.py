from django.urls import path

from intake import views

D = "inburgeraars/<str:nummer>/intake/"

urlpatterns = [
    path(D, views.intake, name="intake"),
    path(D + "starten/", views.starten, name="intake-starten"),
    path(D + "gegevens/", views.gegevens, name="intake-gegevens"),
    path(D + "toets/", views.toets, name="intake-toets"),
    path(D + "toets/ontheffen/", views.ontheffen, name="intake-toets-ontheffen"),
    path(D + "afronden/", views.afronden, name="intake-afronden"),
    path(D + "heropenen/", views.heropenen, name="intake-heropenen"),
    path(D + "<slug:soort>/", views.onderdeel, name="intake-onderdeel"),
]
