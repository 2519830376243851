package dev.tinwire.wire;

import java.util.List;
import java.util.stream.Collectors;

/** No connection came about; the message names every address tried, and why it did not do. */
public final class DialFailed extends WireException {
  private static final long serialVersionUID = 1L;

  /** What failed, for those who choose an exit status by it. */
  public enum Kind {
    UNKNOWN_HOST,
    UNREACHABLE,
    TIMED_OUT,
    PROXY
  }

  private final Kind kind;

  DialFailed(Kind kind, String message) {
    super(message);
    this.kind = kind;
  }

  DialFailed(Kind kind, String message, Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }

  /**
   * All addresses were tried in vain.
   *
   * @param to who was to be reached, as a message calls it
   */
  static DialFailed unreachable(String to, List<Attempt> attempts) {
    return new DialFailed(Kind.UNREACHABLE, "could not connect to " + to + words(to, attempts));
  }

  /** Time ran out before one of them answered. */
  static DialFailed timedOut(String to, Deadline deadline, List<Attempt> attempts) {
    return new DialFailed(
        Kind.TIMED_OUT,
        "could not connect to "
            + to
            + " within "
            + Durations.print(deadline.allowed())
            + words(to, attempts));
  }

  /**
   * The same of a proxy, which people forget that they have: a variable of the environment may have
   * named it long ago.
   *
   * @param to the proxy, as a message calls it
   */
  DialFailed ofProxy(String to) {
    String said = String.valueOf(getMessage());
    String whose = said.contains(to) ? said : "no way to " + to + ": " + said;
    String running = kind == Kind.UNREACHABLE ? "is it running? " : "";
    return new DialFailed(kind, whose + "; " + running + "--proxy none does without it", this);
  }

  private static String words(String to, List<Attempt> attempts) {
    if (attempts.isEmpty()) return "";
    if (attempts.size() == 1 && Endpoint.of(attempts.getFirst().address()).toString().equals(to)) {
      return ": " + attempts.getFirst().outcome(); // the address need not be said twice
    }
    return attempts.stream().map(Attempt::toString).collect(Collectors.joining(", ", ": ", ""));
  }
}
