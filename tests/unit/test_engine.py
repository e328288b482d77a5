"""Whatever a worker does costs the task it did, and the engine goes on."""

import os
import subprocess
import sys
import time

import pytest

from annotator.engine.local import Engine, Raised, WorkerLost


class Peculiar(Exception):
    """An error that can't come back from another process: it wants two arguments and keeps one."""

    def __init__(self, one: str, other: str) -> None:
        super().__init__(one + other)


def double(number: int) -> int:
    return 2 * number


def fail_peculiarly() -> None:
    raise Peculiar("a", "b")


def die() -> None:
    os._exit(3)


def die_soon() -> int:
    import threading

    threading.Timer(0.05, os._exit, (3,)).start()
    return os.getpid()


def sleep() -> None:
    time.sleep(60)


def hoard() -> None:
    hoarded = []
    while True:
        hoarded.append(bytearray(64 << 20))


def hoard_and_fail() -> None:
    hoarded = [bytearray(64 << 20) for _ in range(20)]
    raise ValueError(str(len(hoarded)))


def take(size: int) -> int:
    return len(bytearray(size))


@pytest.fixture
def engine():
    made = Engine(1)
    yield made
    made.close()


def test_an_error_of_an_odd_class_comes_back_as_words(engine: Engine) -> None:
    with pytest.raises(Raised, match="Peculiar: ab"):
        engine.run(fail_peculiarly, limit=20)
    assert engine.run(double, 2, limit=20) == 4


def test_a_worker_that_dies_costs_its_task_only(engine: Engine) -> None:
    with pytest.raises(WorkerLost) as lost:
        engine.run(die, limit=20)
    assert lost.value.code == "crashed"
    assert engine.run(double, 2, limit=20) == 4


def test_a_worker_that_dies_idle_is_replaced(engine: Engine) -> None:
    for _ in range(3):
        engine.run(die_soon, limit=20)
        time.sleep(0.4)
        assert engine.run(double, 2, limit=20) == 4


def test_a_task_that_hangs_is_ended(engine: Engine) -> None:
    with pytest.raises(WorkerLost) as lost:
        engine.run(sleep, limit=1.5)
    assert lost.value.code == "timeout"


def test_what_a_task_held_when_it_failed_is_free_for_the_next(engine: Engine) -> None:
    with pytest.raises(WorkerLost) as lost:
        engine.run(hoard, limit=90)
    assert lost.value.code == "too-big"
    assert engine.run(take, 1 << 30, limit=90) == 1 << 30
    with pytest.raises(Raised):
        engine.run(hoard_and_fail, limit=90)
    assert engine.run(take, 1 << 30, limit=90) == 1 << 30


def test_a_closed_engine_takes_no_task(engine: Engine) -> None:
    engine.run(double, 2, limit=20)
    engine.close()
    with pytest.raises(WorkerLost):
        engine.run(double, 2, limit=20)


def fail_plainly() -> None:
    raise ValueError("odd")


def test_any_error_of_a_task_is_one_that_its_callers_know(engine: Engine) -> None:
    with pytest.raises(WorkerLost, match="ValueError: odd") as lost:
        engine.run(fail_plainly, limit=20)
    assert lost.value.code == "damaged"


def test_no_crash_of_the_program_leaves_its_memory_on_a_disk() -> None:
    ask = (
        "import resource as r; from annotator.cli import main; main(['list', '/nowhere'])\n"
        "print(r.getrlimit(r.RLIMIT_CORE))"
    )
    said = subprocess.run([sys.executable, "-c", ask], capture_output=True, text=True, check=True, timeout=60)
    assert said.stdout.strip() == "(0, 0)"
