"""The notebooks: how they are laid out, and kept tidy."""
