package dev.tinwire.httpserver;

import dev.tinwire.testkit.Corpus;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** Requests, good ones and bad ones, as they are, changed, joined, and made of nothing at all. */
final class Ammunition {
  private static final String[] GOOD = {
    "GET /a.txt HTTP/1.1\r\nHost: h\r\n\r\n",
    "HEAD /a.txt HTTP/1.1\r\nHost: h\r\n\r\n",
    "GET /sub/?json HTTP/1.1\r\nHost: h\r\nAccept-Encoding: gzip, br\r\n\r\n",
    "GET /sub/?zip HTTP/1.1\r\nHost: h\r\nRange: bytes=5-\r\n\r\n",
    "GET /large.bin HTTP/1.1\r\nHost: h\r\nRange: bytes=0-9,100-,-5\r\n\r\n",
    "GET /large.bin HTTP/1.1\r\nHost: h\r\nIf-Range: \"x\"\r\nRange: bytes=7-\r\n\r\n",
    "GET /long.txt HTTP/1.1\r\nHost: h\r\nAccept-Encoding: gzip\r\n\r\n",
    "GET /long.txt HTTP/1.0\r\nAccept-Encoding: gzip\r\nConnection: keep-alive\r\n\r\n",
    "OPTIONS * HTTP/1.1\r\nHost: h\r\n\r\n",
    "GET http://h/sub HTTP/1.1\r\nHost: h\r\nAccept: text/html\r\n\r\n",
    "PUT /up-%d.txt HTTP/1.1\r\nHost: h\r\nContent-Length: 5\r\n\r\nhello",
    "PUT /up-%d.txt HTTP/1.1\r\n"
        + "Host: h\r\n"
        + "Expect: 100-continue\r\n"
        + "Content-Length: 9\r\n\r\n"
        + "uninvited",
    "PUT /up-%d HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n",
    "PUT /up-%d HTTP/1.1\r\nHost: h\r\nContent-Range: bytes 2-4/5\r\nContent-Length: 3\r\n\r\nllo",
    "PATCH /up-%d.txt HTTP/1.1\r\nHost: h\r\nX-Update-Range: append\r\nContent-Length: 2\r\n\r\n++",
    "POST /sub/ HTTP/1.1\r\nHost: h\r\nContent-Type: multipart/form-data; boundary=b\r\n"
        + "Content-Length: 98\r\n\r\n--b\r\nContent-Disposition: form-data; name=\"file\";"
        + " filename=\"up-%d.bin\"\r\n\r\nsome content here\r\n--b--\r\n",
    "MKCOL /up-dir-%d HTTP/1.1\r\nHost: h\r\n\r\n",
    "MOVE /up-%d.txt HTTP/1.1\r\nHost: h\r\nDestination: /up-moved-%d.txt\r\n\r\n",
    "DELETE /up-%d.txt HTTP/1.1\r\nHost: h\r\n\r\n",
  };

  private static final String[] HOT = {
    "\r\n",
    "\r",
    "\n",
    "\0",
    " ",
    "\t",
    ":",
    "%",
    "%00",
    "%2e%2e/",
    "..",
    "/",
    "\\",
    "chunked",
    "Content-Length: ",
    "Transfer-Encoding: ",
    "Range: bytes=",
    "18446744073709551616",
    "-1",
    "0",
    "ffffffffffffffff",
    "\u00ff",
    "HTTP/1.1",
    "HTTP/1.0",
    "Connection: close\r\n",
    "*",
    "\"",
    ";",
    "Expect: 100-continue\r\n",
    "If-None-Match: *\r\n",
    "boundary=",
    "--b",
    "up-"
  };

  private final List<byte[]> seeds;

  Ammunition() {
    var all = new ArrayList<byte[]>();
    for (String each : GOOD) all.add(bytes(each));
    Stream<Corpus.Sample> hostile = Corpus.of(HostileRequestsTest.HostileRequests.class);
    hostile.forEach(sample -> all.add(sample.bytes()));
    seeds = List.copyOf(all);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  /** Something to send: never nothing. */
  byte[] next(RandomGenerator random) {
    var out = new ByteArrayOutputStream();
    int requests = random.nextInt(3) == 0 ? 1 + random.nextInt(6) : 1;
    for (int i = 0; i < requests; i++) out.writeBytes(one(random));
    return out.toByteArray();
  }

  private byte[] one(RandomGenerator random) {
    byte[] seed = seeds.get(random.nextInt(seeds.size()));
    String text = new String(seed, StandardCharsets.ISO_8859_1);
    byte[] bytes = bytes(text.replace("%d", Integer.toString(random.nextInt(50))));
    return switch (random.nextInt(8)) {
      case 0, 1 -> bytes;
      case 2 -> noise(random);
      case 3 -> spliced(bytes, seeds.get(random.nextInt(seeds.size())), random);
      default -> mutated(bytes, random);
    };
  }

  private static byte[] noise(RandomGenerator random) {
    byte[] bytes = new byte[1 + random.nextInt(2000)];
    random.nextBytes(bytes);
    return bytes;
  }

  private static byte[] spliced(byte[] a, byte[] b, RandomGenerator random) {
    var out = new ByteArrayOutputStream();
    out.write(a, 0, random.nextInt(a.length + 1));
    int from = random.nextInt(b.length);
    out.write(b, from, b.length - from);
    return out.toByteArray();
  }

  private static byte[] mutated(byte[] bytes, RandomGenerator random) {
    byte[] now = bytes;
    for (int i = random.nextInt(6); i >= 0; i--) {
      int at = random.nextInt(now.length);
      int length = random.nextInt(Math.min(32, now.length - at) + 1);
      byte[] put =
          random.nextBoolean() ? bytes(HOT[random.nextInt(HOT.length)]) : new byte[] {now[at]};
      int gone = random.nextInt(3) == 0 ? length : random.nextInt(2);
      var out = new ByteArrayOutputStream();
      out.write(now, 0, at);
      for (int n = random.nextInt(20) == 0 ? random.nextInt(3000) : 1; n > 0; n--) {
        out.writeBytes(put);
      }
      int rest = Math.min(now.length, at + gone);
      out.write(now, rest, now.length - rest);
      now = out.toByteArray();
    }
    return now;
  }
}
