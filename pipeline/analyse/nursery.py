"""Where workers come from: one process loads what they share, and they are forked from it.

They begin at once, and hold a model in memory together. The process that they are forked from does
nothing else and has one thread. This process could not do: polars and BLAS hold locks in threads
that a fork would not copy, and the child would wait for them for ever.

multiprocessing's fork server costs the same per text. But it takes no arguments for what it is to
load, only names of modules; it says nothing of what could not be loaded; and it holds the model
until this process ends.
"""

import contextlib
import gc
import multiprocessing
import os
import pickle
import signal
import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from multiprocessing.reduction import ForkingPickler, recv_handle, send_handle
from typing import Any, NoReturn, TypeVar

Batch = TypeVar("Batch")
Value = TypeVar("Value")

# How long workers that have nothing more to do may take to end by themselves.
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


class NurseryLost(Exception):
    """The process that workers are forked from has ended."""

    def __init__(self, code: int | None) -> None:
        super().__init__(code)
        self.code = code


@dataclass(slots=True)
class Worker:
    """A worker as this process sees it: what is sent down its pipe, it answers."""

    process: int
    connection: Connection

    def kill(self) -> None:
        """End the worker, if it has not ended. Its id is its own until it is asked after."""
        self.connection.close()
        with contextlib.suppress(ProcessLookupError):
            os.kill(self.process, signal.SIGKILL)


class Nursery:
    """The process that loads what workers share, and forks them."""

    def __init__(self, load: bytes, work: bytes) -> None:
        """Begin to load; `load` and `work` are pickles of a function, and of setup and function."""
        context = multiprocessing.get_context("spawn")
        self._control, there = context.Pipe()
        self._process: BaseProcess = context.Process(
            target=_raise_workers, args=(there, load, work), daemon=True
        )
        with _environment(_ENVIRONMENT):
            self._process.start()
        there.close()  # so that each end has one owner, and closes when that dies
        self._has_loaded = False

    def fork(self) -> Worker:
        """Return a new worker, once everything is loaded."""
        if not self._has_loaded:
            self._answer()
            self._has_loaded = True
        here, there = multiprocessing.Pipe()
        try:
            self._control.send(None)
            send_handle(self._control, there.fileno(), self._process.pid)
        except OSError:
            raise self._lost() from None
        finally:
            there.close()
        return Worker(self._answer(), here)

    def exit_code(self, worker: Worker) -> int:
        """Return how a worker ended, once it has."""
        try:
            self._control.send(worker.process)
        except OSError:
            raise self._lost() from None
        return int(self._answer())

    def close(self, *, is_awaited: bool = True) -> bool:
        """End the process once its workers have ended, and return whether they have in time."""
        self._control.close()
        self._process.join(timeout=_PATIENCE_SECONDS if is_awaited else 0)
        is_over = self._process.exitcode is not None
        self._process.kill()
        self._process.join()
        self._process.close()
        return is_over

    def _answer(self) -> Any:
        try:
            value, failure = self._control.recv()
        except (EOFError, OSError):
            raise self._lost() from None
        if failure is not None:
            raise WorkerError(failure)
        return value

    def _lost(self) -> NurseryLost:
        self._process.join(timeout=_PATIENCE_SECONDS)
        code = self._process.exitcode
        self.close()
        return NurseryLost(code)


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


def _raise_workers(control: Connection, load: bytes, work: bytes) -> None:
    """Load, then fork a worker whenever asked, and say of those that ended how they did."""
    # The terminal sends Ctrl-C to all; the process that handed out the work decides.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        loaded = pickle.loads(load)()  # noqa: S301 (made by our own parent process)
    except Exception:
        control.send((None, traceback.format_exc()))
        return
    # What is loaded stays: a collector that walked through it would copy it into every worker.
    gc.freeze()
    with contextlib.suppress(EOFError, OSError):
        control.send((None, None))
        while True:
            worker = control.recv()
            if worker is not None:
                _, status = os.waitpid(worker, 0)
                control.send((os.waitstatus_to_exitcode(status), None))
                continue
            handle = recv_handle(control)
            worker = os.fork()
            if worker == 0:
                control.close()
                _live(handle, loaded, work)
            os.close(handle)
            control.send((worker, None))
    # What the system says of this process then covers them.
    with contextlib.suppress(ChildProcessError):
        while True:
            os.wait()


def _live(handle: int, loaded: Any, work: bytes) -> NoReturn:
    """Be a worker, from birth to end."""
    code = 1
    try:
        with Connection(handle) as connection:
            _serve(connection, loaded, work)
        code = 0
    finally:
        os._exit(code)  # what the parent has yet to do at its end is not this process's to do


def _serve(connection: Connection, loaded: Any, work: bytes) -> None:
    """Answer batches until the pipe closes."""
    try:
        setup, function = pickle.loads(work)  # noqa: S301 (made by our own parent process)
        state = setup(loaded)
    except Exception:
        connection.send((None, traceback.format_exc()))
        return
    # A closed pipe, whichever way it shows, means that nobody waits for an answer any more.
    with contextlib.suppress(EOFError, OSError):
        connection.send((None, None))
        while True:
            outcome = attempt(function, state, connection.recv())
            try:
                answer = ForkingPickler.dumps(outcome)
            except Exception:
                answer = ForkingPickler.dumps((None, traceback.format_exc()))
            connection.send_bytes(answer)


def attempt(
    function: Callable[[Any, Batch], Value], state: Any, batch: Batch
) -> tuple[Value | None, str | None]:
    """Return the function's value and None, or None and the traceback of what it raised."""
    try:
        return function(state, batch), None
    except Exception:  # whatever it is, it is the batch's outcome
        return None, traceback.format_exc()
