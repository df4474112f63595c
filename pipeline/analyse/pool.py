"""Workers: one function run over many batches, in this process or in several.

Workers are started fresh, never forked from this process: polars and BLAS hold locks in
threads that a fork would not copy, and the child would wait for them for ever. Each worker has
a pipe of its own rather than a shared queue: when a worker is killed its batch is known, nobody
else waits on a lock it held, and when this process is killed every worker sees its pipe close
and ends.
"""

import contextlib
import multiprocessing
import os
import pickle
import signal
import traceback
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from multiprocessing.reduction import ForkingPickler
from typing import Any, Generic, Literal, TypeVar

State = TypeVar("State")
Batch = TypeVar("Batch")
Value = TypeVar("Value")

_ATTEMPTS = 2
# Batches handed out beyond the oldest unfinished one, for each worker: the results that may
# have to wait for their turn.
_AHEAD = 4
# How long a worker that has nothing more to do may take to end by itself.
_PATIENCE_SECONDS = 5
# The workers themselves take the cores. Both libraries read this once, when first imported.
_ENVIRONMENT = {
    "POLARS_MAX_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "OMP_NUM_THREADS": "1",
    "MKL_NUM_THREADS": "1",
}


class WorkerError(RuntimeError):
    """No worker could be made ready; the message holds the worker's own traceback."""


@dataclass(slots=True, frozen=True)
class Outcome(Generic[Value]):
    """What became of one batch: the function's value, or why there is none."""

    index: int
    value: Value | None = None
    failure: str | None = None
    is_worker_lost: bool = False


def run_batches(
    function: Callable[[State, Batch], Value],
    batches: Iterable[Batch],
    *,
    setup: Callable[[], State],
    workers: int = 1,
    executor: Literal["processes"] = "processes",
) -> Iterator[Outcome[Value]]:
    """Yield the outcome of function(setup(), batch) for each batch, in order.

    `setup` runs once a worker. An exception in `function` is the batch's failure, with its
    traceback. A worker that dies takes nothing with it: its batch is tried once more in a fresh
    one, and only then has failed. Batches are drawn from the iterable as workers come free.
    With one worker all happens in this process. Leaving the iterator early ends the workers.
    """
    if executor != "processes":
        raise ValueError(f"unknown executor {executor!r}: there is 'processes'")
    if workers <= 1:
        state = setup()
        for index, batch in enumerate(batches):
            value, failure = _attempt(function, state, batch)
            yield Outcome(index, value, failure)
        return
    pool = _Pool(pickle.dumps((setup, function)), workers)
    try:
        yield from pool.run(enumerate(batches))
        pool.dismiss()
    finally:
        pool.kill()


def _attempt(
    function: Callable[[State, Batch], Value], state: State, batch: Batch
) -> tuple[Value | None, str | None]:
    try:
        return function(state, batch), None
    except Exception:  # whatever it is, it is the batch's outcome
        return None, traceback.format_exc()


@dataclass(slots=True)
class _Task:
    index: int
    batch: Any
    attempts: int = 0


@dataclass(slots=True)
class _Worker:
    process: BaseProcess
    connection: Connection
    is_ready: bool = False
    task: _Task | None = None


