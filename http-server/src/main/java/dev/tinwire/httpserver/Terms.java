package dev.tinwire.httpserver;

import dev.tinwire.http.BadMessage;
import dev.tinwire.http.Framing;
import dev.tinwire.http.HttpVersion;
import dev.tinwire.http.Method;
import dev.tinwire.http.Persistence;
import dev.tinwire.http.RequestHead;
import dev.tinwire.http.RequestTarget;
import dev.tinwire.http.Status;
import java.util.List;

/**
 * What a request's head says about the exchange, whatever it asks for. Pure.
 *
 * @param persistence what the client wishes; the answer may still say "close"
 * @param expectsContinue the client waits with its body until it is told to go on
 */
record Terms(
    HttpVersion version,
    Method method,
    Framing framing,
    Persistence persistence,
    boolean expectsContinue) {
  private static final Status EXPECTATION_FAILED = new Status(417);
  private static final Status MISDIRECTED = new Status(421);

  /**
   * Reads them out of a head.
   *
   * @param secure whether it came over TLS
   * @throws BadMessage with the status to answer before the connection is closed
   */
  static Terms of(RequestHead head, boolean secure) throws BadMessage {
    HttpVersion version = head.line().version();
    Framing framing = Framing.ofRequest(head.fields(), version);
    requireOurs(head.line().target(), secure);
    return new Terms(
        version,
        head.line().method(),
        framing,
        Persistence.ofRequest(version, head.fields()),
        expectsContinue(head) && mayHaveContent(framing));
  }

  /** An origin server need not be a proxy, and https means over TLS (RFC 9110 §7.4). */
  private static void requireOurs(RequestTarget target, boolean secure) throws BadMessage {
    String ours = secure ? "https" : "http";
    switch (target) {
      case RequestTarget.AbsoluteForm absolute -> {
        if (absolute.scheme().equals(ours)) return;
        throw new BadMessage(MISDIRECTED, "only " + ours + " is served on this connection");
      }
      case RequestTarget.AuthorityForm _ ->
          throw new BadMessage(Status.NOT_IMPLEMENTED, "this is no proxy: there is no CONNECT");
      case RequestTarget.OriginForm _, RequestTarget.AsteriskForm _ -> {}
    }
  }

  /** RFC 9110 §10.1.1; HTTP/1.0 does not know the field, and there it must be ignored. */
  private static boolean expectsContinue(RequestHead head) throws BadMessage {
    if (!head.fields().has("Expect") || head.line().version() == HttpVersion.HTTP_1_0) return false;
    List<String> expected = head.fields().list("Expect");
    for (String each : expected) {
      if (!each.equalsIgnoreCase("100-continue")) {
        throw new BadMessage(EXPECTATION_FAILED, "the only expectation met here is 100-continue");
      }
    }
    return !expected.isEmpty();
  }

  private static boolean mayHaveContent(Framing framing) {
    return switch (framing) {
      case Framing.None() -> false;
      case Framing.Length(long bytes) -> bytes > 0;
      case Framing.Chunked(), Framing.UntilClose() -> true;
    };
  }

  /** Whether a body that nobody read may be short enough to be read and dropped. */
  boolean worthDraining(long limit) {
    return switch (framing) {
      case Framing.None() -> true;
      case Framing.Length(long bytes) -> bytes <= limit;
      case Framing.Chunked() -> true;
      case Framing.UntilClose() -> false;
    };
  }
}
