package dev.tinwire.httpclient;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tinwire.testkit.FakeClock;
import dev.tinwire.wire.Malformed;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which hosts are asked over TLS because they said so. */
class HstsTest {
  private final FakeClock clock = new FakeClock();
  private final Hsts hsts = new Hsts(clock);

  @ParameterizedTest(name = "{0} says {1}: {2} becomes {3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          https://h.example/ | max-age=60                      | http://h.example/x    | https://h.example/x
          https://h.example/ | max-age="60"                    | http://h.example/x    | https://h.example/x
          https://h.example/ | max-age=60                      | http://h.example:8080/ | https://h.example:8080/
          https://h.example/ | max-age=60                      | http://a.h.example/   | http://a.h.example/
          https://h.example/ | max-age=60; includeSubDomains   | http://a.b.h.example/ | https://a.b.h.example/
          https://h.example/ | includesubdomains ;Max-Age = 60 | http://a.h.example/   | https://a.h.example/
          https://h.example/ | max-age=60; includeSubDomains   | http://xh.example/    | http://xh.example/
          https://h.example/ | max-age=60; preload; x=y        | http://h.example/     | https://h.example/
          https://h.example/ | includeSubDomains               | http://h.example/     | http://h.example/
          https://h.example/ | max-age=60; max-age=61          | http://h.example/     | http://h.example/
          https://h.example/ | max-age=x                       | http://h.example/     | http://h.example/
          https://h.example/ | max-age=0                       | http://h.example/     | http://h.example/
          http://h.example/  | max-age=60                      | http://h.example/     | http://h.example/
          https://127.0.0.1/ | max-age=60                      | http://127.0.0.1/     | http://127.0.0.1/
          https://h.example/ | max-age=60                      | ftp://h.example/      | ftp://h.example/
          """)
  void whatIsSaidHolds(String from, String field, String url, String asked) throws Malformed {
    hsts.heard(Url.parse(from), Optional.of(field));
    assertEquals(asked, hsts.asked(Url.parse(url)).href());
  }

  @Test
  void itEndsAndCanBeTakenBack() throws Malformed {
    Url secure = Url.parse("https://h/");
    Url plain = Url.parse("http://h/");
    hsts.heard(secure, Optional.of("max-age=60"));
    clock.advance(Duration.ofSeconds(60));
    assertEquals(plain, hsts.asked(plain));
    hsts.heard(secure, Optional.of("max-age=99999999999"));
    assertEquals(secure, hsts.asked(plain));
    hsts.heard(secure, Optional.empty());
    assertEquals(secure, hsts.asked(plain));
    hsts.heard(secure, Optional.of("max-age=0"));
    assertEquals(plain, hsts.asked(plain));
  }
}
