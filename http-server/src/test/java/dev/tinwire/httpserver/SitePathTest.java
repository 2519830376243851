package dev.tinwire.httpserver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SitePathTest {
  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # target       | names            | printed again
          /              | []               | /
          /a.txt         | [a.txt]          | /a.txt
          /a/            | [a]              | /a/
          /a/b%20c       | [a, b c]         | /a/b%20c
          /%61           | [a]              | /a
          /caf%C3%A9     | [café]           | /caf%C3%A9
          /a+b           | [a+b]            | /a+b
          /a:b           | [a:b]            | /a%3Ab
          /100%25        | [100%]           | /100%25
          /%2541         | [%41]            | /%2541
          /...           | [...]            | /...
          /a..b          | [a..b]           | /a..b
          /line%0Abreak  | [line\\nbreak]    | /line%0Abreak
          """)
  void aPathIsDecodedOnce(String target, String names, String printed) {
    var path = SitePath.parse(target).orElseThrow();
    assertEquals(names, path.names().toString().replace("\n", "\\n"));
    assertEquals(printed, path.toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "//",
        "//a",
        "/a//b",
        "/a//",
        "/.",
        "/..",
        "/../a",
        "/a/..",
        "/a/../b",
        "/a/./b",
        "/a/.",
        "/%2e",
        "/%2e%2e/a",
        "/.%2E/a",
        "/%2E%2E%2Fa",
        "/a%2Fb",
        "/%2f",
        "/a%5Cb",
        "/%5c",
        "/\\",
        "/..\\a",
        "/%00",
        "/a%00.txt",
        "/%ff",
        "/%c0%ae%c0%ae/a",
        "/%c0%af",
        "/%ed%a0%80"
      })
  void whatCannotBeANameHereIsNotThere(String target) {
    assertTrue(SitePath.parse(target).isEmpty());
  }

  @ParameterizedTest(name = "{0} is hidden: {1}")
  @CsvSource({
    "/.git, true",
    "/.git/config, true",
    "/a/.env, true",
    "/.well-known, false",
    "/.well-known/security.txt, false",
    "/.well-known/.git, true",
    "/a/.well-known/x, true",
    "/.WELL-KNOWN/x, true",
    "/%2egit, true",
    "/..., true",
    "/a.b, false",
  })
  void dotfilesAreHiddenExceptWhatIsWellKnown(String target, boolean hidden) {
    assertEquals(hidden, SitePath.parse(target).orElseThrow().hidden());
  }

  @Property
  void whatIsPrintedIsReadBackAndNamesNoOtherHost(
      @ForAll
          List<
                  @StringLength(min = 1, max = 9) @Chars({'.', '/', '\\', '%', 'a', 'ü', '\0'})
                  @CharRange(from = ' ', to = '~') String>
              names,
      @ForAll boolean slash) {
    var allowed = names.stream().filter(SitePath::isName).toList();
    var path = new SitePath(allowed, slash || allowed.isEmpty());
    String printed = path.toString();
    assertEquals(path, SitePath.parse(printed).orElseThrow());
    assertFalse(printed.startsWith("//") || printed.startsWith("/\\"), printed);
    assertTrue(printed.chars().allMatch(c -> c > ' ' && c < 0x7f), printed);
  }
}
