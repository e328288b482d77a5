"""Questions about the pictures on show: when others are shown, what is still waiting is dropped without being done."""

from collections.abc import Callable
from typing import Any

from annotator.case import Case
from ui.jobs import JobRunner, Lane


class Asking:
    """Asks one after the other, in order; answers only what was asked since `forget`."""

    def __init__(self, runner: JobRunner) -> None:
        self._runner = runner
        self._age = 0

    def forget(self) -> None:
        """Neither do nor answer what was asked for up to now."""
        self._age += 1

    def ask(
        self,
        work: Callable[[Case], Any],
        done: Callable[[Any], None],
        failed: Callable[[BaseException], None],
        *,
        lane: Lane = Lane.PICTURES,
    ) -> None:
        """Do `work` in a reading thread."""
        age = self._age

        def fresh(answer: Callable[[Any], None], value: Any) -> None:
            if age == self._age:
                answer(value)

        self._runner.read(
            lambda case: work(case) if age == self._age else None,
            lambda value: fresh(done, value),
            lane=lane,
            failed=lambda error: fresh(failed, error),
        )
