import io.helidon.common.tls.Tls;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.staticcontent.StaticContentService;
import java.nio.file.Path;
import javax.net.ssl.SSLContext;

/** Helidon with its defaults: FOLDER PORT TLS-PORT KEYS. */
final class HelidonFiles {
  private static final String SECURE = "secure";

  public static void main(String[] words) throws Exception {
    SSLContext keys = Keys.of(words[3]);
    WebServer.builder()
        .host("127.0.0.1")
        .port(Integer.parseInt(words[1]))
        .routing(all -> files(all, words[0]))
        .putSocket(
            SECURE,
            listener ->
                listener
                    .host("127.0.0.1")
                    .port(Integer.parseInt(words[2]))
                    .tls(Tls.builder().sslContext(keys).build()))
        .routing(SECURE, all -> files(all, words[0]))
        .build()
        .start();
  }

  private static void files(HttpRouting.Builder all, String folder) {
    all.register("/", StaticContentService.builder(Path.of(folder)).build());
  }
}
