"""The Word and Excel documents a learner takes home."""
