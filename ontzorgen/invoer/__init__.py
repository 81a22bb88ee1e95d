"""What is entered from a file: the net bijstand per month."""

from ontzorgen.invoer.bijstand import BIJSTAND

__all__ = ["BIJSTAND"]
