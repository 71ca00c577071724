"""Benchmarks of onrecord: adapters to the corpora, scorers, pinned floors and the gate that holds them.

No part of the installed package; run from the repository root as ``python -m evaluation NAME DATA``.
"""
