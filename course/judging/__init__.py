"""A rulebook and a reading make a verdict: levels, spans, reasons."""
