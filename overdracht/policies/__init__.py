"""Whether an act on a handover may happen now, with the reason in Dutch.

A check of a row alone also explains a closed button; a check that takes a date guards the form.
"""
