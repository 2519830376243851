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
  /** One request after the other; a line of its own ends each. */
  private static final String GOOD =
      """
      GET /a.txt HTTP/1.1~Host: h~~
      HEAD /a.txt HTTP/1.1~Host: h~~
      GET /sub/?json HTTP/1.1~Host: h~Accept-Encoding: gzip, br~~
      GET /sub/?zip HTTP/1.1~Host: h~Range: bytes=5-~~
      GET /large.bin HTTP/1.1~Host: h~Range: bytes=0-9,100-,-5~~
      GET /large.bin HTTP/1.1~Host: h~If-Range: "x"~Range: bytes=7-~~
      GET /long.txt HTTP/1.1~Host: h~Accept-Encoding: gzip~~
      GET /long.txt HTTP/1.0~Accept-Encoding: gzip~Connection: keep-alive~~
      OPTIONS * HTTP/1.1~Host: h~~
      GET http://h/sub HTTP/1.1~Host: h~Accept: text/html~~
      PUT /up-%d.txt HTTP/1.1~Host: h~Content-Length: 5~~hello
      PUT /up-%d.txt HTTP/1.1~Host: h~Expect: 100-continue~Content-Length: 9~~uninvited
      PUT /up-%d HTTP/1.1~Host: h~Transfer-Encoding: chunked~~3~abc~0~~
      PUT /up-%d HTTP/1.1~Host: h~Content-Range: bytes 2-4/5~Content-Length: 3~~llo
      PATCH /up-%d.txt HTTP/1.1~Host: h~X-Update-Range: append~Content-Length: 2~~++
      POST /sub/ HTTP/1.1~Host: h~Content-Type: multipart/form-data; boundary=b~FORM
      MKCOL /up-dir-%d HTTP/1.1~Host: h~~
      MOVE /up-%d.txt HTTP/1.1~Host: h~Destination: /up-moved-%d.txt~~
      DELETE /up-%d.txt HTTP/1.1~Host: h~~
      """;

  private static final String FORM =
      "--b~Content-Disposition: form-data; name=\"file\"; filename=\"up.bin\"~~content~--b--~";

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
    String form = "Content-Length: " + FORM.replace("~", "\r\n").length() + "~~" + FORM;
    for (String line : GOOD.lines().toList()) {
      all.add(bytes(line.replace("FORM", form).replace("~", "\r\n")));
    }
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
