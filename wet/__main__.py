"""The command line of this room; see `wet.opdrachtregel`."""

import sys
from datetime import date

from wet.opdrachtregel import hoofd

if __name__ == "__main__":
    vandaag = date.today()  # noqa: TID251, DTZ011 - the outside of the room: only here is a clock
    sys.exit(hoofd(sys.argv[1:], vandaag=vandaag, uit=sys.stdout, fout=sys.stderr))
