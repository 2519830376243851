package dev.tinwire.httpserver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinwire.http.Leniency;
import dev.tinwire.http.Limits;
import dev.tinwire.http.RequestHead;
import dev.tinwire.http.Status;
import dev.tinwire.wire.ByteReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogFormatTest {
  private static final ZoneId ZONE = ZoneOffset.ofHours(2);
  private static final InetSocketAddress CLIENT =
      new InetSocketAddress(InetAddress.ofLiteral("192.0.2.1"), 4711);

  private static Served served(Optional<String> head, int status) throws IOException {
    Optional<RequestHead> read = Optional.empty();
    if (head.isPresent()) {
      byte[] bytes = head.get().getBytes(StandardCharsets.ISO_8859_1);
      var in = new ByteReader(new ByteArrayInputStream(bytes));
      read = Optional.of(RequestHead.read(in, Limits.SERVER, Leniency.SERVER));
    }
    return new Served(
        Instant.parse("2026-10-10T11:55:36.5Z"),
        CLIENT,
        read,
        new Status(status),
        0,
        1234,
        Duration.ofNanos(3_456_789),
        true);
  }

  private static Served hostile() throws IOException {
    String head =
        String.join(
            "~",
            "GET /a?b\\ HTTP/1.1",
            "Host: h",
            "Referer: http://r/\"\\",
            "User-Agent: \u009b31m \" \\x\tz",
            "~");
    return served(Optional.of(head.replace("~", "\r\n")), 200);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          PLAIN    | 13:55:36  200  GET /a  1.2 KiB  3ms  192.0.2.1
          COMMON   | 192.0.2.1 - - [10/Oct/2026:13:55:36 +0200] "GET /a HTTP/1.1" 200 1234
          COMBINED | 192.0.2.1 - - [10/Oct/2026:13:55:36 +0200] "GET /a HTTP/1.1" 200 1234 "-" "curl"
          JSON     | {"time":"2026-10-10T11:55:36.500Z","client":"192.0.2.1","method":"GET","target":"/a","version":"HTTP/1.1","status":200,"received_bytes":0,"bytes":1234,"ms":3.46,"whole":true,"user-agent":"curl"}
          """)
  void aLine(LogFormat format, String line) throws IOException {
    var served = served(Optional.of("GET /a HTTP/1.1\r\nHost: h\r\nUser-Agent: curl\r\n\r\n"), 200);
    assertEquals(line, format.line(served, ZONE));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          PLAIN    | 13:55:36  400  -  1.2 KiB  3ms  192.0.2.1
          COMBINED | 192.0.2.1 - - [10/Oct/2026:13:55:36 +0200] "-" 400 1234 "-" "-"
          JSON     | {"time":"2026-10-10T11:55:36.500Z","client":"192.0.2.1","status":400,"received_bytes":0,"bytes":1234,"ms":3.46,"whole":true}
          """)
  void whatWasNoRequestHasALineToo(LogFormat format, String line) throws IOException {
    assertEquals(line, format.line(served(Optional.empty(), 400), ZONE));
  }

  @Test
  void nothingFromTheWireEndsAQuotationOrMovesACursor() throws IOException {
    String line = LogFormat.COMBINED.line(hostile(), ZONE);
    assertTrue(line.endsWith("\"http://r/\\\"\\\\\" \"\\x9b31m \\\" \\\\x\\tz\""), line);
    for (LogFormat format : LogFormat.values()) {
      assertTrue(format.line(hostile(), ZONE).chars().noneMatch(Character::isISOControl));
    }
  }

  @Test
  void linesAreWrittenInBatchesInOrderAndTheLastOnesAtTheEnd() throws Exception {
    var written = new ArrayList<String>();
    var first = new CountDownLatch(1);
    var log =
        new RequestLog(
            LogFormat.COMMON,
            ZONE,
            lines -> {
              synchronized (written) {
                written.add(lines);
              }
              first.countDown();
            });
    for (int i = 0; i < 100; i++) log.served(served(Optional.empty(), 200 + i));
    first.await();
    for (int i = 100; i < 200; i++) log.served(served(Optional.empty(), 200 + i));
    log.close();
    List<String> lines = String.join("", written).lines().toList();
    assertEquals(200, lines.size());
    for (int i = 0; i < 200; i++) {
      assertTrue(lines.get(i).contains(" " + (200 + i) + " 1234"), lines.get(i));
    }
    assertTrue(written.size() < 100, written.size() + " batches");
    assertEquals(0, log.leftOut());
  }

  @Test
  void aLogThatCannotBeWrittenStopsNobodyAndIsCounted() throws Exception {
    var log =
        new RequestLog(
            LogFormat.COMMON,
            ZONE,
            _ -> {
              throw new IOException("no space left");
            });
    log.served(served(Optional.empty(), 200));
    log.close();
    assertEquals(1, log.leftOut());
  }
}
