"""From the corpora to the shipped weights: nothing here is imported by the package."""
