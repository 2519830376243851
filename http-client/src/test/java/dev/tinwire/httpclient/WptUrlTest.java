package dev.tinwire.httpclient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.tinwire.wire.Malformed;
import dev.tinwire.wire.Visible;
import dev.tinwire.wire.json.Json;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.function.Executable;

/** The URLs of the web-platform-tests, which all browsers run. */
@EnabledIf(value = PublicVectors.HERE, disabledReason = PublicVectors.ABSENT)
class WptUrlTest {
  private static final String UNICODE_17 = "assigned in a Unicode newer than the JDK's";

  /** Names and reasons; whoever closes a gap has to take it from here. */
  private static final Map<String, String> URL_DEVIATIONS = Map.of();

  private static final Map<String, String> TO_ASCII_DEVIATIONS = Map.of();

  private static final Map<String, String> IDNA_DEVIATIONS =
      Map.of(
          "\ud88a\udd3120.\u97f3.\ua8661.", UNICODE_17,
          "\ud88a\udf9a9\ua369\u17d3.ss", UNICODE_17,
          "\ud88a\udf9a9\ua369\u17d3.SS", UNICODE_17,
          "", "no URL of the web can have an empty host, so there is nothing to ask");

  @TestFactory
  Stream<DynamicTest> urls() throws IOException {
    List<Json> rows = PublicVectors.rows("wpt-url", "urltestdata.json");
    assertEquals(891, rows.size());
    PublicVectors.demandNamed(URL_DEVIATIONS, rows, WptUrlTest::name);
    return rows.stream()
        .map(row ->
            test(
                name(row),
                PublicVectors.check(URL_DEVIATIONS, name(row), expected(row), ours(row))));
  }

  private static DynamicTest test(String name, Executable test) {
    return dynamicTest("\"" + Visible.cut(name, 100) + "\"", test);
  }

  private static String name(Json row) {
    return PublicVectors.text(row, "input").orElseThrow()
        + PublicVectors.text(row, "base").map(base -> " at " + base).orElse("");
  }

  private static String expected(Json row) {
    if (PublicVectors.text(row, "href").isEmpty()) return "refused";
    var out = new StringBuilder();
    for (String part :
        List.of("href", "origin", "protocol", "username", "password", "host", "port", "pathname")) {
      // The rows about blob: and file: leave the origin to whoever runs them.
      PublicVectors.text(row, part)
          .ifPresent(text -> out.append(part).append(' ').append(text).append('\n'));
    }
    return out.toString();
  }

  private static String ours(Json row) {
    try {
      String input = PublicVectors.text(row, "input").orElseThrow();
      Optional<String> base = PublicVectors.text(row, "base");
      Url url = base.isEmpty() ? Url.parse(input) : Url.parse(base.get()).resolve(input);
      assertEquals(url, Url.parse(url.href()), "reads back as the same");
      String port = url.port().isPresent() ? Integer.toString(url.port().getAsInt()) : "";
      var out = new StringBuilder("href " + url.href() + "\n");
      if (PublicVectors.text(row, "origin").isPresent())
        out.append("origin ").append(url.origin()).append('\n');
      return out.append("protocol " + url.scheme() + ":\n")
          .append("username " + url.username() + "\n")
          .append("password " + url.password() + "\n")
          .append("host " + url.hostField() + "\n")
          .append("port " + port + "\n")
          .append("pathname " + url.path() + "\n")
          .toString();
    } catch (Malformed e) {
      return "refused";
    }
  }

  @TestFactory
  Stream<DynamicTest> namesInAscii() throws IOException {
    return names("toascii.json", TO_ASCII_DEVIATIONS, 87);
  }

  @TestFactory
  Stream<DynamicTest> namesOfAllScripts() throws IOException {
    return names("IdnaTestV2.json", IDNA_DEVIATIONS, 2671);
  }

  private static Stream<DynamicTest> names(String file, Map<String, String> deviations, int count)
      throws IOException {
    List<Json> rows = PublicVectors.rows("wpt-url", file);
    assertEquals(count, rows.size());
    PublicVectors.demandNamed(deviations, rows, WptUrlTest::name);
    return rows.stream()
        .map(row -> {
          String expected = PublicVectors.text(row, "output").orElse("refused");
          return test(name(row), PublicVectors.check(deviations, name(row), expected, hostOf(row)));
        });
  }

  private static String hostOf(Json row) {
    String name = PublicVectors.text(row, "input").orElseThrow();
    try {
      return Url.parse("https://" + name + "/x").hostText();
    } catch (Malformed e) {
      return "refused";
    }
  }

  @TestFactory
  Stream<DynamicTest> queriesInUtf8() throws IOException {
    return PublicVectors.rows("wpt-url", "percent-encoding.json").stream()
        .filter(row -> utf8(row).isPresent())
        .map(row ->
            test(
                name(row),
                () -> {
                  Url url = Url.parse("https://example.com/?" + name(row));
                  assertEquals(utf8(row), url.query());
                }));
  }

  private static Optional<String> utf8(Json row) {
    try {
      return PublicVectors.text(row.get("output"), "utf-8");
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
