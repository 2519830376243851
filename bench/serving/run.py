"""Runs the rows: starts who is there, takes turns, prints."""

import os
import statistics
import time
from dataclasses import dataclass

from . import loads, measure, rows

OTHERS = {
    "idle": "10 000 idle keep-alive connections: resident memory",
    "start": "from the start of the program until it listens",
    "change": "a changed file is seen",
}
IDLE = 9_990
QUIET = 0.10  # of a core: as much as others may take in a round that counts
TRIES = 2
FIGURES = {  # name: (title, bigger is better)
    "rate": ("req/s", True),
    "cpu": ("CPU us/req", False),
    "p50": ("p50 ms", False),
    "p99": ("p99 ms", False),
    "worst": ("max ms", False),
}


@dataclass
class Round:
    """The figures of one server in one round."""

    rate: float
    cpu: float
    p50: float
    p99: float
    worst: float
    errors: int
    others: float  # of a core, taken by neither server nor load


def median(values):
    return statistics.median(values)


class Comparison:
    """All rows, over the same servers."""

    def __init__(self, options, servers, core, other):
        self.options = options
        self.servers = servers
        self.core = core
        self.other = other
        os.sched_setaffinity(0, {other})  # what we do ourselves must not disturb the servers

    def row(self, name):
        if name == "idle":
            self.idle()
        elif name == "start":
            self.starts()
        elif name == "change":
            self.change()
        else:
            self.loaded(rows.ROWS[name])

    def present(self, names):
        if self.options.only:
            wanted = {name.strip() for name in self.options.only.split(",")}
            names = [names[0], *(name for name in names[1:] if name in wanted)]
        there = [name for name in names if self.servers[name].missing() is None]
        for name in names:
            if name not in there:
                print(f"  {name:14} missing here: {self.servers[name].missing()}")
        return [self.servers[name] for name in there]

    # --- load -----------------------------------------------------------------------------------

    def loaded(self, row):
        print(f"\n## {row.title}", flush=True)
        all_of_them = self.present(row.servers)
        done = {server.name: [] for server in all_of_them}
        try:
            for server in list(all_of_them):
                if not self.starts_up(server, row):
                    server.stop()  # it may have come too late, and would be in the way of the others
                    all_of_them.remove(server)
                    del done[server.name]
                    continue
                self.warm(row, server)
            for _ in range(self.options.rounds):
                for server in all_of_them:
                    done[server.name].append(self.quiet_round(row, server))
            memory = {server.name: measure.memory(server.process.pid) for server in all_of_them}
        finally:
            for server in all_of_them:
                server.stop()
        self.print_rounds(done, memory)
        if row.servers[0] in done:
            self.print_ratios(done, row.bars)
        else:
            print(f"  no ratios, for {row.servers[0]} did not serve", flush=True)

    def warm(self, row, server):
        """Java compiles what it runs; and a round begins with handshakes, which are as cold as the rest."""
        url = server.url(row.path, row.secure)
        seconds = self.options.warmup if server.name.startswith("tinwire") or server.name in rows.JAVA else 1
        if row.secure:
            loads.wrk(self.other, url, 64, seconds, ["Connection: close"])
        row.load(self.other, url, seconds=seconds)

    def starts_up(self, server, row):
        try:
            server.start(self.core)
            server.wait(row.path, row.secure)
            return True
        except RuntimeError as problem:
            print(f"  {problem}")
            return False

    def quiet_round(self, row, server):
        """Once more when somebody else was busy; the quieter one counts."""
        tries = []
        while len(tries) < TRIES and not any(one.others <= QUIET for one in tries):
            tries.append(self.round(row, server))
        return min(tries, key=lambda one: one.others)

    def round(self, row, server):
        others = measure.Others(server.process.pid)
        before = measure.cpu(server.process.pid)
        result = row.load(self.other, server.url(row.path, row.secure), seconds=self.options.seconds)
        used = measure.cpu(server.process.pid) - before
        requests = max(1, result.requests)
        return Round(result.rate, used * 1e6 / requests, result.p50, result.p99, result.worst, result.errors, others.share())

    def print_rounds(self, done, memory):
        print(f"  {'median (worst round)':14}" + "".join(f"{title:>22}" for title, _ in FIGURES.values()) + f"{'RSS MiB':>9}")
        for name, rounds in done.items():
            cells = []
            for figure, (_, bigger) in FIGURES.items():
                values = [getattr(one, figure) for one in rounds]
                cells.append(f"{median(values):11.1f} ({(min if bigger else max)(values):8.1f})")
            errors = sum(one.errors for one in rounds)
            noise = max(one.others for one in rounds)
            print(f"  {name:20}" + " ".join(cells) + f"{memory[name]:9.0f}" 
                  + (f"  {errors} errors" if errors else "")
                  + (f"  (others took up to {noise:.0%} of a core)" if noise > QUIET else ""))

    def print_ratios(self, done, bars):
        ours, *peers = done
        for peer in peers:
            if any(one.rate == 0 for one in done[ours] + done[peer]):
                print(f"  {ours}/{peer}: no ratio, for in some round one of them answered nothing")
                continue
            cells = []
            for figure, (title, _) in FIGURES.items():
                values = sorted(
                    getattr(a, figure) / max(getattr(b, figure), 1e-9) for a, b in zip(done[ours], done[peer]))
                cells.append(f"{title.split()[0]} {median(values):.2f} ({values[0]:.2f}-{values[-1]:.2f})")
                for whom, which, limit in bars:
                    if whom == peer and which == figure:
                        met = median(values) >= limit if limit > 0 else median(values) <= -limit
                        cells[-1] += f" [{'met' if met else 'MISSED'}: {'>=' if limit > 0 else '<='} {abs(limit)}]"
            print(f"  {ours}/{peer}: " + ", ".join(cells), flush=True)

    # --- memory ---------------------------------------------------------------------------------

    def idle(self):
        print(f"\n## {OTHERS['idle']}", flush=True)
        for server in self.present(("tinwire", "nginx", "h2o", "lighttpd", *rows.JAVA)):
            try:
                server.start(self.core)
                server.wait("/1k.txt", False)
                empty = measure.memory(server.process.pid)
                idle = loads.Idle(server.port, "/1k.txt", IDLE)
                time.sleep(1)
                full = measure.memory(server.process.pid)
                good, asked = idle.still_served("/1k.txt")
                idle.close()
                print(f"  {server.name:14} {empty:7.0f} MiB before, {full:7.0f} MiB with {IDLE}; "
                      f"{good} of {asked} answered once more", flush=True)
            except (OSError, RuntimeError) as problem:
                print(f"  {server.name:14} failed: {problem}", flush=True)
            finally:
                server.stop()

    # --- start ----------------------------------------------------------------------------------

    def starts(self):
        print(f"\n## {OTHERS['start']}", flush=True)
        all_of_them = self.present(("tinwire", *rows.JAVA, "nginx", "h2o", "lighttpd"))
        done = {server.name: [] for server in all_of_them}
        for turn in range(2 + 3 * self.options.rounds):
            for server in all_of_them:
                wall = loads.first_answer(server, self.core, "/1k.txt")
                used = measure.cpu(server.process.pid)
                server.stop()
                if turn >= 2:
                    done[server.name].append((wall * 1e3, used * 1e3))
        ours = done[all_of_them[0].name]
        for name, runs in done.items():
            walls = [wall for wall, _ in runs]
            pairs = sorted(a / b for (a, _), (b, _) in zip(ours, runs))
            print(f"  {name:14} wall {min(walls):6.0f} {median(walls):6.0f} {max(walls):6.0f} ms, "
                  f"CPU {median([used for _, used in runs]):6.0f} ms; "
                  f"ours to it {median(pairs):.2f} ({pairs[0]:.2f}-{pairs[-1]:.2f})", flush=True)

    # --- freshness ------------------------------------------------------------------------------

    def change(self):
        print(f"\n## {OTHERS['change']}", flush=True)
        for server in self.present(("tinwire", "nginx", "nginx tuned")):
            server.start(self.core)
            server.wait("/1k.txt", False)
            try:
                waits = [loads.until_seen(server, attempt) for attempt in range(20)]
            finally:
                server.stop()
            print(f"  {server.name:14} after {min(waits):.1f} {median(waits):.1f} {max(waits):.1f} ms", flush=True)
