from django.urls import path

from besluiten.views import besluiten, briefteksten

urlpatterns = [
    path(
        "inburgeraars/<str:nummer>/besluiten/<int:besluit_id>/bekendmaken/",
        besluiten.bekendmaken,
        name="bekendmaken",
    ),
    path("beheer/brieven/", briefteksten.briefteksten, name="briefteksten"),
    path("beheer/brieven/<int:brieftekst_id>/", briefteksten.brieftekst, name="brieftekst"),
]
