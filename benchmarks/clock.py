"""Time and memory of this process."""

from __future__ import annotations

import resource
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

__all__ = ["interleaved", "megabytes", "peak_megabytes", "seconds"]


def seconds(function: Callable[[], object], *, wall: bool = False) -> float:
    """How long a call takes: processor time, which other programs on the machine hardly change, or wall time."""
    clock = time.perf_counter if wall else time.process_time
    start = clock()
    function()
    return clock() - start


def interleaved(
    functions: Mapping[str, Callable[[], object]], rounds: int, *, wall: bool = False
) -> dict[str, list[float]]:
    """Seconds of each function in each round; every other round goes backwards, so that drift hits all alike."""
    found: dict[str, list[float]] = {name: [] for name in functions}
    for number in range(rounds):
        for name in list(functions) if number % 2 == 0 else list(functions)[::-1]:
            found[name].append(seconds(functions[name], wall=wall))
    return found


def megabytes() -> float:
    """Memory in use now, in MB; the peak where the system does not tell."""
    status = Path("/proc/self/statm")
    if not status.exists():
        return peak_megabytes()
    return int(status.read_text().split()[1]) * resource.getpagesize() / 1e6


def peak_megabytes() -> float:
    """The most memory that was ever in use, in MB."""
    status = Path("/proc/self/status")
    if status.exists():  # what getrusage tells counts the process that started this one
        return next(int(line.split()[1]) for line in status.read_text().splitlines() if line.startswith("VmHWM")) / 1e3
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / 1e6 if sys.platform == "darwin" else peak / 1e3
