"""Claims: figures and dates that speak of one thing, who stands behind them, who contradicts.

In the order in which they are used: `portions` cuts the tables, `mentions` gathers what is compared
and `store` keeps it, `keys` and `blocks` say which pairs are compared, `match` and `slots` whether
two speak of one thing, `clusters` brings them together, `witnesses` counts the independent voices,
`contradictions` types what excludes each other. `find` is the way through; what does not fit into
memory lies in `scratch`.
"""

from pipeline.link.claims.columns import COLUMNS
from pipeline.link.claims.find import ClaimFrames, find_claims

__all__ = ["COLUMNS", "ClaimFrames", "find_claims"]
