import java.nio.file.Path;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ResourceHandler;
import org.eclipse.jetty.util.resource.ResourceFactory;

/** Jetty with its defaults: FOLDER PORT. */
final class JettyFiles {
  public static void main(String[] words) throws Exception {
    var server = new Server();
    var connector = new ServerConnector(server);
    connector.setHost("127.0.0.1");
    connector.setPort(Integer.parseInt(words[1]));
    server.addConnector(connector);
    var files = new ResourceHandler();
    files.setBaseResource(ResourceFactory.of(files).newResource(Path.of(words[0])));
    server.setHandler(files);
    server.start();
    server.join();
  }
}
