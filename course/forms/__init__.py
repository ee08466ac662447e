"""Forms: they take what is typed, ask judging, and show the wording of content."""
