package dev.tinwire.heartbeat;

import java.io.IOException;
import java.util.List;

/** Somebody who sends mail for the monitor; the suite fills it in with its own client. */
@FunctionalInterface
public interface Mailer {
  /** Hands a mail over to a server that takes care of it from then on. */
  void send(List<String> to, String subject, String text) throws IOException, InterruptedException;
}
