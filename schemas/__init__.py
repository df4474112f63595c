"""Contracts: what every published table promises, and all that is rendered from that."""
