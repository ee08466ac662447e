"""The notebooks: built from the lessons' pages, and kept what those say."""
