from django.urls import path

from besluiten import views

urlpatterns = [
    path(
        "inburgeraars/<str:nummer>/besluiten/<int:besluit_id>/bekendmaken/",
        views.bekendmaken,
        name="bekendmaken",
    ),
    path("beheer/brieven/", views.briefteksten, name="briefteksten"),
    path("beheer/brieven/<int:brieftekst_id>/", views.brieftekst, name="brieftekst"),
]
