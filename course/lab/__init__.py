"""Installs, opens and serves the course: Jupyter with the course's own settings."""
