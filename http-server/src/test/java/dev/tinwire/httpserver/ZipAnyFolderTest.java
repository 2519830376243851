package dev.tinwire.httpserver;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.Positive;

/** Whatever a folder holds, others read the same from its archive, and any part of it fits. */
class ZipAnyFolderTest {
  @Provide
  Arbitrary<Map<String, String>> files() {
    // One letter more for files, so that no folder is in the way.
    Arbitrary<String> letters =
        Arbitraries.of("a", "B", " ", "ü", "日本", "\u202e", "\n", "%41", "😀");
    Arbitrary<String> name =
        letters.list().ofMinSize(1).ofMaxSize(4).map(all -> "-" + String.join("", all));
    Arbitrary<String> folders = name.list().ofMaxSize(3).map(all -> String.join("/", all));
    Arbitrary<String> path =
        Combinators.combine(folders, name).as((f, n) -> f.isEmpty() ? n + "." : f + "/" + n + ".");
    Arbitrary<Integer> size =
        Arbitraries.frequencyOf(
            Tuple.of(9, Arbitraries.integers().between(0, 50)),
            Tuple.of(1, Arbitraries.of(131_071, 131_072, 131_073, 300_000)));
    Arbitrary<String> content = size.map(n -> "0123456789".repeat(n / 10 + 1).substring(0, n));
    return Arbitraries.maps(path, content).ofMaxSize(8);
  }

  @Property(tries = 60)
  void isReadBackTheSame(@ForAll("files") Map<String, String> files, @ForAll @Positive int place)
      throws IOException {
    Path root = Files.createTempDirectory("any");
    try {
      var site = TestSite.in(root).folder("f");
      for (var each : files.entrySet()) site.file("f/" + each.getKey(), each.getValue());
      var reply = site.get("/f/?zip");
      assertEquals(files, contents(Unzipped.streamed(reply.bytes())));
      assertEquals(files, contents(Unzipped.listed(reply.bytes())));
      int from = place % reply.octets().length();
      var part = site.get("/f/?zip", "Range: bytes=" + from + "-");
      assertEquals(reply.octets().substring(from), part.octets());
    } finally {
      delete(root);
    }
  }

  private static Map<String, String> contents(Map<String, String> unzipped) {
    var files = new TreeMap<String, String>();
    unzipped.forEach((name, content) -> {
      if (!name.endsWith("/")) files.put(name.substring(2), content);
    });
    return files;
  }

  private static void delete(Path root) throws IOException {
    try (Stream<Path> all = Files.walk(root)) {
      for (Path each : all.sorted((a, b) -> b.compareTo(a)).toList()) Files.delete(each);
    }
  }
}
