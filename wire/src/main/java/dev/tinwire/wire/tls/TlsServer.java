package dev.tinwire.wire.tls;

import dev.tinwire.wire.Deadline;
import dev.tinwire.wire.Endpoint;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.InstantSource;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/** Speaks TLS to clients that connect, under one credential. */
public final class TlsServer {
  static {
    TlsProperties.set();
  }

  private final SSLContext context;
  private final List<String> applicationProtocols;
  private final String[] protocols;

  /**
   * A server that has not accepted anybody yet.
   *
   * @param applicationProtocols chosen from by ALPN (RFC 7301), the preferred one first; a client
   *     that offers only others is refused, one that offers none is welcome
   */
  public TlsServer(Credential credential, List<String> applicationProtocols) {
    this(Contexts.server(credential), applicationProtocols, TlsProperties.PROTOCOLS);
  }

  private TlsServer(SSLContext context, List<String> applicationProtocols, String[] protocols) {
    this.context = context;
    this.applicationProtocols = List.copyOf(applicationProtocols);
    this.protocols = protocols;
  }

  /** The same, but one that speaks 1.2 only, as many still do. */
  public TlsServer withoutTls13() {
    return new TlsServer(context, applicationProtocols, new String[] {"TLSv1.2"});
  }

  /**
   * Shakes hands with a client, over a fresh connection or after STARTTLS.
   *
   * @param accepted belongs to the result, closes with it, and is closed if there is none
   */
  public SSLSocket serve(Socket accepted, Deadline deadline) throws IOException {
    return serve(accepted, InputStream.nullInputStream(), deadline);
  }

  /**
   * As {@link #serve(Socket, Deadline)}, when somebody has looked at the first bytes already, to
   * see whether this is TLS at all.
   *
   * @param consumed what was read from the socket so far; where it ends, the socket goes on. It may
   *     as well read the socket itself, to see when we wait for the client
   */
  public SSLSocket serve(Socket accepted, InputStream consumed, Deadline deadline)
      throws IOException {
    Endpoint peer = Endpoint.of((InetSocketAddress) accepted.getRemoteSocketAddress());
    return new Handshake(peer, deadline, InstantSource.system())
        .run(accepted, raw -> layer(raw, consumed));
  }

  private SSLSocket layer(Socket accepted, InputStream consumed) throws IOException {
    var socket = (SSLSocket) context.getSocketFactory().createSocket(accepted, consumed, true);
    SSLParameters parameters = socket.getSSLParameters();
    parameters.setProtocols(protocols);
    parameters.setApplicationProtocols(applicationProtocols.toArray(String[]::new));
    ServerStrength.set(parameters);
    socket.setSSLParameters(parameters);
    socket.startHandshake();
    return socket;
  }
}
