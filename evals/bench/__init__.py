"""Benchmarks: `python -m presscheck.evals.bench`. Ratios within one run, since machines are noisy."""
