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
 * @param visitor who asks, as far as a handler before this one has found out
 */
public record Request(
    RequestHead head, Body body, InetSocketAddress client, boolean secure, Visitor visitor) {
  public Request(RequestHead head, Body body, InetSocketAddress client, boolean secure) {
    this(head, body, client, secure, Visitor.ANYBODY);
  }

  public Method method() {
    return head.line().method();
  }

  public RequestTarget target() {
    return head.line().target();
  }

  public Fields fields() {
    return head.fields();
  }

  /** The same with another head. */
  Request with(RequestHead other) {
    return new Request(other, body, client, secure, visitor);
  }

  /** The same, from somebody who is known. */
  Request from(Visitor known) {
    return new Request(head, body, client, secure, known);
  }
}
