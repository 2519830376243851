package dev.tinwire.testkit;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.List;

/**
 * The other side of a {@link Transcript}: a client that says the {@code C:} lines to a server under
 * test and demands the {@code S:} lines. Plays in the caller's thread.
 */
public final class ScriptedClient {
  private ScriptedClient() {}

  public static Heard talk(InetSocketAddress server, String script)
      throws IOException, InterruptedException {
    return talk(server, script, Stage.loopback());
  }

  /** Plays the script to its end, or throws an {@link AssertionError} that shows the place. */
  public static Heard talk(InetSocketAddress server, String script, Stage stage)
      throws IOException, InterruptedException {
    var performance = new Performance(Script.parse(script), Side.CLIENT, stage);
    if (performance.script().steps().anyMatch(Step.Pause.class::isInstance)) {
      throw new IllegalArgumentException("nobody could resume a PAUSE in the caller's thread");
    }
    for (List<Step> steps : performance.script().connections()) {
      var socket = new Socket();
      try (var wire = new Wire(socket, stage.patience())) {
        socket.connect(server, Math.toIntExact(stage.patience().toMillis()));
        performance.play(steps, wire);
        if (!wire.closed()) demandSilence(performance, wire);
      }
    }
    return performance.heard();
  }

  /** What the server has said too much; what it says later cannot be waited for. */
  private static void demandSilence(Performance performance, Wire wire) {
    String more = wire.more();
    if (!more.isEmpty()) throw performance.failureHere("no more", Escapes.escape(more));
  }
}
