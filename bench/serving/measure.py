"""What the kernel says of a server: its CPU time and its memory, with all its children."""

import os
import resource
import time
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


def busy():
    """Seconds that all cores together have worked so far, for whomever."""
    user, nice, system, _, _, irq, softirq, steal, *_ = (
        int(word) for word in Path("/proc/stat").read_text().split("\n", 1)[0].split()[1:])
    return (user + nice + system + irq + softirq + steal) * TICK


class Others:
    """What anybody but a server and the load has used of the machine meanwhile: 0 is a quiet one."""

    def __init__(self, pid):
        self.pid = pid
        self.began = time.perf_counter()
        self.busy = busy()
        self.ours = cpu(pid) + load()

    def share(self):
        seconds = time.perf_counter() - self.began
        others = (busy() - self.busy) - (cpu(self.pid) + load() - self.ours)
        return max(0.0, others / seconds)


def load():
    """Seconds of the load generators that have ended, and of ourselves."""
    done = resource.getrusage(resource.RUSAGE_CHILDREN)
    here = resource.getrusage(resource.RUSAGE_SELF)
    return done.ru_utime + done.ru_stime + here.ru_utime + here.ru_stime
