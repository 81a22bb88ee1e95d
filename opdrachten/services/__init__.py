"""What changes an opdracht: received, coupled, judged, entered, taken back."""
