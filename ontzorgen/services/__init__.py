"""The acts of this room: on the bijstand, and on the months of ontzorgen that follow from it."""
