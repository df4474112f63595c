"""Claims: figures and dates that speak of one thing, who stands behind them, who contradicts.

In the order in which they are used: `mentions` gathers what is compared, `blocks` says which
pairs are, `match` whether two speak of one thing, `clusters` brings them together, `witnesses`
counts the independent voices, `contradictions` types what excludes each other.
"""

from pipeline.link.claims.find import ClaimFrames, find_claims

__all__ = ["ClaimFrames", "find_claims"]
