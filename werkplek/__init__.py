"""The pages over all rooms, the nightly work, and the demo."""
