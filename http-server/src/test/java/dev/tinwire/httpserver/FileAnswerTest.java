package dev.tinwire.httpserver;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.tinwire.http.Status;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Parts of files, small ones with their head in one write, large ones by the system. */
class FileAnswerTest {
  private static final int HUGE = 48 << 20;

  @TempDir Path folder;

  private Path file(int size) throws IOException {
    byte[] bytes = new byte[size];
    new Random(size).nextBytes(bytes);
    for (int i = 0; i < size; i++) if (bytes[i] == 0) bytes[i] = 1; // a zero was never in it
    return Files.write(folder.resolve("file"), bytes);
  }

  private static Handler part(Path file, long from, long bytes) {
    return _ ->
        Answer.of(
            Status.OK,
            new Content.FilePart(FileChannel.open(file, StandardOpenOption.READ), from, bytes));
  }

  private static byte[] content(String said) {
    return said.substring(said.indexOf("\r\n\r\n") + 4).getBytes(StandardCharsets.ISO_8859_1);
  }

  @ParameterizedTest(name = "{0} bytes")
  @ValueSource(ints = {0, 1, 65_535, 65_536, 65_537, 100_000, 9_000_000})
  void arriveAsTheyAre(int size) throws Exception {
    Path file = file(size + 3);
    try (var server = new LocalServer(part(file, 2, size))) {
      byte[] got = content(server.said("GET / HTTP/1.0\r\n\r\n"));
      assertArrayEquals(Arrays.copyOfRange(Files.readAllBytes(file), 2, size + 2), got);
    }
  }

  @Test
  void partsOfAMultipartAnswerArriveInOrder() throws Exception {
    Path file = file(200_000);
    Handler handler =
        _ -> {
          var channel = FileChannel.open(file, StandardOpenOption.READ);
          return Answer.of(
              Status.OK,
              new Content.Sequence(
                  List.of(
                      Content.of("--x\r\n"),
                      new Content.FilePart(channel, 0, 100_000),
                      Content.of("--y\r\n"),
                      new Content.FilePart(channel, 199_990, 10))));
        };
    try (var server = new LocalServer(handler)) {
      var expected = new ByteArrayOutputStream();
      byte[] all = Files.readAllBytes(file);
      expected.writeBytes("--x\r\n".getBytes(StandardCharsets.US_ASCII));
      expected.write(all, 0, 100_000);
      expected.writeBytes("--y\r\n".getBytes(StandardCharsets.US_ASCII));
      expected.write(all, 199_990, 10);
      assertArrayEquals(expected.toByteArray(), content(server.said("GET / HTTP/1.0\r\n\r\n")));
    }
  }

  @ParameterizedTest(name = "of {0} bytes")
  @ValueSource(ints = {1000, 1_000_000})
  void aFileThatIsShorterThanPromisedEndsTheConnection(int size) throws Exception {
    Path file = file(size);
    try (var server = new LocalServer(part(file, 0, size + 1))) {
      assertThrows(IOException.class, () -> server.said("GET / HTTP/1.0\r\n\r\n"));
      assertInstanceOf(FileCut.class, server.failure());
      assertFalse(server.served().whole());
    }
  }

  @ParameterizedTest(name = "to {0} bytes")
  @ValueSource(ints = {HUGE / 2, HUGE / 2 + 1000, 1 << 20, (1 << 20) + 1, 5, 0})
  void aFileThatIsCutWhileItIsSentEndsTheConnectionAndNothingElseIsSent(int size) throws Exception {
    Path file = file(HUGE);
    byte[] all = Files.readAllBytes(file);
    try (var server = new LocalServer(part(file, 0, HUGE));
        var socket = server.connect()) {
      socket.getOutputStream().write("GET / HTTP/1.0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      assertEquals('H', socket.getInputStream().read()); // It is under way, and the buffers fill.
      try (var cut = FileChannel.open(file, StandardOpenOption.WRITE)) {
        cut.truncate(size);
      }
      byte[] got = content("H" + untilBroken(socket));
      assertArrayEquals(Arrays.copyOf(all, got.length), got);
      assertInstanceOf(FileCut.class, server.failure());
    }
  }

  private static String untilBroken(Socket socket) {
    var got = new ByteArrayOutputStream();
    assertThrows(IOException.class, () -> socket.getInputStream().transferTo(got));
    return got.toString(StandardCharsets.ISO_8859_1);
  }
}
