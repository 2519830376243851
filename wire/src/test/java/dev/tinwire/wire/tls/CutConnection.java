package dev.tinwire.wire.tls;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.net.ssl.SSLException;

/**
 * Reads from a server that vanishes without close_notify and prints what that looked like. A
 * program of its own: the JDK reads the property for it once, with the first TLS of a JVM, and the
 * tests share theirs with other users of TLS.
 */
final class CutConnection {
  private CutConnection() {}

  public static void main(String[] files) throws IOException {
    Credential credential = Credential.read(Path.of(files[0]), Path.of(files[1]));
    var tls = new TlsServer(credential, List.of());
    var client = new TlsClient(TlsOptions.DEFAULT.with(new Trust.Insecure()));
    try (var server =
            new LocalServer(raw -> {
              tls.serve(raw, LocalServer.soon()).getOutputStream().write('x');
              raw.close(); // underneath, so without close_notify
            });
        var socket = client.connect(server::dial, server.as("localhost"), LocalServer.soon())) {
      socket.getInputStream().read();
      System.out.println("end " + socket.getInputStream().read());
    } catch (SSLException e) {
      System.out.println("refused");
    }
  }
}
