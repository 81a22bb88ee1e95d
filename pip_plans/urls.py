from django.urls import path

from pip_plans import views

D = "inburgeraars/<str:nummer>/pip/"

urlpatterns = [
    path(D, views.pip, name="pip"),
    path(D + "opstellen/", views.opstellen, name="pip-opstellen"),
    path(D + "<int:pip_id>/wijzigen/", views.wijzigen, name="pip-wijzigen"),
    path(D + "<int:pip_id>/voorbeeld/", views.voorbeeld, name="pip-voorbeeld"),
    path(D + "<int:pip_id>/voorleggen/", views.voorleggen, name="pip-voorleggen"),
    path(D + "<int:pip_id>/terugnemen/", views.terugnemen, name="pip-terugnemen"),
    path(D + "<int:pip_id>/vaststellen/", views.vaststellen, name="pip-vaststellen"),
    path(D + "<int:pip_id>/intrekken/", views.intrekken, name="pip-intrekken"),
]
