"""Acts on a handover: received and processed, talked, housed, registered, withdrawn."""
