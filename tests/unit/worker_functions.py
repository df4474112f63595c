"""What the workers of test_pool run; in a module of its own, which their processes can import."""

import os
import signal
import time
from pathlib import Path

from pipeline.settings import Settings


def nothing(_loaded: object) -> None:
    """Prepare nothing."""


def keep(loaded: object) -> object:
    """Return what was loaded."""
    return loaded


def threads_once_loaded() -> int:
    """Load what the crew that extracts loads, and return how many threads there are then."""
    from pipeline.run import crew  # noqa: PLC0415 (as the process that loads does)

    crew.load(Settings())
    return len(list(Path("/proc/self/task").iterdir()))


def leave_mark(mark: str) -> str:
    """Write this process's id into the file and return it."""
    Path(mark).write_text(str(os.getpid()), encoding="utf-8")
    return str(os.getpid())


def shared(loaded: str, _number: int) -> tuple[str, int]:
    """Return what was loaded, and the id of the process at work."""
    time.sleep(0.05)
    return loaded, os.getpid()


def missing_model(*_loaded: object) -> None:
    """Fail as a model that is not installed does."""
    raise OSError("no model of that name")


def die_at_once(*_loaded: object) -> None:
    """End the process before it is ready."""
    os.kill(os.getpid(), signal.SIGKILL)


def square(_state: None, number: int) -> int:
    """Return the square, later ones sooner."""
    time.sleep(0.02 * (number % 3 == 0))
    return number * number


def refuse_three(_state: None, number: int) -> int:
    """Return the number, unless it is three."""
    if number == 3:
        raise ValueError("three is right out")
    return number


def unpicklable(_state: None, _number: int) -> object:
    """Return what cannot be sent to another process."""
    return lambda: None


def die_on_three(_state: None, number: int) -> int:
    """Return the number; on three, end the process."""
    if number == 3:
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def die_once(_state: None, mark: str) -> bool:
    """End the process unless the mark exists, leaving the mark."""
    path = Path(mark)
    if path.name == "harmless" or path.exists():
        return True
    path.touch()
    os.kill(os.getpid(), signal.SIGKILL)
    return False


def end_with_nursery_once(_state: None, mark: str) -> bool:
    """End the process and the one it was forked from unless the mark exists, leaving the mark."""
    path = Path(mark)
    if path.name == "harmless" or path.exists():
        return True
    path.touch()
    os.kill(os.getppid(), signal.SIGKILL)
    os.kill(os.getpid(), signal.SIGKILL)
    return False


def threads(_state: None, _number: int) -> tuple[int, str | None]:
    """Return how many threads polars has, and what BLAS is told."""
    import polars as pl  # noqa: PLC0415 (it starts threads where it is imported)

    return pl.thread_pool_size(), os.environ.get("OPENBLAS_NUM_THREADS")


def process(_state: None, _number: int) -> int:
    """Return the id of the process at work."""
    time.sleep(0.05)
    return os.getpid()


def size(_state: None, batch: bytes) -> bytes:
    """Return as many bytes as were sent."""
    return b"x" * len(batch)
