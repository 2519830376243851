package dev.tinwire.httpclient;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tinwire.http.Fields;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The name of a file that the server chose is harmless, whatever it was. */
final class ReceivedNameTest {
  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource(
      textBlock =
          """
          http://h/                       , index.html
          http://h/dir/                   , index.html
          http://h/a.iso                  , a.iso
          http://h/a.iso?b=c              , a.iso
          http://h/a%20b.txt              , a b.txt
          http://h/%2e%2e%2fpasswd        , passwd
          http://h/..%5c..%5cpasswd       , passwd
          http://h/.bashrc                , bashrc
          http://h/%1b]0;x%07             , ]0;x
          http://h/-rf                    , _-rf
          http://h/CON                    , _CON
          http://h/%00                    , download
          http://h/%C3%A4                 , ä
          """)
  void ofAUrl(String url, String name) throws Exception {
    assertEquals(name, ReceivedName.of(Url.parse(url), Fields.NONE));
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          attachment; filename="b.txt"                      | b.txt
          attachment; filename="../../b.txt"                | b.txt
          attachment; filename="x"; filename*=UTF-8''%c3%a4 | ä
          attachment; filename=".."                         | a
          attachment                                        | a
          nonsense;;=                                       | a
          """)
  void ofADisposition(String value, String name) throws Exception {
    var fields = Fields.of("Content-Disposition", value);
    assertEquals(name, ReceivedName.of(Url.parse("http://h/a"), fields));
  }
}
