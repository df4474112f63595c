"""Workers: one function run over many batches, in this process or in several.

Each worker has a pipe of its own rather than a shared queue: when a worker is killed its batch is
known, nobody else waits on a lock it held, and when this process is killed every worker sees its
pipe close and ends. How workers come to be is nursery.py.
"""

import pickle
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from multiprocessing.connection import wait
from typing import Any, Generic, TypeVar

from pipeline.analyse.nursery import Nursery, NurseryLost, Worker, WorkerError, attempt

Batch = TypeVar("Batch")
Value = TypeVar("Value")

_ATTEMPTS = 2
# Batches handed out beyond the oldest unfinished one, for each worker: the results that may
# have to wait for their turn.
_AHEAD = 4


@dataclass(slots=True, frozen=True)
class Outcome(Generic[Value]):
    """What became of one batch: the function's value, or why there is none."""

    index: int
    value: Value | None = None
    failure: str | None = None
    is_worker_lost: bool = False


class Crew(Generic[Batch, Value]):
    """Workers that run function(setup(load()), batch).

    `load` is done once, and must leave no thread behind: it may import spaCy, and not polars.
    `setup` is done by each worker with what was loaded. A crew of one works in this process.
    """

    def __init__(
        self,
        function: Callable[[Any, Batch], Value],
        *,
        setup: Callable[[Any], Any],
        load: Callable[[], Any],
        size: int,
    ) -> None:
        self._function = function
        self._setup = setup
        self._load = load
        self._size = size
        self._pool: _Pool | None = None

    def start(self) -> None:
        """Begin to load, in another process; this one goes on. Nothing happens in a crew of one."""
        if self._size > 1:
            self._hired().start()

    def run(self, batches: Iterable[Batch]) -> Iterator[Outcome[Value]]:
        """Yield the outcome of each batch, in order, and then let the workers go.

        An exception in the function is the batch's failure, with its traceback. A worker that
        dies takes nothing with it: its batch is tried once more in a fresh one, and only then
        has failed. Batches are drawn from the iterable as workers come free. Leaving the
        iterator early ends the workers.

        Raises:
            WorkerError: no worker could be made ready.
        """
        if self._size <= 1:
            state = self._setup(self._load())
            for index, batch in enumerate(batches):
                value, failure = attempt(self._function, state, batch)
                yield Outcome(index, value, failure)
            return
        is_done = False
        try:
            yield from self._hired().run(enumerate(batches))
            is_done = True
        finally:
            self.close(is_done=is_done)

    def close(self, *, is_done: bool = False) -> None:
        """Leave no process behind; until work is done, workers are not waited for."""
        if self._pool is not None:
            self._pool.end(is_done=is_done)
            self._pool = None

    def _hired(self) -> "_Pool":
        if self._pool is None:
            self._pool = _Pool(
                pickle.dumps(self._load), pickle.dumps((self._setup, self._function)), self._size
            )
        return self._pool


@dataclass(slots=True)
class _Task:
    index: int
    batch: Any
    attempts: int = 0


@dataclass(slots=True)
class _Hand:
    """A worker and what it is at."""

    worker: Worker
    is_ready: bool = False
    task: _Task | None = None


class _Pool:
    def __init__(self, load: bytes, work: bytes, size: int) -> None:
        self._payloads = (load, work)
        self._size = size
        self._nursery: Nursery | None = None
        self._hands: list[_Hand] = []
        self._waiting: deque[_Task] = deque()
        self._done: dict[int, Outcome[Any]] = {}
        self._lost_starting = 0

    def start(self) -> Nursery:
        """Begin to load what workers share, unless that has begun."""
        if self._nursery is None:
            self._nursery = Nursery(*self._payloads)
        return self._nursery

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
        busy = sum(one.task is not None for one in self._hands)
        return busy + len(self._waiting) < self._size

    def _hand_out(self) -> None:
        """Give waiting tasks to ready workers; start workers while there are more tasks."""
        for hand in list(self._hands):
            if self._waiting and hand.is_ready and hand.task is None:
                hand.task = self._waiting.popleft()
                hand.task.attempts += 1
                try:
                    hand.worker.connection.send(hand.task.batch)
                except OSError:
                    self._bury(hand)
        starting = sum(not one.is_ready for one in self._hands)
        for _ in range(min(len(self._waiting) - starting, self._size - len(self._hands))):
            self._hands.append(_Hand(self._fork()))

    def _fork(self) -> Worker:
        while True:
            try:
                return self.start().fork()
            except NurseryLost as lost:
                self._nursery = None
                self._lose(lost.code)

    def _listen(self) -> None:
        by_connection = {one.worker.connection: one for one in self._hands}
        for connection in wait(list(by_connection)):
            hand = by_connection[connection]  # type: ignore[index]
            try:
                value, failure = hand.worker.connection.recv()
            except (EOFError, OSError):
                self._bury(hand)
                continue
            if not hand.is_ready:
                if failure is not None:
                    raise WorkerError(failure)
                hand.is_ready = True
                self._lost_starting = 0
            elif hand.task is not None:
                self._done[hand.task.index] = Outcome(hand.task.index, value, failure)
                hand.task = None

    def _bury(self, hand: _Hand) -> None:
        """Forget a worker that died; its task is tried again or has failed."""
        self._hands.remove(hand)
        hand.worker.kill()
        try:
            code = None if self._nursery is None else self._nursery.exit_code(hand.worker)
        except NurseryLost:
            code, self._nursery = None, None
        task = hand.task
        if not hand.is_ready:
            self._lose(code)
        elif task is not None and task.attempts < _ATTEMPTS:
            self._waiting.appendleft(task)
        elif task is not None:
            failure = f"the worker ended {task.attempts} times on this batch ({_ending(code)})"
            self._done[task.index] = Outcome(task.index, None, failure, is_worker_lost=True)

    def _lose(self, code: int | None) -> None:
        """Take note of a process that ended while it started, and give up when many have."""
        self._lost_starting += 1
        if self._lost_starting >= _ATTEMPTS * self._size:
            raise WorkerError(f"workers end while they start ({_ending(code)})")

    def end(self, *, is_done: bool) -> None:
        """Leave no process behind: when all is done workers end by themselves, else at once."""
        for hand in self._hands:
            hand.worker.connection.close()
            if not is_done:
                hand.worker.kill()
        # One that loads for nobody is not waited for.
        is_awaited = is_done or bool(self._hands)
        if self._nursery is not None and not self._nursery.close(is_awaited=is_awaited):
            for hand in self._hands:
                hand.worker.kill()
        self._hands.clear()
        self._nursery = None


def _ending(code: int | None) -> str:
    if code is None:
        return "nobody knows how"
    if code < 0:
        return f"killed by {signal.Signals(-code).name}"
    return f"exit code {code}"
