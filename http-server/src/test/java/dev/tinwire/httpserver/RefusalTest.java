package dev.tinwire.httpserver;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tinwire.http.Method;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefusalTest {
  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({
    "GET, allowed",
    "HEAD, allowed",
    "POST, 405",
    "PUT, 405",
    "DELETE, 405",
    "TRACE, 405",
    "OPTIONS, 405",
    "PATCH, 405",
    "get, 501",
    "GETX, 501",
    "BREW, 501",
  })
  void rfc9110Section9Point1AKnownMethodIsNotAllowedAnUnknownOneNotImplemented(
      String method, String expected) {
    var refusal = Refusal.ofMethod(new Method(method), List.of(Method.GET, Method.HEAD));
    assertEquals(expected, refusal.map(a -> Integer.toString(a.status().code())).orElse("allowed"));
    boolean names =
        refusal.flatMap(a -> a.fields().first("Allow")).equals(java.util.Optional.of("GET, HEAD"));
    assertEquals(expected.equals("405"), names);
  }
}
