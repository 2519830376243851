import io.helidon.webserver.WebServer;
import io.helidon.webserver.staticcontent.StaticContentService;
import java.nio.file.Path;

/** Helidon with its defaults: FOLDER PORT. */
final class HelidonFiles {
  public static void main(String[] words) {
    WebServer.builder()
        .host("127.0.0.1")
        .port(Integer.parseInt(words[1]))
        .routing(all -> all.register("/", StaticContentService.builder(Path.of(words[0])).build()))
        .build()
        .start();
  }
}
