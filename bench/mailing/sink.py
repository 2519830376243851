"""An SMTP server that takes everything, keeps nothing, and counts turns.

    python3 sink.py [--delay MS] [--chunking] [--tls CERT KEY]

It prints its port, then a line of JSON for each connection that ended: how many messages and bytes came, how often the
client had to wait for an answer (turns; the greeting is not one), and the seconds from the first MAIL to the last
answer about a message. With --tls it offers STARTTLS, wants it, and then wants AUTH PLAIN or LOGIN with any password.
--delay waits so long before it answers, once for all that came together: what a network of that round trip would cost.
"""

import argparse
import json
import socket
import ssl
import sys
import threading
import time

BLOCK = 256 * 1024


class Client:
    """One connection."""

    def __init__(self, connection, options):
        self.socket = connection
        self.options = options
        self.held = bytearray()
        self.answers = []
        self.turns = 0
        self.messages = 0
        self.bytes = 0
        self.first = None
        self.last = None
        self.secure = False

    def say(self, line):
        self.answers.append(line.encode() + b"\r\n")

    def flush(self):
        """Answers all that came until now; what is asked together is answered together."""
        if not self.answers:
            return
        if self.options.delay:
            time.sleep(self.options.delay / 1000)
        self.turns += 1
        self.socket.sendall(b"".join(self.answers))
        self.answers.clear()

    def more(self):
        self.flush()
        got = self.socket.recv(BLOCK)
        if not got:
            raise EOFError
        self.held += got

    def line(self):
        while (end := self.held.find(b"\n")) < 0:
            self.more()
        line = bytes(self.held[:end + 1]).strip()
        del self.held[:end + 1]
        return line.decode("utf-8", "replace")

    def skip(self, count):
        self.bytes += count
        while count > len(self.held):
            count -= len(self.held)
            self.held.clear()
            self.more()
        del self.held[:count]

    def skip_to_dot(self):
        self.held[:0] = b"\r\n"  # a message may be empty
        while (end := self.held.find(b"\r\n.\r\n")) < 0:
            gone = max(0, len(self.held) - 4)
            self.bytes += gone
            del self.held[:gone]
            self.more()
        self.bytes += end
        del self.held[:end + 5]

    def took(self):
        self.messages += 1
        self.say(f"250 2.0.0 taken as {self.messages}")
        self.flush()
        self.last = time.perf_counter()

    def ehlo(self):
        words = ["sink.example", "PIPELINING", "SIZE 200000000", "8BITMIME", "ENHANCEDSTATUSCODES"]
        if self.options.chunking:
            words.append("CHUNKING")
        if self.options.tls:
            words.append("AUTH PLAIN LOGIN" if self.secure else "STARTTLS")
        for word in words[:-1]:
            self.say("250-" + word)
        self.say("250 " + words[-1])

    def starttls(self):
        self.say("220 2.0.0 go")
        self.flush()
        self.socket = self.options.context.wrap_socket(self.socket, server_side=True)
        self.held.clear()
        self.secure = True

    def auth(self, line):
        words = line.split()
        if words[1].upper() == "PLAIN" and len(words) < 3:
            self.say("334 ")
            self.line()
        elif words[1].upper() == "LOGIN":
            if len(words) < 3:
                self.say("334 VXNlcm5hbWU6")
                self.line()
            self.say("334 UGFzc3dvcmQ6")
            self.line()
        self.say("235 2.7.0 welcome")

    def serve(self):
        self.socket.sendall(b"220 sink.example ESMTP\r\n")
        while True:
            line = self.line()
            verb = line.split(" ")[0].upper()
            if verb in ("EHLO", "HELO"):
                self.ehlo()
            elif verb == "STARTTLS":
                self.starttls()
            elif verb == "AUTH":
                self.auth(line)
            elif verb == "MAIL":
                self.first = self.first or time.perf_counter()
                self.say("250 2.1.0 sender")
            elif verb == "RCPT":
                self.say("250 2.1.5 recipient")
            elif verb == "DATA":
                self.say("354 go on")
                self.flush()
                self.skip_to_dot()
                self.took()
            elif verb == "BDAT":
                words = line.split()
                self.skip(int(words[1]))
                if len(words) > 2:
                    self.took()
                else:
                    self.say("250 2.0.0 piece")
            elif verb == "QUIT":
                self.say("221 2.0.0 bye")
                self.flush()
                return
            else:
                self.say("250 2.0.0 as you like")

    def report(self):
        seconds = self.last - self.first if self.last else 0
        print(json.dumps({"messages": self.messages, "bytes": self.bytes, "turns": self.turns,
                          "seconds": round(seconds, 6)}), flush=True)


def handle(connection, options):
    connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    client = Client(connection, options)
    try:
        client.serve()
    except (EOFError, OSError):
        pass  # a client may leave without a word
    finally:
        client.report()
        client.socket.close()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--delay", type=float, default=0, metavar="MS")
    parser.add_argument("--chunking", action="store_true")
    parser.add_argument("--tls", nargs=2, metavar=("CERT", "KEY"))
    options = parser.parse_args()
    if options.tls:
        options.context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        options.context.load_cert_chain(*options.tls)
    with socket.create_server(("127.0.0.1", 0)) as listener:
        print(listener.getsockname()[1], flush=True)
        while True:
            connection, _ = listener.accept()
            threading.Thread(target=handle, args=(connection, options), daemon=True).start()


if __name__ == "__main__":
    try:
        main()
    except KeyboardInterrupt:
        sys.exit(130)
