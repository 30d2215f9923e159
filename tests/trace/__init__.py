"""Tests of the room that follows an issue."""