class _Pool:
    def __init__(self, payload: bytes, size: int) -> None:
        self._context = multiprocessing.get_context("spawn")
        self._payload = payload
        self._size = size
        self._workers: list[_Worker] = []
        self._waiting: deque[_Task] = deque()
        self._done: dict[int, Outcome[Any]] = {}
        self._lost_starting = 0

    def run(self, batches: Iterator[tuple[int, Any]]) -> Iterator[Outcome[Any]]:
        """Yield outcomes in the order of the batches."""
        turn = 0
        drawn = 0
        exhausted = False
        while True:
            while turn in self._done:
                yield self._done.pop(turn)
                turn += 1
            while not exhausted and drawn - turn < self._size * _AHEAD and self._has_room():
                following = next(batches, None)
                if following is None:
                    exhausted = True
                else:
                    drawn += 1
                    self._waiting.append(_Task(*following))
            if exhausted and turn == drawn:
                return
            self._hand_out()
            self._listen()

    def _has_room(self) -> bool:
        busy = sum(one.task is not None for one in self._workers)
        return busy + len(self._waiting) < self._size

    def _hand_out(self) -> None:
        """Give waiting tasks to ready workers; start workers while there are more tasks."""
        for worker in list(self._workers):
            if self._waiting and worker.is_ready and worker.task is None:
                worker.task = self._waiting.popleft()
                worker.task.attempts += 1
                try:
                    worker.connection.send(worker.task.batch)
                except OSError:
                    self._bury(worker)
        starting = sum(not one.is_ready for one in self._workers)
        for _ in range(min(len(self._waiting) - starting, self._size - len(self._workers))):
            self._workers.append(self._start())

    def _start(self) -> _Worker:
        here, there = self._context.Pipe()
        process = self._context.Process(target=_serve, args=(there, self._payload), daemon=True)
        with _environment(_ENVIRONMENT):
            process.start()
        there.close()  # so that the worker's end has one owner, and closes when it dies
        return _Worker(process, here)

    def _listen(self) -> None:
        by_connection = {one.connection: one for one in self._workers}
        for connection in wait(list(by_connection)):
            worker = by_connection[connection]  # type: ignore[index]
            try:
                value, failure = worker.connection.recv()
            except (EOFError, OSError):
                self._bury(worker)
                continue
            if not worker.is_ready:
                if failure is not None:
                    raise WorkerError(failure)
                worker.is_ready = True
                self._lost_starting = 0
            elif worker.task is not None:
                self._done[worker.task.index] = Outcome(worker.task.index, value, failure)
                worker.task = None

    def _bury(self, worker: _Worker) -> None:
        """Forget a worker that died; its task is tried again or has failed."""
        self._workers.remove(worker)
        worker.connection.close()
        worker.process.join(timeout=_PATIENCE_SECONDS)
        worker.process.kill()
        worker.process.join()
        code = worker.process.exitcode
        task = worker.task
        if not worker.is_ready:
            self._lost_starting += 1
            if self._lost_starting >= _ATTEMPTS * self._size:
                raise WorkerError(f"workers end while they start ({_ending(code)})")
        elif task is not None and task.attempts < _ATTEMPTS:
            self._waiting.appendleft(task)
        elif task is not None:
            failure = f"the worker ended {task.attempts} times on this batch ({_ending(code)})"
            self._done[task.index] = Outcome(task.index, None, failure, is_worker_lost=True)

    def dismiss(self) -> None:
        """Let idle workers end by themselves."""
        for worker in self._workers:
            worker.connection.close()
        for worker in self._workers:
            worker.process.join(timeout=_PATIENCE_SECONDS)

    def kill(self) -> None:
        """Leave no worker behind."""
        for worker in self._workers:
            worker.process.kill()
        for worker in self._workers:
            worker.process.join()
            worker.process.close()
            worker.connection.close()
        self._workers.clear()


@contextlib.contextmanager
def _environment(values: dict[str, str]) -> Iterator[None]:
    """Have processes started meanwhile inherit these variables; afterwards all is as before."""
    before = {name: os.environ.get(name) for name in values}
    os.environ.update(values)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value


def _ending(code: int | None) -> str:
    if code is not None and code < 0:
        return f"killed by {signal.Signals(-code).name}"
    return f"exit code {code}"


def _serve(connection: Connection, payload: bytes) -> None:
    """Answer batches until the pipe closes."""
    # The terminal sends Ctrl-C to all; the process that handed out the work decides.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        setup, function = pickle.loads(payload)  # noqa: S301 (made by our own parent process)
        state = setup()
    except Exception:
        connection.send((None, traceback.format_exc()))
        return
    # A closed pipe, whichever way it shows, means that nobody waits for an answer any more.
    with contextlib.suppress(EOFError, OSError):
        connection.send((None, None))
        while True:
            outcome = _attempt(function, state, connection.recv())
            try:
                answer = ForkingPickler.dumps(outcome)
            except Exception:
                answer = ForkingPickler.dumps((None, traceback.format_exc()))
            connection.send_bytes(answer)
