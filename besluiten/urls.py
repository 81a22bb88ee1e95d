from django.urls import path

from besluiten import views

urlpatterns = [
    path(
        "inburgeraars/<str:nummer>/besluiten/<int:besluit_id>/bekendmaken/",
        views.bekendmaken,
        name="bekendmaken",
    ),
]
