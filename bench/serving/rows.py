"""What is compared: rows of requests under load, idle connections, and starts."""

import functools
from dataclasses import dataclass

from . import loads

JAVA = ("jwebserver", "jetty", "undertow", "helidon")
OBTAINABLE = ("dufs", "miniserve")


@dataclass(frozen=True)
class Row:
    """Requests for a while. Ours is the first of `servers`; ratios are formed to it."""

    title: str
    path: str
    load: object
    servers: tuple
    secure: bool = False
    bars: tuple = ()  # (peer, figure, what ours/peer must be at least, or at most if negative)


def wrk(connections, *headers):
    return functools.partial(loads.wrk, connections=connections, headers=headers)


def ab(connections):
    return functools.partial(loads.ab, connections=connections)


def h2load(connections):
    return functools.partial(loads.h2load, connections=connections)


PLAIN = ("tinwire", "nginx", "nginx tuned", "h2o", "lighttpd", *JAVA, *OBTAINABLE)
TLS = ("tinwire tls", "nginx", "h2o", "lighttpd", *JAVA[1:])  # jwebserver does not speak it
AHEAD = tuple((peer, "rate", 1.0) for peer in JAVA)
SMALL = (
    ("nginx", "rate", 1.6), ("nginx tuned", "rate", 1.4), ("h2o", "rate", 0.95), ("lighttpd", "rate", 0.95),
    ("nginx", "cpu", -0.65), ("nginx", "p99", -1.5), *AHEAD,
)


def bulk(least, *more):
    return (("nginx", "rate", least), ("nginx", "p99", -1.5), *AHEAD, *more)


ROWS = {
    "small64": Row("1 KiB, keep-alive, 64 connections", "/1k.txt", wrk(64), PLAIN, bars=SMALL),
    "small512": Row("1 KiB, keep-alive, 512 connections", "/1k.txt", wrk(512), PLAIN, bars=SMALL),
    "small-h2load": Row(
        "1 KiB, keep-alive, 64 connections, by h2load --h1", "/1k.txt", h2load(64), PLAIN[:5], bars=SMALL[:5]),
    "middle": Row("100 KiB, 64 connections", "/100k.bin", wrk(64), PLAIN, bars=bulk(0.95)),
    "large": Row("10 MiB, 16 connections", "/10m.bin", wrk(16), PLAIN, bars=bulk(0.95)),
    "close": Row(
        "1 KiB, a connection for each request, 64 at once", "/1k.txt", wrk(64, "Connection: close"), PLAIN,
        bars=bulk(0.9)),
    "close-ab": Row("1 KiB, a connection for each request, 64 at once, by ab", "/1k.txt", ab(64), PLAIN[:5],
        bars=bulk(0.9)[:2]),
    "tls-small": Row("TLS 1.3, 1 KiB, keep-alive, 64 connections", "/1k.txt", wrk(64), TLS, True,
        (("nginx", "rate", 1.15), ("nginx", "p99", -3.0), *AHEAD)),
    "tls-large": Row("TLS 1.3, 10 MiB, 16 connections", "/10m.bin", wrk(16), TLS, True, AHEAD),
    "log": Row("1 KiB, keep-alive, 64 connections, with an access log", "/1k.txt", wrk(64),
        ("tinwire log", "tinwire", "nginx log", "nginx"), bars=(("tinwire", "rate", 0.9),)),
}
