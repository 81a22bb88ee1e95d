"""Acts on decisions, letters and their texts."""
