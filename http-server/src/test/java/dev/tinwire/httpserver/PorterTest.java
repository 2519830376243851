package dev.tinwire.httpserver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinwire.http.Status;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Large files for many at once: each in turn, nobody held up, and nothing kept when it ends. */
class PorterTest {
  private static final Duration SOON = Duration.ofSeconds(20);
  private static final String GET = "GET / HTTP/1.1\r\nHost: h\r\n\r\n";
  private static final String LAST = "GET / HTTP/1.0\r\n\r\n";

  /** More than the buffers of a loopback connection hold. */
  private static final int HUGE = 48 << 20;

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void aFile() throws IOException {
    file = Files.write(folder.resolve("file"), new byte[HUGE]);
  }

  private Answer whole() throws IOException {
    var channel = FileChannel.open(file, StandardOpenOption.READ);
    return Answer.of(Status.OK, new Content.FilePart(channel, 0, channel.size()));
  }

  private static Socket asking(LocalServer server, String requests) throws IOException {
    Socket socket = server.connect();
    socket.getOutputStream().write(requests.getBytes(StandardCharsets.US_ASCII));
    return socket;
  }

  private static int content(String said) {
    return said.length() - said.indexOf("\r\n\r\n") - 4;
  }

  @Test
  void whoDoesNotReadHoldsUpNobody() throws Exception {
    try (var server = new LocalServer(_ -> whole())) {
      var still = new ArrayList<Socket>();
      for (int i = 0; i < 8; i++) still.add(asking(server, GET));
      for (Socket each : still) assertEquals('H', each.getInputStream().read());
      try (var quick = asking(server, LAST)) {
        String said = assertTimeoutPreemptively(SOON, () -> LocalServer.rest(quick));
        assertEquals(HUGE, content(said));
      }
      for (Socket each : still) each.close();
    }
  }

  @Test
  void aConnectionServesOnAfterwards() throws Exception {
    try (var server = new LocalServer(_ -> whole());
        var socket = asking(server, GET + GET)) {
      for (int i = 0; i < 2; i++) assertEquals(HUGE, content(answer(socket)));
      socket.getOutputStream().write(LAST.getBytes(StandardCharsets.US_ASCII));
      assertEquals(HUGE, content(LocalServer.rest(socket)));
    }
  }

  private static String answer(Socket socket) throws IOException {
    var said = new ByteArrayOutputStream();
    var in = socket.getInputStream();
    while (!said.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) said.write(in.read());
    said.write(in.readNBytes(HUGE));
    return said.toString(StandardCharsets.ISO_8859_1);
  }

  @Test
  void aReaderThatStopsIsDroppedAndHowFarItCameIsTold() throws Exception {
    var pace = new Pace(Duration.ofMillis(200), 1000);
    try (var server = LocalServer.within(limits -> limits.withPace(pace), _ -> whole());
        var never = asking(server, GET)) {
      Served served = server.served();
      assertFalse(served.whole());
      assertTrue(served.bytes() > 0 && served.bytes() < HUGE, served.bytes() + " bytes");
      assertFalse(server.failed());
      assertThrows(IOException.class, () -> LocalServer.rest(never));
    }
  }

  @Test
  void atShutdownWhatNobodyTakesIsAborted() throws Exception {
    var server =
        LocalServer.within(limits -> limits.withGrace(Duration.ofMillis(50)), _ -> whole());
    try (var never = asking(server, GET)) {
      assertEquals('H', never.getInputStream().read());
      assertTimeoutPreemptively(SOON, server::close);
      assertFalse(server.served().whole());
    }
  }

  @Test
  void aTurnHasAnEndAndTheNextGoesOnFromThere() throws Exception {
    Files.write(file, "0123456789".getBytes(StandardCharsets.US_ASCII));
    try (var channel = FileChannel.open(file, StandardOpenOption.READ);
        var pair = new Pair()) {
      Load load = new Load(pair.here, channel, 1, 8, progress());
      ByteBuffer block = ByteBuffer.allocateDirect(3);
      assertEquals(List.of(false, true), List.of(load.goOn(block, 5), load.goOn(block, 5)));
      assertEquals("12345678", pair.read(8));
    }
  }

  @Test
  void whatComesWhenAllIsOverIsNotCarried() throws Exception {
    try (var channel = FileChannel.open(file, StandardOpenOption.READ);
        var pair = new Pair()) {
      var porters = new Porters();
      porters.close();
      Load load = porters.carry(pair.here, channel, 0, HUGE, progress());
      assertTimeoutPreemptively(SOON, load::awaitEnd);
      assertThrows(ClosedChannelException.class, load::check);
      assertTrue(load.broken());
    }
  }

  private static Patience.Progress progress() {
    return new Patience(System::nanoTime).progress(ServerLimits.DEFAULT.pace());
  }
}
