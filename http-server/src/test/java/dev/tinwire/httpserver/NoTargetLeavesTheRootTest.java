package dev.tinwire.httpserver;

import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.tinwire.http.BadMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Everything outside the root, and every dotfile, holds a word that no answer may hold. */
class NoTargetLeavesTheRootTest {
  private static final String WORD = "OUTSIDE";
  private static Path around = Path.of("");

  @BeforeContainer
  static void aTreeWithTraps() throws IOException {
    around = Files.createTempDirectory("around");
    TestSite.in(around).file("secret.txt", WORD).file("sub/secret.txt", WORD).file("a", WORD);
    TestSite.in(around.resolve("site"))
        .file("a", "in")
        .file("sub/a", "in")
        .file("sub/b/a", "in")
        .file(".env", WORD)
        .file("sub/.env", WORD)
        .link("up", "..")
        .link("sub/up", "../..")
        .link("sub/b/in", "..")
        .link("in", "sub")
        .link("l", "../secret.txt")
        .link("env", ".env");
  }

  @AfterContainer
  static void cleanUp() throws IOException {
    try (Stream<Path> all = Files.walk(around)) {
      for (Path each : all.sorted((a, b) -> b.compareTo(a)).toList()) Files.delete(each);
    }
  }

  @Provide
  Arbitrary<String> hostile() {
    Arbitrary<String> step =
        Arbitraries.of(
            "..",
            ".",
            "",
            "%2e%2e",
            ".%2e",
            "%2E",
            "%252e%252e",
            "..%00",
            "%00",
            "..%5c",
            "\\..",
            "..;",
            "a",
            "sub",
            "b",
            "in",
            "up",
            "l",
            "env",
            ".env",
            "%2eenv",
            "secret.txt",
            "site",
            "%c0%ae%c0%ae",
            "..%c0%af",
            "%ef%bc%8e%ef%bc%8e",
            "a%20",
            "...",
            "~",
            "C:",
            "a::$DATA");
    Arbitrary<String> separator = Arbitraries.of("/", "/", "/", "//", "%2f", "\\", "%5C", "/./");
    Arbitrary<String> start = Arbitraries.of("/", "/", "//", "http://h/", "http://h", "/..");
    Arbitrary<List<String>> steps = step.list().ofMaxSize(6);
    Arbitrary<List<String>> separators = separator.list().ofSize(6);
    return start.flatMap(
        s -> steps.flatMap(names -> separators.map(between -> joined(s, names, between))));
  }

  private static String joined(String start, List<String> names, List<String> between) {
    var out = new StringBuilder(start);
    for (int i = 0; i < names.size(); i++) out.append(names.get(i)).append(between.get(i));
    return out.toString();
  }

  @Property(tries = 3000)
  void noRequestTargetLeavesTheRoot(@ForAll("hostile") String target) throws IOException {
    var site = TestSite.in(around.resolve("site"));
    try {
      var reply = site.get(target);
      assertFalse(reply.text().contains(WORD), target);
      String location = reply.field("Location");
      assertFalse(location.startsWith("//") || location.contains("\\"), location);
    } catch (BadMessage _) {
      // not even a target: the session refuses it
    }
  }
}
