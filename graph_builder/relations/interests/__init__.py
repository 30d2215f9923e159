"""Who declared which interest."""
