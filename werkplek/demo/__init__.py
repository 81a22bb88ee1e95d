"""A fictional Westerkwartier: about 330 people who walk the real services on simulated dates.

Everybody is invented. The same seed and the same day give the same people, to the letter.
"""
