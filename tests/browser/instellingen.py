"""The settings of an installation; only the folder of collected files differs, and the queue: work
of one test is done by the worker of that test."""

import os

from config.settings import *  # noqa: F403

STATIC_ROOT = os.environ["STATISCH_MAP"]
CELERY_TASK_DEFAULT_QUEUE = os.environ.get("WACHTRIJ", "niemand")
