"""What the kernel says of a server: its CPU time and its memory, with all its children."""

import os
from pathlib import Path

TICK = 1 / os.sysconf("SC_CLK_TCK")


def family(pid):
    """The process and all below it."""
    pids = [pid]
    for each in pids:
        for task in Path(f"/proc/{each}/task").glob("*/children"):
            try:
                pids += [int(word) for word in task.read_text().split()]
            except OSError:
                pass  # gone meanwhile
    return pids


def cpu(pid):
    """Seconds of user and system time so far."""
    total = 0
    for each in family(pid):
        # Behind the name in brackets, which may hold anything: utime and stime are fields 14 and 15.
        fields = Path(f"/proc/{each}/stat").read_text().rsplit(")", 1)[1].split()
        total += int(fields[11]) + int(fields[12])
    return total * TICK


def memory(pid):
    """Resident MiB."""
    total = 0
    for each in family(pid):
        for line in Path(f"/proc/{each}/status").read_text().splitlines():
            if line.startswith("VmRSS:"):
                total += int(line.split()[1])
    return total / 1024
