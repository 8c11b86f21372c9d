"""Evaluation suites, mutations, metrics and reports. Development data is never part of the package."""
