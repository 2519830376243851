package dev.tinwire.httpserver;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tinwire.testkit.Browser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real browser, of which we see what it asks for. */
@Tag("interop")
final class LiveInterop {
  @TempDir private Path folder;
  private final BlockingQueue<String> asked = new LinkedBlockingQueue<>();
  private final List<String> heard = new ArrayList<>();

  @Test
  void chromiumReloadsThePageAndSwapsTheStyleSheet() throws Exception {
    assumeTrue(Browser.isHere(), Browser.MISSING);
    Path root = Files.createDirectory(folder.resolve("site"));
    page(root, "one");
    Files.writeString(root.resolve("style.css"), "body { color: red }");
    Handler site = TestSite.in(root).handler();
    try (var live = LiveReload.over(site, root, ServerObserver.SILENT);
        var server = new LocalServer(remembering(live));
        var browser = Browser.open(folder)) {
      browser.go("http://127.0.0.1:" + server.address().getPort() + "/");
      await("/");
      await("/-/live\\?since=\\d+");
      page(root, "two");
      await("/"); // reloaded
      // It is the new one, whose script runs as well as ours; which of them is first, is open.
      awaitAll("/loaded-two", "/-/live\\?since=\\d+");
      Files.writeString(root.resolve("style.css"), "body { color: green }");
      await("/style.css\\?tinwire-live=\\d+");
      await("/green"); // and it is applied
      assertTrue(asked.stream().noneMatch("/"::equals), "the page was not reloaded for it");
    }
  }

  /** A page that tells us by what it asks for when it is there and when it is green. */
  private static void page(Path root, String name) throws IOException {
    String page =
        """
        <!doctype html><html><head><link rel=stylesheet href=style.css></head><body>
        <script>
          fetch("/loaded-NAME");
          const timer = setInterval(() => {
            if (getComputedStyle(document.body).color !== "rgb(0, 128, 0)") return;
            clearInterval(timer);
            fetch("/green");
          }, 20);
        </script></body></html>
        """;
    Files.writeString(root.resolve("index.html"), page.replace("NAME", name));
  }

  private Handler remembering(Handler handler) {
    return request -> {
      asked.add(request.target().toString());
      return handler.answer(request);
    };
  }

  /** Passes over what else it asks for. */
  private void await(String regex) throws InterruptedException {
    assertTrue(hears(regex), () -> "never asked for " + regex + ", but for " + heard);
  }

  private void awaitAll(String... regexes) throws InterruptedException {
    var missing = new ArrayList<>(List.of(regexes));
    while (!missing.isEmpty()) {
      await(String.join("|", missing));
      missing.removeIf(heard.getLast()::matches);
    }
  }

  private boolean hears(String regex) throws InterruptedException {
    while (true) {
      String target = asked.poll(60, TimeUnit.SECONDS);
      if (target == null) return false;
      heard.add(target);
      if (target.matches(regex)) return true;
    }
  }
}
