"""Beheer, what a partner sees, where one lands, and what machines ask."""

from django.urls import path

from werkplek.views import accounts, beheer, partner, start, wetgeving

A = "beheer/accounts/<int:medewerker_id>/"

urlpatterns = [
    path("start/", start.start, name="start"),
    path("clienten/", partner.clienten, name="clienten"),
    path("beheer/accounts/", accounts.lijst, name="accounts"),
    path("beheer/accounts/nieuw/", accounts.nieuw, name="account-nieuw"),
    path(A, accounts.account, name="account"),
    path(A + "wijzigen/", accounts.wijzigen, name="account-wijzigen"),
    path(A + "sluiten/", accounts.sluiten, name="account-sluiten"),
    path(A + "heropenen/", accounts.heropenen, name="account-heropenen"),
    path(A + "link/", accounts.link, name="account-link"),
    path(A + "code-wissen/", accounts.code_wissen, name="account-code-wissen"),
    path("beheer/partners/", accounts.partnerlijst, name="partnerorganisaties"),
    path("beheer/partners/nieuw/", accounts.partner_nieuw, name="partnerorganisatie-nieuw"),
    path(
        "beheer/partners/<int:organisatie_id>/",
        accounts.partner_wijzigen,
        name="partnerorganisatie-wijzigen",
    ),
    path("beheer/gemeente/", beheer.gemeente, name="gemeente"),
    path("beheer/wet/", wetgeving.normen, name="normen"),
    path("beheer/wet/<slug:norm>/", wetgeving.norm, name="norm"),
    path("beheer/raadplegingen/", beheer.raadplegingen, name="raadplegingen"),
    path("beheer/gezondheid/", beheer.gezondheid, name="gezondheid"),
    path("health", beheer.health, name="health"),
]
