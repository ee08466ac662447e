"""Charts from the course's figures; matplotlib is loaded by the first drawing."""
