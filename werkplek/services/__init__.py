"""Acts that see every room: closing an account, and the work of the night."""
