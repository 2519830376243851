package dev.tinwire.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestTargetTest {
  private static RequestTarget parse(Method method, String text) throws BadMessage {
    return new TargetParser(text, Set.of()).parse(method);
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          GET     | /                        | OriginForm
          GET     | //double                 | OriginForm
          GET     | /a;b=c/%2F%00/d:e@f      | OriginForm
          GET     | /a?                      | OriginForm
          GET     | /a?b/c?d                 | OriginForm
          OPTIONS | /*                       | OriginForm
          OPTIONS | *                        | AsteriskForm
          GET     | http://h                 | AbsoluteForm
          GET     | http://h?q               | AbsoluteForm
          GET     | http://h:/               | AbsoluteForm
          GET     | https://h:8080/a?q       | AbsoluteForm
          GET     | http://[::1]:80/         | AbsoluteForm
          CONNECT | h:443                    | AuthorityForm
          CONNECT | [2001:db8::1]:443        | AuthorityForm
          """)
  void theFourFormsAreRead(String method, String text, String form) throws BadMessage {
    RequestTarget target = parse(new Method(method), text);
    assertEquals(form, target.getClass().getSimpleName());
    String printed = text.equals("http://h:/") ? "http://h/" : text; // the empty port goes
    assertEquals(printed, target.toString());
  }

  @Test
  void thePartsAreTakenApart() throws BadMessage {
    assertEquals(
        new RequestTarget.OriginForm("/a%20b", Optional.of("c=d+e?f")),
        parse(Method.GET, "/a%20b?c=d+e?f"));
    assertEquals(
        new RequestTarget.AbsoluteForm(
            "http", new HostField("h", OptionalInt.of(81)), "", Optional.of("")),
        parse(Method.GET, "HTTP://h:81?"));
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          GET     | a
          GET     | *
          GET     | **
          OPTIONS | *a
          GET     | ?q
          GET     | /#fragment
          GET     | /a#
          GET     | /?a#b
          GET     | /"
          GET     | /<
          GET     | />
          GET     | /\\
          GET     | /a^
          GET     | /[
          GET     | /?[]
          GET     | /%
          GET     | /%4
          GET     | /%g0
          GET     | /%0g
          GET     | /?%
          GET     | /?%zz
          GET     | /\u00e9
          GET     | /?\u00e9
          GET     | /\u4e00
          GET     | /\u007f
          GET     | h:443
          GET     | ftp://h/
          GET     | http:/a
          GET     | http:///a
          GET     | http://
          GET     | http://:80/
          GET     | http://u@h/
          GET     | http://u:p@h/
          GET     | http://h/#
          GET     | http://h#f
          GET     | http://h:8x/
          GET     | http://[::1/
          GET     | mailto:a@b
          CONNECT | /
          CONNECT | *
          CONNECT | h
          CONNECT | h:
          CONNECT | :443
          CONNECT | h:443/
          CONNECT | http://h:443
          CONNECT | u@h:443
          """)
  void anythingElseIsRefused(String method, String text) {
    var refused = assertThrows(BadMessage.class, () -> parse(new Method(method), text));
    assertEquals(400, refused.status().code());
  }

  @ParameterizedTest(name = "[{0}]")
  @ValueSource(strings = {"/ ", "/a b", " /", "/\t", "/\0", "/a\r", "", "http://h /"})
  void blanksAndControlsAreRefused(String text) {
    assertThrows(BadMessage.class, () -> parse(Method.GET, text));
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"/[a]{b}|c^d`", "/?q[]={x}|^`\\"})
  void whatBrowsersLeaveAsItIsPassesOnRequest(String text) throws BadMessage {
    var lenient = new TargetParser(text, Set.of(Leniency.UNESCAPED_TARGET));
    assertEquals(text, lenient.parse(Method.GET).toString());
    assertThrows(BadMessage.class, () -> parse(Method.GET, text));
  }

  @Test
  void aBackslashIsNeverPartOfAPath() {
    var lenient = new TargetParser("/a\\b", Set.of(Leniency.UNESCAPED_TARGET));
    assertThrows(BadMessage.class, () -> lenient.parse(Method.GET));
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"a", "", "/a b", "/a\r\nX: y", "/a?b", "/\u00e9"})
  void noPathToBeSentCanBreakOutOfItsLine(String path) {
    assertThrows(
        IllegalArgumentException.class, () -> new RequestTarget.OriginForm(path, Optional.empty()));
  }

  @Test
  void noQueryToBeSentCanBreakOutOfItsLine() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new RequestTarget.OriginForm("/", Optional.of("a HTTP/1.1\r\nX: y")));
  }
}
