"""What was recommended to whom, and how it was answered."""
