"""Judgements: text in, findings out. No widgets, no wording, no clock, no chance."""
