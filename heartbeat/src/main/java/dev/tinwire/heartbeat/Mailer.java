package dev.tinwire.heartbeat;

import java.io.IOException;
import java.util.List;

/** Somebody who sends mail for the monitor; the suite fills it in with its own client. */
@FunctionalInterface
public interface Mailer {
  /**
   * Something to be sent.
   *
   * @param how by which server and as whom, in the words of {@code tinwire mail}
   */
  record Mail(List<String> how, List<String> to, String subject, String text) {
    public Mail {
      how = List.copyOf(how);
      to = List.copyOf(to);
    }
  }

  /**
   * Hands a mail over to a server that takes care of it from then on.
   *
   * @throws FinalRefusal if another try would be in vain
   */
  void send(Mail mail) throws IOException, InterruptedException;

  /** Says what is wrong with the words before the first alarm; sends nothing. */
  default void check(List<String> how) throws IOException, InterruptedException {}
}
