"""What the command line's exit codes mean: the one list of them."""

from enum import IntEnum


class Exit(IntEnum):
    """How a command ended. `means` says it in a sentence."""

    means: str

    def __new__(cls, code: int, means: str) -> "Exit":
        """Return the member for one code."""
        member = int.__new__(cls, code)
        member._value_ = code
        member.means = means
        return member

    DONE = 0, "published, or nothing new to publish; or the question was answered"
    UNEXPECTED = 1, "a fault of the program or the machine; what was published stands"
    USAGE = 2, "the command, a setting or an SQL statement cannot be followed"
    CHECK_STOPPED = 3, "a check stopped the publish; what was published stands"
    BUSY = 4, "another run is at work on the same warehouse"
    NOTHING_PUBLISHED = 5, "there is no warehouse yet to ask, or another version built it"
    NOT_FOUND = 6, "the warehouse holds nothing by that id"
    NOT_PROVEN = 7, "verify found something that the raw bytes do not bear out"
    DISK_FULL = 8, "too little free disk to begin a build"
    INTERRUPTED = 130, "stopped from the keyboard; the next run goes on from there"
