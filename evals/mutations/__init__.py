"""Mutations: one file a family, each with `mutate(article, rng)` that yields faults and controls.

Their word lists are their own: with those of the checks they would plant no fault that a check overlooks.
"""
