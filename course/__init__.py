"""Leading for Quality: what ISO 9001 asks of top management."""
