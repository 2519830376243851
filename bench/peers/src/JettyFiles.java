import java.nio.file.Path;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ResourceHandler;
import org.eclipse.jetty.util.resource.ResourceFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/** Jetty with its defaults: FOLDER PORT TLS-PORT KEYS. */
final class JettyFiles {
  public static void main(String[] words) throws Exception {
    var server = new Server();
    var tls = new SslContextFactory.Server();
    tls.setSslContext(Keys.of(words[3]));
    listen(new ServerConnector(server), words[1]);
    listen(new ServerConnector(server, tls), words[2]);
    var files = new ResourceHandler();
    files.setBaseResource(ResourceFactory.of(files).newResource(Path.of(words[0])));
    server.setHandler(files);
    server.start();
    server.join();
  }

  private static void listen(ServerConnector connector, String port) {
    connector.setHost("127.0.0.1");
    connector.setPort(Integer.parseInt(port));
    connector.getServer().addConnector(connector);
  }
}
