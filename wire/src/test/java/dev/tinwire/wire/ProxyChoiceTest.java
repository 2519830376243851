package dev.tinwire.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProxyChoiceTest {
  @ParameterizedTest(name = "--proxy {0}, {1}, {2}://x.example")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # option | environment                             | scheme | host of the proxy
                   |                                         | http   | none
          o        |                                         | http   | o
          o        | http_proxy=e                            | http   | o
          o        | http_proxy=e no_proxy=*                 | http   | o
          none     | http_proxy=e                            | http   | none
                   | http_proxy=e                            | http   | e
                   | http_proxy=e                            | HTTP   | e
                   | http_proxy=e                            | https  | none
          # httpoxy: a client of a CGI script sets HTTP_PROXY
                   | HTTP_PROXY=evil                         | http   | none
                   | HTTP_PROXY=evil ALL_PROXY=a             | http   | a
                   | https_proxy=e                           | https  | e
                   | HTTPS_PROXY=E                           | https  | E
                   | https_proxy=e HTTPS_PROXY=E             | https  | e
                   | https_proxy=e                           | smtp   | none
                   | smtp_proxy=s                            | smtp   | s
                   | all_proxy=a                             | smtp   | a
                   | ALL_PROXY=A                             | http   | A
                   | all_proxy=a ALL_PROXY=A                 | http   | a
                   | http_proxy=e ALL_PROXY=a                | http   | e
                   | http_proxy= ALL_PROXY=a                 | http   | a
                   | http_proxy=e no_proxy=x.example         | http   | none
                   | http_proxy=e NO_PROXY=x.example         | http   | none
                   | http_proxy=e NO_PROXY=y.example         | http   | e
                   | http_proxy=e no_proxy=y.example NO_PROXY=x.example | http | e
                   | http_proxy=e no_proxy=                  | http   | e
          """)
  void optionThenSchemeThenAll(String option, String environment, String scheme, String expected)
      throws Malformed {
    Optional<Proxy> choice =
        ProxyChoice.of(
            Optional.ofNullable(option),
            variables(environment),
            scheme,
            Endpoint.parse("x.example:80", 0));
    assertEquals(
        expected.toLowerCase(Locale.ROOT),
        choice.map(proxy -> proxy.endpoint().host()).orElse("none"));
  }

  @Test
  void aFaultNamesItsVariable() {
    var e =
        assertThrows(
            Malformed.class,
            () ->
                ProxyChoice.of(
                    Optional.empty(),
                    Map.of("HTTPS_PROXY", "ftp://x"),
                    "https",
                    Endpoint.parse("x.example:443", 0)));
    assertTrue(String.valueOf(e.getMessage()).startsWith("bad HTTPS_PROXY \"ftp://x\": "));
  }

  private static Map<String, String> variables(String text) {
    var map = new HashMap<String, String>();
    if (text == null) return map;
    for (String pair : text.split(" ", -1)) {
      int sign = pair.indexOf('=');
      map.put(pair.substring(0, sign), pair.substring(sign + 1));
    }
    return map;
  }
}
