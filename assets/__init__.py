"""Orchestration: when and where the pipeline runs, and what people see of it."""
