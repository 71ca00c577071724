"""Bridges to the machinery that reads language: loaded once, lazily, and seen nowhere else."""
