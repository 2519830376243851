package dev.tinwire.httpserver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tinwire.testkit.Loopback;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Archives as curl fetches them, read by Info-ZIP, Python and libarchive. */
class ZipInterop {
  private static final String PYTHON =
      """
      import sys, zipfile
      with zipfile.ZipFile(sys.argv[1]) as z:
          assert z.testzip() is None
          z.extractall(sys.argv[2])
      """;

  private static final String SIZE =
      """
      import sys, zipfile
      large = zipfile.ZipFile(sys.argv[1]).getinfo('f/large')
      print(large.filename, large.file_size)
      """;

  @TempDir Path root;
  @TempDir Path elsewhere;

  @BeforeEach
  void aFolder() throws IOException {
    TestSite.in(root)
        .file("f/a.txt", "first")
        .file("f/sub/grüße 日本.txt", "x".repeat(1_000_000))
        .file("f/empty", "")
        .folder("f/nothing");
  }

  private String run(String... command) throws IOException, InterruptedException {
    var process = new ProcessBuilder(command).redirectErrorStream(true);
    process.environment().put("LC_ALL", "C.UTF-8");
    var running = process.start();
    String said = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, running.waitFor(), () -> String.join(" ", command) + "\n" + said);
    return said;
  }

  private static void needs(String... programs) {
    var folders = List.of(System.getenv("PATH").split(":"));
    for (String each : programs) {
      boolean found = folders.stream().anyMatch(at -> Files.isExecutable(Path.of(at, each)));
      assumeTrue(found, "no " + each);
    }
  }

  private Path fetched(String... options) throws IOException, InterruptedException {
    Path zip = elsewhere.resolve("f.zip");
    try (var server = new LocalServer(TestSite.in(root).handler())) {
      String url = "http://" + Loopback.V4.getHostAddress() + ":" + server.server().port();
      Stream<String> curl = Stream.of("curl", "-sSf", "-o", zip.toString(), url + "/f/?zip");
      run(Stream.concat(curl, Stream.of(options)).toArray(String[]::new));
    }
    return zip;
  }

  @ParameterizedTest
  @ValueSource(strings = {"unzip", "python3", "bsdtar"})
  void isUnpackedAsItWas(String program) throws Exception {
    needs("curl", "diff", program);
    String zip = fetched().toString();
    Path to = Files.createDirectory(elsewhere.resolve("unpacked"));
    String said =
        switch (program) {
          case "unzip" -> run("unzip", "-q", zip, "-d", to.toString());
          case "python3" -> run("python3", "-c", PYTHON, zip, to.toString());
          case "bsdtar" -> run("bsdtar", "-xf", zip, "-C", to.toString());
          default -> throw new AssertionError(program);
        };
    assertEquals("", said);
    assertEquals("", run("diff", "-r", root.resolve("f").toString(), to + "/f"));
  }

  @Test
  void bsdtarReadsItFromAPipe() throws Exception {
    needs("curl", "diff", "bsdtar", "sh");
    String to = Files.createDirectory(elsewhere.resolve("unpacked")).toString();
    run("sh", "-c", "cat \"$1\" | bsdtar -xf - -C \"$2\"", "sh", fetched().toString(), to);
    assertEquals("", run("diff", "-r", root.resolve("f").toString(), to + "/f"));
  }

  @Test
  void curlResumesIt() throws Exception {
    needs("curl");
    Path whole = fetched();
    byte[] bytes = Files.readAllBytes(whole);
    Files.write(whole, Arrays.copyOf(bytes, 300_000));
    assertTrue(Arrays.equals(bytes, Files.readAllBytes(fetched("-C", "-"))));
  }

  @Test
  void moreThanFourGibibytesAreRead() throws Exception {
    needs("curl", "unzip", "python3");
    try (var large = new RandomAccessFile(root.resolve("f/large").toFile(), "rw")) {
      large.setLength((4L << 30) + 5);
    }
    String zip = fetched().toString();
    assertTrue(run("unzip", "-t", zip).contains("No errors detected"));
    assertEquals("f/large 4294967301\n", run("python3", "-c", SIZE, zip));
  }
}
