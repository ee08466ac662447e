"""Forms: they take what is typed, ask scoring, and show the wording of content."""
