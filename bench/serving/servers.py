"""The servers that are compared: how each is configured and started, on one core, for one folder."""

import os
import shutil
import subprocess
import time
import urllib.request
import ssl
from dataclasses import dataclass, field
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
PEERS = HERE.parent / "peers" / "target"

NGINX = """
daemon off; pid {work}/nginx.pid; error_log /dev/null crit; worker_processes 1;
worker_rlimit_nofile 16384; user {user};
events {{ worker_connections 12000; }}
http {{
  include /etc/nginx/mime.types; sendfile on; {extra}
  client_body_temp_path {work}/t1; proxy_temp_path {work}/t2; fastcgi_temp_path {work}/t3;
  uwsgi_temp_path {work}/t4; scgi_temp_path {work}/t5;
  server {{ listen 127.0.0.1:{port}; root {site}; }}
  server {{ listen 127.0.0.1:{tls} ssl; root {site}; ssl_protocols TLSv1.3;
    ssl_certificate {work}/cert.pem; ssl_certificate_key {work}/key.pem; }}
}}
"""
TUNED = """access_log off; tcp_nopush on; open_file_cache max=1000 inactive=60s;
  open_file_cache_valid 1s; keepalive_requests 1000000;"""

H2O = """
num-threads: 1
max-connections: 12000
pid-file: {work}/h2o.pid
error-log: /dev/null
user: {user}
hosts:
  "127.0.0.1":
    listen: {{ host: 127.0.0.1, port: {port} }}
    listen:
      host: 127.0.0.1
      port: {tls}
      ssl: {{ certificate-file: {work}/cert.pem, key-file: {work}/key.pem }}
    paths: {{ "/": {{ file.dir: {site} }} }}
"""

LIGHTTPD = """
server.document-root = "{site}"
server.bind = "127.0.0.1"
server.port = {port}
server.modules = ("mod_openssl")
server.max-fds = 16384
server.max-connections = 12000
server.errorlog = "/dev/null"
mimetype.assign = (".txt" => "text/plain", "" => "application/octet-stream")
$SERVER["socket"] == "127.0.0.1:{tls}" {{
  ssl.engine = "enable"
  ssl.pemfile = "{work}/cert.pem"
  ssl.privkey = "{work}/key.pem"
}}
"""


@dataclass
class Server:
    """One way to start one server. `port` and `tls` are 0 where it does not speak that."""

    name: str
    command: list
    port: int = 0
    tls: int = 0
    config: tuple = ()
    log: Path = None
    site: Path = None
    process: object = field(default=None, repr=False)

    def missing(self):
        program = self.command[0]
        if program.startswith("missing:"):
            return program[len("missing:"):]
        return None if shutil.which(program) else f"{program} is not installed"

    def url(self, path, secure):
        return f"https://127.0.0.1:{self.tls}{path}" if secure else f"http://127.0.0.1:{self.port}{path}"

    def start(self, core):
        for path, text in self.config:
            Path(path).write_text(text)
        out = open(self.log, "wb") if self.log else subprocess.DEVNULL
        self.process = subprocess.Popen(
            ["taskset", "-c", str(core), *self.command],
            stdin=subprocess.DEVNULL, stdout=out, stderr=subprocess.DEVNULL,
        )

    def wait(self, path, secure, patience=30):
        """Until it answers."""
        trusting = ssl._create_unverified_context()
        end = time.monotonic() + patience
        while True:
            try:
                with urllib.request.urlopen(self.url(path, secure), timeout=5, context=trusting if secure else None) as answer:
                    answer.read()
                    return
            except OSError as problem:
                if self.process.poll() is not None or time.monotonic() > end:
                    raise RuntimeError(f"{self.name} does not serve: {problem}") from problem
                time.sleep(0.05)

    def stop(self):
        if self.process is None or self.process.poll() is not None:
            return
        self.process.terminate()
        try:
            self.process.wait(5)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


def java(home, *words):
    return [str(Path(home) / "bin" / "java"), *words]


def jdk():
    found = subprocess.run([str(ROOT / "tinwire"), "--jdk"], capture_output=True, text=True, check=True)
    return found.stdout.strip()


def peer(home, main, *words):
    """A Java peer from Maven Central, built by bench/peers/pom.xml."""
    if not (PEERS / "classes" / f"{main}.class").exists():
        return ["missing:not built; see bench/README.md"]
    return java(home, "-Xmx512m", "-cp", f"{PEERS}/classes:{PEERS}/lib/*", main, *words)


def every(work, site, first_port):
    """All of them, by name, each with ports of its own."""
    home = jdk()
    facts = {"work": work, "site": site, "user": "root" if os.getuid() == 0 else os.environ.get("USER", "nobody")}
    ports = iter(range(first_port, first_port + 100))
    tinwire = [str(ROOT / "tinwire"), "serve", str(site)]
    keys = ["--https", "--cert", f"{work}/cert.pem", "--key", f"{work}/key.pem"]
    all_of_them = {}

    def add(name, command, config="", plain=True, tls=True, log=None):
        port, secure = (next(ports) if plain else 0), (next(ports) if tls else 0)
        path = f"{work}/{name.replace(' ', '-')}.conf"
        values = dict(facts, port=port, tls=secure, conf=path)
        words = [word.format(**values) for word in command]
        text = ((path, config(values)),) if config else ()
        all_of_them[name] = Server(name, words, port, secure, text, log, Path(site))

    # Without a log, as the peers: what ours costs is a row of its own.
    add("tinwire", [*tinwire, "--quiet", "--port", "{port}"], tls=False)
    add("tinwire tls", [*tinwire, "--quiet", "--port", "{tls}", *keys], plain=False)
    add("tinwire log", [*tinwire, "--port", "{port}"], tls=False, log=Path(work) / "tinwire.log")
    nginx = ["nginx", "-c", "{conf}"]
    add("nginx", nginx, lambda v: NGINX.format(extra="access_log off;", **v))
    add("nginx tuned", nginx, lambda v: NGINX.format(extra=TUNED, **v))
    add("nginx log", nginx, lambda v: NGINX.format(extra=f"access_log {work}/nginx.log combined;", **v), tls=True)
    add("h2o", ["h2o", "-c", "{conf}"], lambda v: H2O.format(**v))
    add("lighttpd", ["lighttpd", "-D", "-f", "{conf}"], lambda v: LIGHTTPD.format(**v))
    add("jwebserver", [f"{home}/bin/jwebserver", "-d", str(site), "-p", "{port}", "-o", "none"], tls=False)
    for name, main in (("jetty", "JettyFiles"), ("undertow", "UndertowFiles"), ("helidon", "HelidonFiles")):
        add(name, peer(home, main, str(site), "{port}", "{tls}", f"{work}/keys.p12"))
    add("dufs", ["dufs", str(site), "-b", "127.0.0.1", "-p", "{port}"], tls=False)
    add("miniserve", ["miniserve", str(site), "-i", "127.0.0.1", "-p", "{port}"], tls=False)
    return all_of_them

