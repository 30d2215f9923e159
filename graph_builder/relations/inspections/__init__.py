"""Inspections, their letters and reports, and how minutes tell of them."""
