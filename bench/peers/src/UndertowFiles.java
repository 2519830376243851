import io.undertow.Undertow;
import io.undertow.server.handlers.resource.PathResourceManager;
import io.undertow.server.handlers.resource.ResourceHandler;
import java.nio.file.Path;

/** Undertow with its defaults: FOLDER PORT TLS-PORT KEYS. */
final class UndertowFiles {
  public static void main(String[] words) throws Exception {
    var files = new ResourceHandler(new PathResourceManager(Path.of(words[0])));
    Undertow.builder()
        .addHttpListener(Integer.parseInt(words[1]), "127.0.0.1")
        .addHttpsListener(Integer.parseInt(words[2]), "127.0.0.1", Keys.of(words[3]))
        .setHandler(files)
        .build()
        .start();
  }
}
