"""Workers: all batches answered, in order, whatever becomes of a worker."""

import contextlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from pipeline.analyse.nursery import WorkerError
from pipeline.analyse.pool import Crew, Outcome

HERE = Path(__file__).parent


@pytest.fixture(autouse=True)
def functions(monkeypatch: pytest.MonkeyPatch) -> Any:
    """The module of functions, importable here and in every worker."""
    monkeypatch.syspath_prepend(str(HERE))
    import worker_functions  # noqa: PLC0415 (importable only now)

    return worker_functions


def crew(function: Any, setup: Any, size: int = 2, load: Any = int) -> Crew[Any, Any]:
    return Crew(function, load=load, setup=setup, size=size)


def outcomes(function: Any, batches: Any, setup: Any, workers: int = 2) -> list[Outcome[Any]]:
    return list(crew(function, setup, workers).run(batches))


@pytest.mark.parametrize("workers", [1, 3])
def test_outcomes_come_in_the_order_of_batches(functions: Any, workers: int) -> None:
    found = outcomes(functions.square, range(25), functions.nothing, workers)
    assert found == [Outcome(number, number * number) for number in range(25)]


@pytest.mark.parametrize("workers", [1, 2])
def test_no_batches_no_outcomes(functions: Any, workers: int) -> None:
    assert outcomes(functions.square, [], functions.nothing, workers) == []


@pytest.mark.parametrize("workers", [1, 2])
def test_an_exception_is_its_batch_s_failure_and_no_other_s(functions: Any, workers: int) -> None:
    found = outcomes(functions.refuse_three, range(6), functions.nothing, workers)
    assert [one.value for one in found] == [0, 1, 2, None, 4, 5]
    assert [one.index for one in found if one.failure is not None] == [3]
    assert found[3].failure is not None
    assert "ValueError: three is right out" in found[3].failure
    assert "refuse_three" in found[3].failure, "the traceback names the place"
    assert not found[3].is_worker_lost


def test_a_value_that_cannot_be_sent_is_a_failure(functions: Any) -> None:
    (found,) = outcomes(functions.unpicklable, [0], functions.nothing)
    assert found.value is None
    assert "pickle" in (found.failure or "")


def test_a_killed_worker_s_batch_is_tried_again(functions: Any, tmp_path: Path) -> None:
    marks = [str(tmp_path / name) for name in ("harmless", "first", "harmless", "second")]
    found = outcomes(functions.die_once, marks, functions.nothing)
    assert [one.value for one in found] == [True] * 4


def test_a_batch_that_kills_its_worker_twice_has_failed(functions: Any) -> None:
    found = outcomes(functions.die_on_three, range(8), functions.nothing)
    assert [one.value for one in found] == [0, 1, 2, None, 4, 5, 6, 7]
    assert found[3].is_worker_lost
    assert "SIGKILL" in (found[3].failure or "")


@pytest.mark.parametrize(
    ("setup", "message"), [("missing_model", "no model"), ("die_at_once", "SIGKILL")]
)
def test_workers_that_cannot_start_stop_the_run(functions: Any, setup: str, message: str) -> None:
    with pytest.raises(WorkerError, match=message):
        outcomes(functions.square, range(3), getattr(functions, setup))


def test_what_cannot_be_loaded_stops_the_run(functions: Any) -> None:
    with pytest.raises(WorkerError, match="no model"):
        list(crew(functions.square, functions.nothing, load=functions.missing_model).run([1]))
    with pytest.raises(WorkerError, match="SIGKILL"):
        list(crew(functions.square, functions.nothing, load=functions.die_at_once).run([1]))


def test_what_workers_share_is_loaded_once_and_before_it_is_needed(
    functions: Any, tmp_path: Path
) -> None:
    mark = tmp_path / "loaded"
    hired = crew(functions.shared, functions.keep, load=partial(functions.leave_mark, str(mark)))
    hired.start()
    deadline = time.monotonic() + 30
    while not mark.exists() and time.monotonic() < deadline:
        time.sleep(0.02)
    assert mark.exists(), "nothing has been asked of the crew yet"
    found = {one.value for one in hired.run(range(12))}
    assert {value for value, _ in found} == {mark.read_text(encoding="utf-8")}, "loaded once"
    assert len({worker for _, worker in found}) == 2, "shared by two workers"


