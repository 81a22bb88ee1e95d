"""Every address. Rooms own their own; here they are joined, and what allauth brings is chosen."""

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as herstelcodes
from allauth.mfa.totp import views as totp
from django.contrib.auth.decorators import login_not_required
from django.urls import include, path, register_converter
from django.urls.converters import StringConverter


class Accountcode(StringConverter):
    """Ends at the first dash: the key that follows has dashes of its own."""

    regex = "[0-9A-Za-z]+"


register_converter(Accountcode, "accountcode")

urlpatterns = [
    path("", include("inburgering.urls")),  # before werkplek: `nieuw` is not a dossier number
    path("", include("werkplek.urls")),
    path("", include("overdracht.urls")),
    path("", include("intake.urls")),
    path("", include("pip_plans.urls")),
    path("", include("leerroutes.urls")),
    path("", include("ontzorgen.urls")),
    path("", include("besluiten.urls")),
    path("", include("opdrachten.urls")),
    path("", include("medewerkers.urls")),
    # Signing in, chosen one by one: no sign-up, no social accounts, no e-mail management.
    path("account/inloggen/", login_not_required(account.login), name="account_login"),
    path("account/uitloggen/", account.logout, name="account_logout"),
    path("account/wachtwoord/", account.password_change, name="account_change_password"),
    path("account/bevestigen/", account.reauthenticate, name="account_reauthenticate"),
    path(
        "account/wachtwoord/vergeten/",
        login_not_required(account.password_reset),
        name="account_reset_password",
    ),
    path(
        "account/wachtwoord/vergeten/klaar/",
        login_not_required(account.password_reset_done),
        name="account_reset_password_done",
    ),
    path(
        "account/wachtwoord/nieuw/<accountcode:uidb36>-<key>/",
        login_not_required(account.password_reset_from_key),
        name="account_reset_password_from_key",
    ),
    path(
        "account/wachtwoord/nieuw/klaar/",
        login_not_required(account.password_reset_from_key_done),
        name="account_reset_password_from_key_done",
    ),
    path(
        "account/gesloten/", login_not_required(account.account_inactive), name="account_inactive"
    ),
    path("account/code/", login_not_required(mfa.authenticate), name="mfa_authenticate"),
    path("account/code/bevestigen/", mfa.reauthenticate, name="mfa_reauthenticate"),
    path("account/codes/", mfa.index, name="mfa_index"),
    path("account/codes/instellen/", totp.activate_totp, name="mfa_activate_totp"),
    path("account/codes/stoppen/", totp.deactivate_totp, name="mfa_deactivate_totp"),
    path("account/herstelcodes/", herstelcodes.view_recovery_codes, name="mfa_view_recovery_codes"),
    path(
        "account/herstelcodes/nieuw/",
        herstelcodes.generate_recovery_codes,
        name="mfa_generate_recovery_codes",
    ),
    path(
        "account/herstelcodes/opslaan/",
        herstelcodes.download_recovery_codes,
        name="mfa_download_recovery_codes",
    ),
]

handler400 = "werkplek.fouten.ongeldig"
handler403 = "werkplek.fouten.geen_toegang"
handler404 = "werkplek.fouten.niet_gevonden"
handler500 = "werkplek.fouten.kapot"
