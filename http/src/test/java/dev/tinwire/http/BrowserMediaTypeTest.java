package dev.tinwire.http;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tinwire.wire.json.Json;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIf;

/** The table of the Web Platform Tests for "parse a MIME type", whole: no deviation. */
@EnabledIf(value = PublicVectors.HERE, disabledReason = PublicVectors.ABSENT)
class BrowserMediaTypeTest {
  @TestFactory
  List<DynamicTest> webPlatformTests() throws IOException {
    var tests = new ArrayList<DynamicTest>();
    for (String file : List.of("mime-types.json", "generated-mime-types.json")) {
      for (Json row : PublicVectors.rows("wpt-mime", file)) {
        if (row instanceof Json.Obj) tests.add(test(row)); // the rest are headings
      }
    }
    assertEquals(true, tests.size() > 900, () -> "only " + tests.size() + " cases");
    return tests;
  }

  private static DynamicTest test(Json row) throws IOException {
    String input = row.get("input").text();
    @Nullable String output = row.get("output") instanceof Json.Str(var text) ? text : null;
    return DynamicTest.dynamicTest(
        row.get("input").print(),
        () ->
            assertAll(
                () -> assertEquals(output, browsers(input)),
                () -> assertEquals(encoding(row), charset(input))));
  }

  private static @Nullable String browsers(String input) {
    return MediaType.parseAsBrowsersDo(input).map(MediaType::toString).orElse(null);
  }

  private static @Nullable String charset(String input) {
    return MediaType.parseAsBrowsersDo(input)
        .flatMap(MediaType::charset)
        .map(Charset::name)
        .orElse(null);
  }

  private static @Nullable String encoding(Json row) {
    return row.find("encoding").orElse(null) instanceof Json.Str(var name) ? name : null;
  }
}
