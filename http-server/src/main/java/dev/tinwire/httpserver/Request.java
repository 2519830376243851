package dev.tinwire.httpserver;

import dev.tinwire.http.Body;
import dev.tinwire.http.Fields;
import dev.tinwire.http.Method;
import dev.tinwire.http.RequestHead;
import dev.tinwire.http.RequestTarget;
import java.net.InetSocketAddress;

/**
 * A request as a handler sees it: its head follows the grammar, and its body is ready to be read
 * but need not be.
 *
 * @param client who asks, as the socket says
 * @param secure whether it came over TLS
 */
public record Request(RequestHead head, Body body, InetSocketAddress client, boolean secure) {
  public Method method() {
    return head.line().method();
  }

  public RequestTarget target() {
    return head.line().target();
  }

  public Fields fields() {
    return head.fields();
  }
}
