package dev.tinwire.httpserver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinwire.testkit.Invocation;
import dev.tinwire.testkit.Outcome;
import dev.tinwire.testkit.Program;
import dev.tinwire.testkit.Running;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** As a service: a socket that somebody else has opened, and word to them that we are ready. */
class ServiceInterop {
  /** What systemd does: binds, listens, passes the socket on as descriptor 3, hears of it. */
  private static final String PARENT =
      """
      import os, socket, sys, threading
      listener = socket.create_server(('127.0.0.1', 0))
      notices = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
      notices.bind('\\0' + sys.argv[1])
      child = os.fork()
      if child == 0:
          os.environ.update(LISTEN_FDS='1', LISTEN_PID=str(os.getpid()))
          os.environ['NOTIFY_SOCKET'] = '@' + sys.argv[1]
          os.dup2(listener.fileno(), 3)
          os.set_inheritable(3, True)
          os.execvp(sys.argv[2], sys.argv[2:])
      print('bound', listener.getsockname()[1], 'child', child, flush=True)
      listener.close()
      for expected in 'READY=1', 'STOPPING=1':
          print(notices.recv(100).decode().strip(), flush=True)
      sys.exit(os.waitpid(child, 0)[1] >> 8)
      """;

  @TempDir Path site;

  private Program program(String... before) {
    String java = Path.of(System.getProperty("java.home", ""), "bin", "java").toString();
    var words = new ArrayList<>(List.of(before));
    words.addAll(
        List.of(
            java,
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path", ""),
            ServeProcess.class.getName()));
    return new Program(words);
  }

  private static String get(int port) throws IOException {
    try (var socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), port)) {
      String request = "GET /a.txt HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return LocalServer.rest(socket);
    }
  }

  @Test
  void aSocketOfItsParentIsServedAndItsStreamsLastToTheEnd() throws Exception {
    Needs.programs("python3");
    Files.writeString(site.resolve("a.txt"), "hello");
    String name = "tinwire-test-" + ProcessHandle.current().pid();
    var program = program("python3", "-c", PARENT, name);
    try (Running running = program.start(Invocation.of(site.toString()))) {
      var bound = running.awaitLine("bound ([0-9]+) child ([0-9]+)");
      int port = Integer.parseInt(bound.group(1));
      running.awaitLine("serving .* at http://localhost:" + port + "/");
      running.awaitLine("READY=1");
      assertTrue(get(port).endsWith("hello"));
      ProcessHandle.of(Long.parseLong(bound.group(2))).orElseThrow().destroy();
      Outcome end = running.outcome();
      assertEquals(0, end.status(), end::toString);
      assertTrue(end.stdout().contains("STOPPING=1"), end::toString);
      assertTrue(end.stdout().contains("200  GET /a.txt  5 B"), end::toString);
      assertTrue(end.stderr().contains("1 request, 5 B sent in"), end::toString);
    }
  }

  @Test
  void systemdsOwnProgramStartsItWithTheFirstConnection() throws Exception {
    Needs.programs("systemd-socket-activate");
    Files.writeString(site.resolve("a.txt"), "hello");
    int port;
    try (var free = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      port = free.getLocalPort();
    }
    var program = program("systemd-socket-activate", "-l", "127.0.0.1:" + port);
    try (Running running = program.start(Invocation.of(site.toString()))) {
      assertTrue(eventually(port).endsWith("hello"));
      running.signal("TERM");
      Outcome end = running.outcome();
      assertEquals(0, end.status(), end::toString);
      assertTrue(end.stderr().contains("1 request, 5 B sent in"), end::toString);
    }
  }

  /** The units of docs/serve.md, with a program and a user in them that are here. */
  @Test
  void systemdUnderstandsTheUnitsOfThePage() throws Exception {
    Path root = Path.of(System.getProperty("tinwire.root", ""));
    String[] blocks = Files.readString(root.resolve("docs/serve.md")).split("```ini\n", -1);
    assertEquals(3, blocks.length, "the page has a socket and a service");
    var files = List.of(site.resolve("files.socket"), site.resolve("files.service"));
    for (int i = 0; i < files.size(); i++) {
      String unit = blocks[i + 1].substring(0, blocks[i + 1].indexOf("```"));
      Files.writeString(
          files.get(i),
          unit.replace("/opt/tinwire/tinwire", "/bin/true").replace("User=files", "User=root"));
    }
    Outcome end =
        OtherProgram.run(
            "systemd-analyze", "verify", files.get(0).toString(), files.get(1).toString());
    assertEquals(0, end.status(), end::toString);
    assertFalse(end.stderr().contains("files."), end::toString); // others' units may have faults
  }

  /** From the moment on at which it listens; the connection waits until we have started. */
  private static String eventually(int port) throws IOException {
    while (true) {
      try {
        return get(port);
      } catch (ConnectException _) {
        Thread.onSpinWait();
      }
    }
  }
}
