"""The command line of this room; see `wet.opdrachtregel`."""

import sys

from wet.opdrachtregel import hoofd

if __name__ == "__main__":
    sys.exit(hoofd(sys.argv[1:], uit=sys.stdout, fout=sys.stderr))
