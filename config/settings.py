"""The one settings module. All difference between installations comes through the environment.

`docs/uitrol.md` lists the variables. A missing one stops the start and says what to do.
"""

from pathlib import Path

from celery.schedules import crontab
from csp.constants import NONE, SELF

from config.omgeving import env, in_test, sleutel, verplicht, weiger_onveilig

BASE_DIR = Path(__file__).resolve().parent.parent

# --- What differs per installation -----------------------------------------------------------
DEMO = env.bool("DEMO", default=False)
DEBUG = env.bool("DEBUG", default=False)
SECRET_KEY = verplicht("SECRET_KEY", "Maak er een met: openssl rand -base64 64")
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["localhost", "127.0.0.1"] if DEMO else [])
SITE_URL = verplicht("SITE_URL", "Bijvoorbeeld: https://inburgering.gemeente.example")
DATA_MAP = Path(verplicht("DATA_MAP", "De map voor documenten, buiten de programmamap."))
DOCUMENTEN_MAP = DATA_MAP / "documenten"
# Where Debian puts the fonts that letters are printed in (fonts-noto-core).
LETTERTYPEN_MAP = Path("/usr/share/fonts/truetype/noto")
# Which column of a client diagnosis is which fact: a folder of TOML files, one per kind of file.
DIAGNOSE_KOPPELINGEN_MAP = Path(
    env.str("DIAGNOSE_KOPPELINGEN_MAP", default=str(BASE_DIR / "intake/diagnose/koppelingen"))
)
BSN_SLEUTEL = sleutel("BSN_SLEUTEL")
BSN_INDEX_SLEUTEL = sleutel("BSN_INDEX_SLEUTEL")
TOTP_VERPLICHT = env.bool("TOTP_VERPLICHT", default=not DEMO)
PROXY_SSL = env.bool("PROXY_SSL", default=not DEMO)
verplicht("DATABASE_URL", "Bijvoorbeeld: postgres://gebruiker:wachtwoord@host/inburgering")
REDIS_URL = verplicht("REDIS_URL", "Bijvoorbeeld: redis://localhost:6379/0")
weiger_onveilig(demo=DEMO, debug=DEBUG, secret=SECRET_KEY, hosts=ALLOWED_HOSTS, site=SITE_URL)

# --- Applications ----------------------------------------------------------------------------
INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "django.forms",
    "csp",
    "axes",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "django_filters",
    "django_htmx",
    "django_structlog",
    "simple_history",
    "medewerkers",
    "inburgering",
    "besluiten",
    "opdrachten",
    "overdracht",
    "intake",
    "leerroutes",
    "ontzorgen",
    "pip_plans",
    "werkplek",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django_permissions_policy.PermissionsPolicyMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django_structlog.middlewares.RequestMiddleware",
    "medewerkers.middleware.klok",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "inburgering.middleware.BewaarInvoerBijVerlopenSessie",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "medewerkers.middleware.tweede_factor",
    "django_htmx.middleware.HtmxMiddleware",
    "axes.middleware.AxesMiddleware",
    "werkplek.fouten.alleen_met_een_knop",
    "werkplek.fouten.BeschadigdBestand",
]

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "config.navigatie.schil",
            ],
        },
    }
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"

# --- Database and queue ----------------------------------------------------------------------
DATABASES = {"default": env.db_url("DATABASE_URL")}
DATABASES["default"]["CONN_MAX_AGE"] = 60
DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": REDIS_URL}
}

CELERY_BROKER_URL = (
    REDIS_URL.replace("unix://", "redis+socket://", 1) if "unix://" in REDIS_URL else REDIS_URL
)
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_WORKER_HIJACK_ROOT_LOGGER = False
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_TIMEZONE = "Europe/Amsterdam"
CELERY_BEAT_SCHEDULE = {
    "nachtwerk": {"task": "werkplek.nachtwerk", "schedule": crontab(hour=2, minute=15)},
    "hartslag": {"task": "werkplek.hartslag", "schedule": 60.0},
    "opdrachten": {"task": "opdrachten.hervatten", "schedule": 300.0},
    "betaalbatches": {"task": "ontzorgen.hervatten", "schedule": 300.0},
}

