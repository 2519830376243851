package dev.tinwire.httpclient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.tinwire.wire.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIf;

/**
 * The public cache tests (cache-tests.fyi), those that apply to a private cache: every required one
 * holds, and of the optimal ones all, but for those listed. The real client plays them over a
 * socket, with its cache in a folder; only the clock is moved by hand.
 */
@EnabledIf(value = PublicVectors.HERE, disabledReason = PublicVectors.ABSENT)
class CacheTestsTest {
  /** Names and reasons; whoever closes a gap has to take it from here. */
  private static final String PARTS =
      "parts are not kept here: a download that is resumed keeps its own";

  private static final String BACKGROUND =
      "a run ends with its answer: nothing is left to revalidate in the background";
  private static final String LANGUAGES = "fields that Vary names are compared as they are written";

  private static final Map<String, String> REQUIRED_DEVIATIONS = requiredDeviations();

  private static final Map<String, String> OPTIMAL_DEVIATIONS = optimalDeviations();

  private static Map<String, String> requiredDeviations() {
    return Map.of(
        "cc-resp-immutable-stale", "a browser's reload adds max-age=0; there is no reload here",
        "stale-while-revalidate-window", BACKGROUND,
        "headers-store-Transfer-Encoding",
            "a coding nobody knows hides where the body ends, so the answer is refused (RFC 9112"
                + " §6.3)",
        "partial-use-headers", PARTS,
        "partial-use-stored-headers", PARTS);
  }

  private static Map<String, String> optimalDeviations() {
    return Map.ofEntries(
        Map.entry(
            "cc-resp-immutable-fresh",
            "who says no-cache wants the server asked, immutable or not"),
        Map.entry("stale-while-revalidate", BACKGROUND),
        Map.entry("method-POST", "only answers to GET are kept"),
        Map.entry("vary-normalise-lang-order", LANGUAGES),
        Map.entry("vary-normalise-lang-case", LANGUAGES),
        Map.entry("vary-normalise-lang-select", LANGUAGES),
        Map.entry("partial-store-partial-reuse-partial", PARTS),
        Map.entry("partial-store-complete-reuse-partial", PARTS),
        Map.entry("partial-store-complete-reuse-partial-no-last", PARTS),
        Map.entry("partial-store-complete-reuse-partial-suffix", PARTS),
        Map.entry("partial-store-partial-reuse-partial-byterange", PARTS),
        Map.entry("partial-store-partial-reuse-partial-absent", PARTS),
        Map.entry("partial-store-partial-reuse-partial-suffix", PARTS),
        Map.entry("partial-store-partial-complete", PARTS));
  }

  @TestFactory
  Stream<DynamicTest> required() throws IOException {
    return tests("required", REQUIRED_DEVIATIONS);
  }

  @TestFactory
  Stream<DynamicTest> optimal() throws IOException {
    return tests("optimal", OPTIMAL_DEVIATIONS);
  }

  @Test
  void thereAreAsManyAsBrowsersRun() throws IOException {
    assertEquals(137, rows("required").size());
    assertEquals(77, rows("optimal").size());
  }

  private static List<Json> rows(String kind) throws IOException {
    var rows = new ArrayList<Json>();
    for (Json suite : PublicVectors.rows("http-cache-tests", "tests.json")) {
      for (Json test : suite.get("tests").items()) {
        boolean ours = !isSaid(test, "cdn_only") && !isSaid(test, "browser_skip");
        if (ours && PublicVectors.text(test, "kind").orElse("required").equals(kind)) {
          rows.add(test);
        }
      }
    }
    return rows;
  }

  private static boolean isSaid(Json test, String flag) {
    return test.find(flag).orElse(new Json.Bool(false)).equals(new Json.Bool(true));
  }

  private static Stream<DynamicTest> tests(String kind, Map<String, String> deviations)
      throws IOException {
    List<Json> rows = rows(kind);
    PublicVectors.demandNamed(deviations, rows, CacheTestsTest::id);
    return rows.stream()
        .map(row ->
            dynamicTest(
                id(row),
                () -> {
                  String fault = fault(row);
                  if (deviations.containsKey(id(row))) {
                    assertTrue(!fault.isEmpty(), "no deviation any more");
                  } else {
                    assertEquals("", fault, PublicVectors.text(row, "name").orElse(""));
                  }
                }));
  }

  private static String fault(Json row) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("tinwire-cache");
    try (var run = new CacheTestRun(row, folder)) {
      return run.fault();
    } finally {
      try (var files = Files.list(folder)) {
        for (Path file : files.toList()) Files.delete(file);
      }
      Files.delete(folder);
    }
  }

  private static String id(Json row) {
    return PublicVectors.text(row, "id").orElseThrow();
  }
}
