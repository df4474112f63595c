"""How text becomes facts: no orchestrator, no clock, no environment."""
