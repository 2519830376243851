package dev.tinwire.httpclient;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tinwire.testkit.Invocation;
import dev.tinwire.testkit.Outcome;
import dev.tinwire.wire.command.Standard;
import dev.tinwire.wire.terminal.Terminals;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One folder for several runs at once: none ever sees half of what another writes. */
class CacheSharingTest {
  @TempDir Path folder = Path.of("");

  @Test
  void severalRunsShareIt() throws Exception {
    String body = "shared".repeat(10_000);
    try (var origin =
        new AnsweringOrigin(
            _ -> AnsweringOrigin.reply("200 OK\nCache-Control: max-age=0\nETag: \"1\"", body))) {
      var wrong = new ArrayList<Outcome>();
      var threads = new ArrayList<Thread>();
      for (int i = 0; i < 8; i++) {
        threads.add(
            Thread.ofVirtual()
                .start(() -> {
                  for (int j = 0; j < 5; j++) check(origin.url(), body, wrong);
                }));
      }
      for (Thread thread : threads) thread.join();
      assertEquals(List.of(), wrong);
    }
  }

  private void check(String url, String body, List<Outcome> wrong) {
    try {
      Outcome outcome =
          Invocation.of("-x", "none", "--cache", folder.toString(), url)
              .on((args, in, out, err, env) ->
                  new GetTool().run(args, new Standard(in, out, err, env, Terminals.NONE)));
      if (outcome.status() == 0 && outcome.stdout().equals(body)) return;
      synchronized (wrong) {
        wrong.add(outcome);
      }
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }
}
