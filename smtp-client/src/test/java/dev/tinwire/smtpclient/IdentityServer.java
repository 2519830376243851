package dev.tinwire.smtpclient;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tinwire.http.Body;
import dev.tinwire.http.Framing;
import dev.tinwire.http.Limits;
import dev.tinwire.http.RequestHead;
import dev.tinwire.testkit.Loopback;
import dev.tinwire.wire.Connection;
import java.io.Closeable;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/** An identity server on the loopback that gives the answers of a list and notes the questions. */
final class IdentityServer implements Closeable {
  /** Takes the question and says nothing. */
  static final String SILENCE = "";

  /** One question. */
  record Asked(String path, Map<String, String> form) {}

  private final ServerSocket listener;
  private final Deque<String> answers = new ArrayDeque<>();
  private final List<Asked> asked = Collections.synchronizedList(new ArrayList<>());
  private final @Nullable SSLContext tls;

  IdentityServer(String... answers) throws IOException {
    this(null, answers);
  }

  IdentityServer(@Nullable SSLContext tls, String... answers) throws IOException {
    this.tls = tls;
    this.answers.addAll(Arrays.asList(answers));
    this.listener = new ServerSocket(0, 50, Loopback.V4);
    Thread.ofVirtual().name("identity-server").start(this::serve);
  }

  /** An answer with a JSON body. */
  static String json(int status, String body) {
    return "HTTP/1.1 %d x\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s"
        .formatted(status, body.getBytes(UTF_8).length, body);
  }

  static String granted(String access, String refresh) {
    String more = refresh.isEmpty() ? "" : ",\"refresh_token\":\"" + refresh + "\"";
    return json(
        200,
        "{\"token_type\":\"Bearer\",\"expires_in\":3600,\"access_token\":\""
            + access
            + "\""
            + more
            + "}");
  }

  static String failed(String error) {
    return json(400, "{\"error\":\"" + error + "\",\"error_description\":\"in words\"}");
  }

  static String deviceCode(int expires) {
    return json(
        200,
        """
        {"device_code":"DC","user_code":"ABCD-EFGH","verification_uri":"https://login.example/device",\
        "expires_in":%d,"interval":5}\
        """
            .formatted(expires));
  }

  String url() {
    return (tls == null ? "http://" : "https://") + "127.0.0.1:" + listener.getLocalPort();
  }

  List<Asked> asked() {
    return List.copyOf(asked);
  }

  private void serve() {
    while (true) {
      try (Socket raw = listener.accept()) {
        var connection = Connection.accepted(raw);
        if (tls != null) connection.secured(open -> shaken(tls, open));
        answer(connection);
      } catch (IOException _) {
        if (listener.isClosed()) return;
      }
    }
  }

  private static SSLSocket shaken(SSLContext tls, Socket raw) throws IOException {
    var socket =
        (SSLSocket)
            tls.getSocketFactory()
                .createSocket(raw, Loopback.V4.getHostAddress(), raw.getPort(), true);
    socket.setUseClientMode(false);
    socket.startHandshake();
    return socket;
  }

  private void answer(Connection connection) throws IOException {
    var head = RequestHead.read(connection.reader(), Limits.SERVER, Set.of());
    Framing framing = Framing.ofRequest(head.fields(), head.line().version());
    byte[] body = Body.of(framing, connection.reader(), Limits.SERVER).readAllBytes();
    asked.add(new Asked(head.line().target().toString(), Forms.parse(new String(body, UTF_8))));
    String answer = answers.isEmpty() ? json(500, "no answer left") : answers.remove();
    if (answer.equals(SILENCE)) {
      var _ = connection.in().read();
      return;
    }
    connection.writer().write(answer.getBytes(UTF_8));
    connection.writer().flush();
    connection.close();
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }
}
