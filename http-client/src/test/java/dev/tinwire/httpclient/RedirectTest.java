package dev.tinwire.httpclient;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tinwire.http.Fields;
import dev.tinwire.http.Method;
import dev.tinwire.http.Status;
import dev.tinwire.wire.Malformed;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a 3xx leads, how, and what does not go along. */
class RedirectTest {
  private static String decide(
      String from, String method, int status, Fields fields, boolean credentials, int followed)
      throws Malformed {
    var decision =
        Redirect.of(
            Url.parse(from),
            new Method(method),
            new Status(status),
            fields,
            credentials,
            followed,
            Redirect.MOST);
    return switch (decision) {
      case Redirect.Stay _ -> "stay";
      case Redirect.Refuse(String reason) -> reason;
      case Redirect.Follow(Url url, Method to, boolean keepsBody, boolean sameOrigin) ->
          to + " " + url.href() + (keepsBody ? " body" : "") + (sameOrigin ? "" : " other origin");
    };
  }

  @ParameterizedTest(name = "{0} {1} becomes {2}")
  @CsvSource(
      textBlock =
          """
          301, GET,  GET http://h/b body
          301, HEAD, HEAD http://h/b body
          301, POST, GET http://h/b
          301, PUT,  PUT http://h/b body
          302, POST, GET http://h/b
          302, DELETE, DELETE http://h/b body
          303, GET,  GET http://h/b body
          303, HEAD, HEAD http://h/b body
          303, POST, GET http://h/b
          303, PUT,  GET http://h/b
          307, POST, POST http://h/b body
          308, PUT,  PUT http://h/b body
          300, GET,  stay
          304, GET,  stay
          305, GET,  stay
          306, GET,  stay
          200, GET,  stay
          201, POST, stay
          """)
  void methods(int status, String method, String expected) throws Malformed {
    assertEquals(
        expected, decide("http://h/a", method, status, Fields.of("Location", "b"), false, 0));
  }

  @ParameterizedTest(name = "{0} with Location {1}: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          http://h/a/b#f   | ../c             | GET http://h/c#f body
          http://h/a#f     | /b#g             | GET http://h/b#g body
          http://h/a       | //other/x        | GET http://other/x body other origin
          http://h/a       | https://h/a      | GET https://h/a body other origin
          http://h/a       | http://h:81/     | GET http://h:81/ body other origin
          https://h/a      | http://h/a       | GET http://h/a body other origin
          http://h/a       | ?q=1             | GET http://h/a?q=1 body
          http://h/a       | /ü                | GET http://h/%C3%BC body
          http://h/a       | http://u:p@h/    | GET http://u:p@h/ body
          http://h/a       | http://u:p@x/    | the redirect leads to another origin with credentials in its URL
          http://h/a       | ftp://h/         | the redirect leads to ftp:, not to HTTP
          http://h/a       | javascript:x()   | the redirect leads to javascript:, not to HTTP
          http://h/a       | file:///etc/passwd | the redirect leads to file:, not to HTTP
          http://h/a       | http://          | the redirect leads nowhere: bad URL "http://": a host is missing
          """)
  void places(String from, String location, String expected) throws Malformed {
    assertEquals(
        expected, decide(from, "GET", 302, Fields.of("Location", octets(location)), false, 0));
  }

  /** As a server sends it: UTF-8, an octet a character. */
  private static String octets(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }

  @Test
  void withCredentialsNothingLeavesTls() throws Malformed {
    Fields plain = Fields.of("Location", "http://h/b");
    assertEquals(
        "the redirect leads from https to http, and there are credentials",
        decide("https://h/a", "GET", 302, plain, true, 0));
    assertEquals("GET http://h/b body", decide("http://h/a", "GET", 302, plain, true, 0));
  }

  @Test
  void aRedirectWithoutALocationIsTheAnswer() throws Malformed {
    assertEquals("stay", decide("http://h/", "GET", 302, Fields.NONE, false, 0));
  }

  @Test
  void twoLocationsAreOneTooMany() throws Malformed {
    Fields twice = Fields.of("Location", "/a", "Location", "/b");
    assertEquals(
        "the redirect has several locations", decide("http://h/", "GET", 302, twice, false, 0));
    Fields same = Fields.of("Location", "/a", "Location", "/a");
    assertEquals("GET http://h/a body", decide("http://h/", "GET", 302, same, false, 0));
  }

  @Test
  void theyEnd() throws Malformed {
    Fields there = Fields.of("Location", "/a");
    assertEquals("GET http://h/a body", decide("http://h/", "GET", 302, there, false, 19));
    assertEquals("more than 20 redirects", decide("http://h/", "GET", 302, there, false, 20));
  }

  @Test
  void octetsThatAreNoUtf8AreCharacters() throws Malformed {
    Fields there = Fields.of("Location", "/\u00fc");
    assertEquals("GET http://h/%C3%BC body", decide("http://h/", "GET", 302, there, false, 0));
  }
}
