"""A server process as in production, on the day on which the demo ends. It knows one kind of
import more: that of the nets.
"""

import os
from dataclasses import replace
from datetime import datetime

from django.core.wsgi import get_wsgi_application

application = get_wsgi_application()

import time_machine  # noqa: E402  # after the settings: it may bring in pytest, which they ask for

time_machine.travel(datetime.fromisoformat(os.environ["PROEF_NU"]), tick=True).start()

from medewerkers.rechten import Recht  # noqa: E402
from opdrachten.soorten import importsoort  # noqa: E402
from tests.proefsoort import PROEF  # noqa: E402

importsoort(replace(PROEF, recht=Recht.INVOEREN))
