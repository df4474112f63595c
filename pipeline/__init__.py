"""How text becomes facts: no orchestrator, and no clock or environment in a fact."""
