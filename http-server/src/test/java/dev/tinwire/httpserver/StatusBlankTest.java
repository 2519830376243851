package dev.tinwire.httpserver;

import dev.tinwire.http.Status;
import org.junit.jupiter.api.Test;

class StatusBlankTest {
  @Test
  void rfc9112Section4ABlankStandsBehindTheCodeEvenIfNoReasonFollows() throws Exception {
    try (var server = new LocalServer(_ -> Answer.of(new Status(299), Content.of("x")))) {
      server.talk(
          """
          C: GET / HTTP/1.1
          C: Host: h
          C:
          S+: HTTP/1.1 299 \\r\\n
          D
          S*:
          S+: x
          """);
    }
  }
}
