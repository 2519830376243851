import io.undertow.Undertow;
import io.undertow.server.handlers.resource.PathResourceManager;
import io.undertow.server.handlers.resource.ResourceHandler;
import java.nio.file.Path;

/** Undertow with its defaults: FOLDER PORT. */
final class UndertowFiles {
  public static void main(String[] words) {
    var files = new ResourceHandler(new PathResourceManager(Path.of(words[0])));
    Undertow.builder()
        .addHttpListener(Integer.parseInt(words[1]), "127.0.0.1")
        .setHandler(files)
        .build()
        .start();
  }
}
