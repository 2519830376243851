package dev.tinwire.httpserver;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tinwire.http.Method;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MethodRuleTest {
  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({
    "GET, READ",
    "HEAD, READ",
    "OPTIONS, ASK",
    "POST, NOT_ALLOWED",
    "PUT, NOT_ALLOWED",
    "DELETE, NOT_ALLOWED",
    "TRACE, NOT_ALLOWED",
    "PATCH, NOT_ALLOWED",
    "get, UNKNOWN",
    "GETX, UNKNOWN",
    "BREW, UNKNOWN",
  })
  void rfc9110Section9Point1AKnownMethodIsNotAllowedAnUnknownOneNotImplemented(
      String method, MethodRule expected) {
    assertEquals(expected, MethodRule.of(new Method(method)));
  }
}
