"""What OOV enters from a file: the households COA hands over, and COA's own count."""

from overdracht.invoer.coa_telling import COA_TELLING
from overdracht.invoer.overdrachten import OVERDRACHTEN

__all__ = ["COA_TELLING", "OVERDRACHTEN"]
