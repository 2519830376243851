package dev.tinwire.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProxyTest {
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # text                         | kind    | endpoint           | user   | password
          http://proxy.example:3128      | HTTP    | proxy.example:3128 |        |
          http://proxy.example           | HTTP    | proxy.example:80   |        |
          http://proxy.example/          | HTTP    | proxy.example:80   |        |
          proxy.example:3128             | HTTP    | proxy.example:3128 |        |
          HTTP://PROXY.example:3128      | HTTP    | proxy.example:3128 |        |
          socks5://127.0.0.1             | SOCKS5  | 127.0.0.1:1080     |        |
          socks5h://[::1]:9050           | SOCKS5H | [::1]:9050         |        |
          socks5h://ann:s3cret@h.example | SOCKS5H | h.example:1080     | ann    | s3cret
          http://ann@h.example           | HTTP    | h.example:80       | ann    | ''
          http://ann:@h.example          | HTTP    | h.example:80       | ann    | ''
          http://a%40b:p%3a%2F@h.example | HTTP    | h.example:80       | a@b    | p:/
          http://ann:a:b@h.example       | HTTP    | h.example:80       | ann    | a:b
          socks5://a%3Ab:%C3%A9@h.example | SOCKS5 | h.example:1080     | a:b    | é
          """)
  void isReadAsPeopleWriteIt(
      String text, Proxy.Kind kind, String endpoint, String user, String password)
      throws Malformed {
    Proxy proxy = Proxy.parse(text);
    assertEquals(kind, proxy.kind());
    assertEquals(endpoint, proxy.endpoint().toString());
    assertEquals(Optional.ofNullable(user), proxy.login().map(Login::user));
    assertEquals(Optional.ofNullable(password), proxy.login().map(ProxyTest::password));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # text                    | at | problem
          https://proxy.example     | 0  | expected http://, socks5:// or socks5h://
          socks4://proxy.example    | 0  | expected http://, socks5:// or socks5h://
          ://proxy.example          | 0  | expected http://, socks5:// or socks5h://
          http://proxy.example/path | 21 | a proxy has no path
          http://a%4@h.example      | 7  | a % in user or password needs two hexadecimal digits
          http://a%4g@h.example     | 7  | a % in user or password needs two hexadecimal digits
          http://a:%FF@h.example    | 7  | user and password must be UTF-8
          http://a:%0a@h.example    | 7  | user and password cannot have control characters
          http://a%3Ab:c@h.example  | 7  | a user for HTTP cannot have a colon
          socks5://ann@h.example    | 9  | a password for SOCKS5 has 1 to 255 bytes, not 0
          socks5://:pw@h.example    | 9  | a user for SOCKS5 has 1 to 255 bytes, not 0
          """)
  void aFaultIsPointedAt(String text, int at, String problem) {
    var e = assertThrows(Malformed.class, () -> Proxy.parse(text));
    assertEquals(problem, e.problem());
    assertEquals(at, e.at());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "http://", "http://:80", "http://h.example:0", "http://h:x", "a b"})
  void aProxyNeedsAHostAndAPort(String text) {
    var e = assertThrows(Malformed.class, () -> Proxy.parse(text));
    assertFalse(e.caret().isEmpty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://ann:s3cret@h.example/path",
        "http://ann:s3cret@h.example:x",
        "http://ann:s3cret@",
        "http://ann:s3cret/@h.example",
        "http://ann:s3cret@h@h.example",
        "http://ann:s3cret%@h.example",
        "ann:s3cret@h.example:x",
        "ftp://ann:s3cret@h.example",
        "ann:s3cret@http://h.example",
        "ann:s3cret://@h.example",
      })
  void aPasswordIsNotShownEvenInErrors(String text) {
    var e = assertThrows(Malformed.class, () -> Proxy.parse(text));
    assertFalse((e.getMessage() + e.caret()).contains("s3cret"), e::caret);
  }

  @ParameterizedTest
  @CsvSource({
    "http://ann:s3cret@h.example:3128, http://ann:***@h.example:3128",
    "http://a%40b:s3cret@h.example, http://a%40b:***@h.example:80",
    "h.example, http://h.example:80",
    "socks5h://[::1], socks5h://[::1]:1080"
  })
  void itIsPrintedWithoutThePassword(String text, String printed) throws Malformed {
    assertEquals(printed, Proxy.parse(text).toString());
    assertEquals(Proxy.parse(text).endpoint(), Proxy.parse(printed).endpoint());
  }

  @Property
  void anyLoginSurvivesBeingWritten(@ForAll("words") String user, @ForAll("words") String password)
      throws Malformed {
    String text =
        "socks5://" + UserInfo.print(user) + ":" + UserInfo.print(password) + "@h.example";
    Login login = Proxy.parse(text).login().orElseThrow();
    assertEquals(user, login.user());
    assertEquals(password, password(login));
  }

  private static String password(Login login) {
    return login.password().reveal();
  }

  @Provide
  Arbitrary<String> words() {
    return Arbitraries.strings()
        .withCharRange(' ', '~')
        .withCharRange('\u00a0', '\ud7ff')
        .ofMinLength(1)
        .ofMaxLength(60);
  }
}
