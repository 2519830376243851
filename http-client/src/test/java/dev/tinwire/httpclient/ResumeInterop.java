package dev.tinwire.httpclient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinwire.testkit.Invocation;
import dev.tinwire.testkit.Outcome;
import dev.tinwire.testkit.Program;
import dev.tinwire.testkit.Running;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A download killed at its half, as no handler of signals ever sees it, and gone on with. */
class ResumeInterop {
  private static final int MIB = 1 << 20;
  private static final int WHOLE = 64 * MIB;

  @TempDir Path temp = Path.of("");

  private Running nginx(int port) throws Exception {
    Peers.need("nginx");
    Path config =
        Files.writeString(
            temp.resolve("nginx.conf"),
            """
            daemon off; pid %1$s/pid; error_log stderr;
            events {}
            http {
              log_format sent '$body_bytes_sent'; access_log %1$s/sent.log sent;
              client_body_temp_path %1$s; proxy_temp_path %1$s; fastcgi_temp_path %1$s;
              uwsgi_temp_path %1$s; scgi_temp_path %1$s;
              server { listen 127.0.0.1:%2$d; root %1$s; limit_rate 32m; }
            }
            """
                .formatted(temp, port));
    return Peers.start(
        port, temp, "nginx", "-p", temp.toString(), "-e", "stderr", "-c", config.toString());
  }

  @Test
  void noMoreComesThanWasMissing() throws Exception {
    byte[] content = new byte[WHOLE];
    for (int i = 0; i < WHOLE; i++) content[i] = (byte) ((i * 31) >> 3);
    Files.write(temp.resolve("whole.bin"), content);
    Path target = temp.resolve("copy.bin");
    Path part = PartFile.partOf(target);
    int port = Peers.freePort();
    String url = "http://127.0.0.1:" + port + "/whole.bin";
    var again = Invocation.of("get", "-q", "-x", "none", "-C", "-o", target.toString(), url);
    try (Running _ = nginx(port)) {
      Program launcher = Program.launcher();
      try (Running first = launcher.start(again)) {
        while (!Files.exists(part) || Files.size(part) < WHOLE / 2) Thread.onSpinWait();
        first.signal("KILL");
        first.outcome();
      }
      long have = Files.size(part);
      assertTrue(have < WHOLE && !Files.exists(target), have + " bytes");
      Outcome second = again.on(launcher);
      assertEquals(0, second.status(), second::toString);
      assertEquals(-1, Files.mismatch(temp.resolve("whole.bin"), target));
      assertTrue(sent() <= WHOLE - have + MIB, sent() + " bytes after " + have);
    }
  }

  /** What nginx sent in answer to the second request; it notes that a moment after its end. */
  private long sent() throws Exception {
    while (true) {
      var lines = Files.readString(temp.resolve("sent.log")).lines().toList();
      if (lines.size() == 2) return Long.parseLong(lines.getLast());
      Thread.onSpinWait();
    }
  }
}
