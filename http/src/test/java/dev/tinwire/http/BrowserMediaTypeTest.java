package dev.tinwire.http;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tinwire.wire.json.Json;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The table of the Web Platform Tests for "parse a MIME type", whole: no deviation. */
class BrowserMediaTypeTest {
  @TestFactory
  List<DynamicTest> webPlatformTests() throws IOException {
    var tests = new ArrayList<DynamicTest>();
    for (String file : List.of("mime-types.json", "generated-mime-types.json")) {
      Path path = Path.of(System.getProperty("tinwire.data", "../shared/data"), "wpt-mime", file);
      assumeTrue(Files.exists(path), "no data at " + path);
      if (Json.parse(Files.readString(path)) instanceof Json.Arr(var rows)) {
        for (Json row : rows) {
          if (row instanceof Json.Obj) tests.add(test(row)); // the rest are headings
        }
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
