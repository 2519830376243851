package dev.tinwire.smtpclient;

import dev.tinwire.wire.Durations;
import dev.tinwire.wire.command.Command;
import java.time.Duration;

/**
 * What is taken from an identity server and from a browser at most, and how long they are waited
 * for.
 *
 * @param answer bytes of an answer
 * @param exchange one question and its answer
 * @param strangers requests to the listener that are not the answer awaited
 * @param browser for one such request to come whole
 */
record OAuthLimits(int answer, Duration exchange, int strangers, Duration browser) {
  static final OAuthLimits DEFAULT =
      new OAuthLimits(256 * 1024, Duration.ofSeconds(30), 20, Duration.ofSeconds(10));

  /** For the help page. */
  Command.Entry[] entries() {
    return new Command.Entry[] {
      new Command.Entry("256 KiB", "for an answer of the identity server"),
      new Command.Entry(Durations.print(exchange), "for one question to it"),
      new Command.Entry(strangers + " requests", "to the listener that are not the browser's")
    };
  }
}
