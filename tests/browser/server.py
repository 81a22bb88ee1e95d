"""A server process as in production, on the day on which the demo ends."""

import os
from datetime import datetime

from django.core.wsgi import get_wsgi_application

application = get_wsgi_application()

import time_machine  # noqa: E402  # after the settings: it may bring in pytest, which they ask for

time_machine.travel(datetime.fromisoformat(os.environ["PROEF_NU"]), tick=True).start()
