"""What a learner writes, is, and hands in: kept on their machine, never lost."""
