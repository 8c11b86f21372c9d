"""Mutations: one file a family, each with `mutate(article, rng)` that yields faults and controls."""
