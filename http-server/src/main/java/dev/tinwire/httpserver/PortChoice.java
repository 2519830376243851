package dev.tinwire.httpserver;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Which ports are tried, one after the other. Who names a port means this one: another that was
 * chosen silently would be one nobody looks at.
 */
record PortChoice(List<Integer> ports) {
  static final int USUAL = 8080;

  /** So many neighbours may be taken before something else is the matter. */
  private static final int TRIES = 20;

  static PortChoice of(Optional<Integer> given) {
    return given
        .map(port -> new PortChoice(List.of(port)))
        .orElseGet(() -> new PortChoice(IntStream.range(USUAL, USUAL + TRIES).boxed().toList()));
  }

  /** What to say when it is not the first that was wished. */
  Optional<String> note(int taken) {
    int wished = ports.getFirst();
    return wished == 0 || wished == taken
        ? Optional.empty()
        : Optional.of("port " + wished + " is taken, so this is " + taken);
  }

  /**
   * Why nothing could be opened, and what to try.
   *
   * @param reason what the system said
   */
  String refusal(String reason) {
    int port = ports.getFirst();
    if (ports.size() > 1) {
      return "ports %d to %d are all taken; choose another with --port"
          .formatted(port, ports.getLast());
    }
    if (reason.contains("in use")) {
      return "port "
          + port
          + " is taken; choose another, or leave --port out for the next free one";
    }
    if (port < 1024 && reason.contains("ermission")) {
      return "port " + port + " is for the administrator only; --port " + USUAL + " is for all";
    }
    return "cannot listen: " + reason;
  }
}