def test_a_crew_that_was_started_for_nothing_leaves_nothing(functions: Any, tmp_path: Path) -> None:
    mark = tmp_path / "loaded"
    hired = crew(functions.shared, functions.keep, load=partial(functions.leave_mark, str(mark)))
    hired.start()
    hired.close()
    assert not mark.exists() or not is_alive(int(mark.read_text(encoding="utf-8")))


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="threads are counted in /proc")
def test_the_process_that_loads_the_model_has_one_thread(functions: Any) -> None:
    """Workers are forked from it: a fork copies the locks of other threads, and not them."""
    hired = crew(functions.shared, functions.keep, load=functions.threads_once_loaded)
    assert [one.value[0] for one in hired.run([0])] == [1]


def test_a_lost_nursery_is_replaced(functions: Any, tmp_path: Path) -> None:
    """The process that workers are forked from ends, and then a worker does."""
    marks = [str(tmp_path / name) for name in ("harmless", "first", "harmless", "harmless")]
    found = outcomes(functions.end_with_nursery_once, marks, functions.nothing)
    assert [one.value for one in found] == [True] * 4


def test_batches_larger_than_a_pipe_pass(functions: Any) -> None:
    batches = [bytes(3_000_000)] * 4
    found = outcomes(functions.size, batches, functions.nothing)
    assert [len(one.value) for one in found] == [3_000_000] * 4


def test_batches_are_drawn_as_workers_come_free(functions: Any) -> None:
    drawn: list[int] = []

    def endless() -> Iterator[int]:
        number = 0
        while True:
            drawn.append(number)
            yield number
            number += 1

    found = crew(functions.process, functions.nothing).run(endless())
    processes = {next(found).value for _ in range(10)}
    found.close()
    assert len(drawn) <= 10 + 2 * 4
    assert os.getpid() not in processes
    assert not any(is_alive(one) for one in processes), "closing the iterator ends the workers"


def test_workers_keep_to_one_thread_and_the_parent_to_its_own(functions: Any) -> None:
    before = dict(os.environ)
    (found,) = outcomes(functions.threads, [0], functions.nothing)
    assert found.value == (1, "1")
    assert dict(os.environ) == before


SCRIPT = """
import signal, sys
# Whoever runs the tests in the background may have it ignored.
signal.signal(signal.SIGINT, signal.default_int_handler)
sys.path[:0] = [{here!r}, {root!r}]
import worker_functions
from pipeline.analyse.pool import Crew

if __name__ == "__main__":
    crew = Crew(worker_functions.process, load=int, setup=worker_functions.nothing, size=2)
    for one in crew.run(range(10**6)):
        print(one.value, flush=True)
"""


@pytest.mark.parametrize("blow", [signal.SIGKILL, signal.SIGINT])
def test_workers_do_not_outlive_the_process_that_made_them(tmp_path: Path, blow: int) -> None:
    script = tmp_path / "run.py"
    script.write_text(SCRIPT.format(here=str(HERE), root=str(HERE.parents[1])), encoding="utf-8")
    with subprocess.Popen(
        [sys.executable, str(script)], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as parent:
        assert parent.stdout is not None
        workers = {int(parent.stdout.readline()) for _ in range(8)}
        assert workers
        assert all(is_alive(one) for one in workers)
        parent.send_signal(blow)
        parent.wait(timeout=30)
    deadline = time.monotonic() + 30
    while any(is_alive(one) for one in workers) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not any(is_alive(one) for one in workers)


def is_alive(process: int) -> bool:
    """Return whether the process runs; one that has ended and waits for its parent does not."""
    with contextlib.suppress(OSError):
        state = Path(f"/proc/{process}/stat").read_text(encoding="ascii")
        return state.rpartition(")")[2].split()[0] != "Z"
    return False
