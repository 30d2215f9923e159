"""Other meetings and papers that a paper points to."""
