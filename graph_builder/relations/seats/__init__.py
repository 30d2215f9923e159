"""Posts and seats, and who came to hold them."""
