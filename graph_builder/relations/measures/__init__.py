"""Figures in tables and running text."""
