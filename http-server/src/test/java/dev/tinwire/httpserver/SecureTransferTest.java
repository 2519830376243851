package dev.tinwire.httpserver;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.tinwire.http.Status;
import dev.tinwire.testkit.TestIdentity;
import dev.tinwire.wire.tls.Credential;
import dev.tinwire.wire.tls.TlsServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.PrivateKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Large answers under TLS: whole, in their order, and nobody held up by who does not read. */
class SecureTransferTest {
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final String GET = "GET / HTTP/1.1\r\nHost: h\r\n\r\n";

  /** More than the buffers of a connection hold whose client does not read. */
  private static final int LARGE = (12 << 20) + 7;

  @TempDir Path folder;
  private final byte[] bytes = new byte[LARGE];
  private Path file;

  @BeforeEach
  void aFile() throws IOException {
    new Random(1).nextBytes(bytes);
    file = Files.write(folder.resolve("file"), bytes);
  }

  private static LocalServer serving(Handler handler, UnaryOperator<TlsServer> as)
      throws IOException {
    var identity = TestIdentity.localhost();
    var credential = new Credential(List.of(identity.certificate()), (PrivateKey) identity.key());
    var tls = as.apply(new TlsServer(credential, List.of("http/1.1")));
    return new LocalServer(handler, options -> options.withTls(tls));
  }

  private LocalServer serving() throws IOException {
    return serving(_ -> part(LARGE), UnaryOperator.identity());
  }

  private Answer part(int length) throws IOException {
    var channel = FileChannel.open(file, StandardOpenOption.READ);
    return Answer.of(Status.OK, new Content.FilePart(channel, 0, length));
  }

  private static Socket asking(LocalServer server, String requests) throws IOException {
    Socket raw = server.connect();
    var sockets = TestIdentity.localhost().trusting().getSocketFactory();
    Socket socket = sockets.createSocket(raw, "localhost", raw.getPort(), true);
    socket.getOutputStream().write(requests.getBytes(StandardCharsets.US_ASCII));
    return socket;
  }

  /** What comes behind a head. */
  private static byte[] content(InputStream in, int length) throws IOException {
    var head = new ByteArrayOutputStream();
    while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
      int b = in.read();
      if (b < 0) throw new IOException("it ended in the head");
      head.write(b);
    }
    return in.readNBytes(length);
  }

  @Test
  void aFileArrivesAsItIsAndTheConnectionServesOn() throws Exception {
    try (var server = serving();
        var socket = asking(server, GET + GET)) {
      for (int i = 0; i < 2; i++) assertArrayEquals(bytes, content(socket.getInputStream(), LARGE));
    }
  }

  /** Around one record, around what is sealed at once, and what comes from memory. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 16_367, 16_385, 65_537, 130_936, 147_320, 147_321, 1_200_000})
  void contentOfAnyLengthIsWhole(int length) throws Exception {
    byte[] wanted = Arrays.copyOf(bytes, length);
    Handler handler =
        request ->
            request.target().toString().contains("memory")
                ? Answer.of(Status.OK, Content.of(wanted))
                : part(length);
    String memory = GET.replace("GET /", "GET /memory");
    try (var server = serving(handler, TlsServer::withoutTls13);
        var socket = asking(server, GET + memory + GET)) {
      for (int i = 0; i < 3; i++) {
        assertArrayEquals(wanted, content(socket.getInputStream(), length));
      }
    }
  }

  @Test
  void whoDoesNotReadHoldsUpNobody() throws Exception {
    try (var server = serving()) {
      var still = new ArrayList<Socket>();
      for (int i = 0; i < Workbenches.MOST + 2; i++) still.add(asking(server, GET));
      for (Socket each : still) assertEquals('H', each.getInputStream().read());
      try (var quick = asking(server, GET)) {
        byte[] all = assertTimeoutPreemptively(SOON, () -> content(quick.getInputStream(), LARGE));
        assertArrayEquals(bytes, all);
      }
      byte[] late = content(still.getLast().getInputStream(), LARGE);
      assertArrayEquals(bytes, late, "and they get theirs when they read");
      for (Socket each : still) each.close();
    }
  }

  /** The client must not take for a file what is none any more. */
  @Test
  void aFileThatIsCutMeanwhileIsNoWholeAnswer() throws Exception {
    try (var server = serving();
        var socket = asking(server, GET)) {
      var in = socket.getInputStream();
      assertArrayEquals(Arrays.copyOf(bytes, 9), content(in, 9));
      try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
        channel.truncate(LARGE - 1);
      }
      assertThrows(IOException.class, () -> in.readNBytes(LARGE));
    }
  }
}
