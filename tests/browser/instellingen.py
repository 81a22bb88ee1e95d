"""The settings of an installation; only the folder of collected files differs."""

import os

from config.settings import *  # noqa: F403

STATIC_ROOT = os.environ["STATISCH_MAP"]
