"""A worker as in production, on the day on which the demo ends."""

import os
from datetime import datetime

import django

django.setup()

import time_machine  # noqa: E402  # after the settings: it may bring in pytest, which they ask for

from config.celery import app  # noqa: E402

time_machine.travel(datetime.fromisoformat(os.environ["PROEF_NU"]), tick=True).start()
app.worker_main(
    ["worker", "--pool", "solo", "--loglevel", "WARNING", "--without-gossip", "--without-mingle"]
)
