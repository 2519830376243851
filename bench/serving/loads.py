"""The load: who asks, and what came of it. All run on the core that the servers do not have."""

import re
import resource
import socket
import subprocess
import time
import urllib.request
from dataclasses import dataclass
from pathlib import Path

REPORT = Path(__file__).resolve().parent / "wrk.lua"


@dataclass
class Result:
    """One round: requests answered and what went wrong, seconds, and milliseconds of waiting."""

    requests: int
    seconds: float
    errors: int
    p50: float = float("nan")
    p99: float = float("nan")
    worst: float = float("nan")

    @property
    def rate(self):
        return self.requests / self.seconds


def run(core, words):
    done = subprocess.run(["taskset", "-c", str(core), *words], capture_output=True, text=True)
    if done.returncode != 0:
        raise RuntimeError(f"{words[0]}: {done.stderr.strip() or done.stdout.strip()}")
    return done.stdout


def wrk(core, url, connections, seconds, headers=()):
    words = ["wrk", "-t1", f"-c{connections}", f"-d{seconds}s", "--timeout", "10s", "-s", str(REPORT)]
    for header in headers:
        words += ["-H", header]
    out = run(core, [*words, url])
    line = re.search(r"^REPORT (.*)$", out, re.M).group(1)
    requests, micros, errors, p50, p99, worst = (float(word) for word in line.split())
    return Result(int(requests), micros / 1e6, int(errors), p50 / 1e3, p99 / 1e3, worst / 1e3)


def ab(core, url, connections, seconds):
    """A connection for each request, over HTTP/1.0."""
    out = run(core, ["ab", "-q", "-c", str(connections), "-t", str(seconds), "-n", "10000000", url])

    def figure(pattern):
        found = re.search(pattern, out)
        return float(found.group(1)) if found else float("nan")

    return Result(
        int(figure(r"Complete requests:\s+(\d+)")),
        figure(r"Time taken for tests:\s+([\d.]+)"),
        int(figure(r"Failed requests:\s+(\d+)")),
        figure(r"\n\s+50%\s+(\d+)"),
        figure(r"\n\s+99%\s+(\d+)"),
        figure(r"\n\s+100%\s+(\d+)"),
    )


def h2load(core, url, connections, seconds):
    words = ["h2load", "--h1", "-t1", f"-c{connections}", f"-D{seconds}", url]
    out = run(core, words)
    done = re.search(r"finished in ([\d.]+)s", out)
    counts = re.search(r"(\d+) succeeded, (\d+) failed, (\d+) errored", out)
    succeeded, failed, errored = (int(n) for n in counts.groups())
    return Result(succeeded, float(done.group(1)), failed + errored)


class Idle:
    """Keep-alive connections that have asked once and then stay silent."""

    def __init__(self, port, path, count):
        _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
        resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
        request = f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".encode()
        self.sockets = []
        for _ in range(count):
            one = socket.create_connection(("127.0.0.1", port), 10)
            one.sendall(request)
            self.sockets.append(one)
            if b" 200 " not in one.recv(4096)[:20]:
                raise RuntimeError(f"no 200 after {len(self.sockets)} connections")

    def still_served(self, path):
        """How many of every tenth answer once more."""
        request = f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".encode()
        good = 0
        for one in self.sockets[::10]:
            one.setblocking(False)
            try:
                while one.recv(65536):
                    pass  # what the first answer left
            except BlockingIOError:
                pass
            one.settimeout(10)
            one.sendall(request)
            good += b" 200 " in one.recv(4096)[:20]
        return good, len(self.sockets[::10])

    def close(self):
        for one in self.sockets:
            one.close()


def first_answer(server, core, path):
    """Seconds from the start of the process until it accepts a connection, and CPU until then."""
    began = time.perf_counter()
    server.start(core)
    while True:
        try:
            with socket.create_connection(("127.0.0.1", server.port), 1):
                return time.perf_counter() - began
        except OSError:
            if server.process.poll() is not None:
                raise RuntimeError(f"{server.name} ended at once")
            time.sleep(0.001)


def until_seen(server, attempt):
    """Milliseconds from the change of a file that is being asked for until the answer is the new one."""
    file = server.site / "changing.txt"
    file.write_text(f"old {attempt}")
    url = server.url("/changing.txt", False)
    end = time.monotonic() + 0.5
    while time.monotonic() < end:  # until it has settled and is remembered, where somebody remembers
        urllib.request.urlopen(url).read()
    fresh = server.site / "fresh.tmp"
    fresh.write_text(f"new {attempt}")
    fresh.rename(file)
    changed = time.perf_counter()
    while urllib.request.urlopen(url).read().decode() != f"new {attempt}":
        if time.perf_counter() - changed > 10:
            return float("inf")
    return (time.perf_counter() - changed) * 1e3
