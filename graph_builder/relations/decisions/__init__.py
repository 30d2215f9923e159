"""What was decided, moved, seconded and voted."""