# --- Language and time -----------------------------------------------------------------------
LANGUAGE_CODE = "nl"
TIME_ZONE = "Europe/Amsterdam"
USE_TZ = True
USE_I18N = True
FORMAT_MODULE_PATH = ["config.formaten"]

# --- Sign-in ---------------------------------------------------------------------------------
AUTH_USER_MODEL = "medewerkers.Medewerker"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
if in_test():  # argon2 is slow on purpose; a test that signs in fifty times need not be
    PASSWORD_HASHERS.insert(0, "django.contrib.auth.hashers.MD5PasswordHasher")
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{naam}", "OPTIONS": opties}
    for naam, opties in {
        "UserAttributeSimilarityValidator": {"user_attributes": ("naam", "email")},
        "MinimumLengthValidator": {"min_length": 12},
        "CommonPasswordValidator": {},
    }.items()
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "start"
ACCOUNT_ADAPTER = "medewerkers.aanmelden.Aanmelding"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_REAUTHENTICATION_TIMEOUT = 900
ACCOUNT_RATE_LIMITS = {"login_failed": None}  # axes locks out; one mechanism, one message
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_TOTP_ISSUER = "Inburgering"
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = 0.25  # hours
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_USERNAME_FORM_FIELD = "login"
AXES_LOCKOUT_CALLABLE = "medewerkers.aanmelden.geblokkeerd"
AXES_RESET_ON_SUCCESS = True
AXES_VERBOSE = False  # its log lines hold e-mail addresses

# --- Sessions, cookies, headers --------------------------------------------------------------
SESSION_COOKIE_AGE = 60 * 60 * 8
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = False  # the autosave script reads the token from the form, not the cookie
CSRF_FAILURE_VIEW = "werkplek.fouten.verlopen_formulier"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = PROXY_SSL
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
if PROXY_SSL:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_SSL_REDIRECT = True
    SECURE_REDIRECT_EXEMPT = [r"^health$"]
    SECURE_HSTS_SECONDS = 31_536_000
    SECURE_HSTS_INCLUDE_SUBDOMAINS = True
    SECURE_HSTS_PRELOAD = True
CSRF_TRUSTED_ORIGINS = [SITE_URL.rstrip("/")]

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "frame-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}
PERMISSIONS_POLICY: dict[str, list[str]] = {
    naam: [] for naam in ("camera", "microphone", "geolocation", "payment", "usb", "fullscreen")
}

# --- Files -----------------------------------------------------------------------------------
STATIC_URL = "/static/"
STATIC_ROOT = BASE_DIR / ".static"
STATICFILES_DIRS = [BASE_DIR / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": (
            "django.contrib.staticfiles.storage.StaticFilesStorage"
            if in_test()
            else "whitenoise.storage.CompressedManifestStaticFilesStorage"
        )
    },
}
MEDIA_ROOT = DATA_MAP / "media"  # unused: documents are content-addressed in DOCUMENTEN_MAP
DOCUMENT_MAX_BYTES = 20 * 1024 * 1024
LOGO_MAX_BYTES = 2 * 1024 * 1024
BIJLAGEN_MAX_BYTES = 30 * 1024 * 1024  # all files in one letter together
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024

# --- Local policy: not law, so here and not in wet/ -------------------------------------------
SIGNAAL_DAGEN = env.list("SIGNAAL_DAGEN", cast=int, default=[42, 14, 3])  # days before a last day
VOORTGANGSGESPREKKEN = env.int("VOORTGANGSGESPREKKEN", default=6)  # proposed in a new plan

# --- Mail and logs ---------------------------------------------------------------------------
vars().update(env.email_url("EMAIL_URL", default="consolemail://"))
DEFAULT_FROM_EMAIL = env.str("AFZENDER", default="inburgering@localhost")

SIMPLE_HISTORY_ENABLED = True
DJANGO_STRUCTLOG_CELERY_ENABLED = True
DJANGO_STRUCTLOG_IP_LOGGING_ENABLED = False
DJANGO_STRUCTLOG_USER_ID_FIELD = "pk"
LOGGING_CONFIG = "config.logboek.instellen"
LOGGING = {"zie": "config.logboek"}  # Django calls the function only when this is not empty
