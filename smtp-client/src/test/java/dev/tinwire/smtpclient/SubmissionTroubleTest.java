package dev.tinwire.smtpclient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.tinwire.testkit.Loopback;
import dev.tinwire.testkit.SmtpScript;
import dev.tinwire.testkit.Transcript;
import dev.tinwire.wire.Endpoint;
import java.net.ServerSocket;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is tried again, what never, and what nobody knows. */
final class SubmissionTroubleTest {
  private static final String TEXT = "Subject: Hi\r\n\r\nHello\r\n";

  @Test
  void noReplyAfterTheMessageMeansNobodyKnowsAndNothingIsTriedAgain() throws Exception {
    try (var server =
        new Transcript(
            SmtpScript.PLAIN
                + SmtpScript.TO_DATA
                + """
                C*: .
                S CUT
                """)) {
      Outcome outcome =
          Mailing.to(server).retrying(3).outcome(Mailing.letter(TEXT, "you@y.example"));
      assertInstanceOf(Outcome.Unsure.class, outcome);
      assertEquals(MailStatus.UNSURE, outcome.status());
    }
  }

  @Test
  void notNowIsTriedAgainOverAnotherConnection() throws Exception {
    try (var server =
        new Transcript(
            SmtpScript.PLAIN
                + """
                C: MAIL FROM:<me@x.example>
                S: 250 ok
                C: RCPT TO:<you@y.example>
                S: 451 4.7.1 greylisted
                """
                + SmtpScript.QUIT
                + "---\n"
                + SmtpScript.PLAIN
                + SmtpScript.TO_DATA
                + SmtpScript.TAKEN
                + SmtpScript.QUIT)) {
      var mailing = Mailing.to(server).retrying(2);
      Sent sent = mailing.send(Mailing.letter(TEXT, "you@y.example")).getFirst();
      assertInstanceOf(Outcome.Accepted.class, sent.outcome());
      assertEquals(2, sent.tries());
      assertEquals(1, mailing.pauses().size());
      assertEquals(true, mailing.notes().getFirst().startsWith("451 4.7.1 greylisted; trying"));
    }
  }

  /**
   * Only a server that says "not now" is asked again; where there is none, a person has to look.
   */
  @Test
  void whoIsNotReachedIsNotTriedAgain() throws Exception {
    int closed;
    try (var listener = new ServerSocket(0, 1, Loopback.V4)) {
      closed = listener.getLocalPort();
    }
    var mailing = Mailing.to(new Endpoint("127.0.0.1", closed)).retrying(3);
    Sent sent = mailing.send(Mailing.letter(TEXT, "you@y.example")).getFirst();
    assertEquals(1, sent.tries());
    assertEquals(MailStatus.LATER, sent.outcome().status());
    assertEquals(List.of(), mailing.pauses());
  }

  @Test
  void aConnectionThatGrewOldIsMadeAnew() throws Exception {
    try (var server =
        new Transcript(
            SmtpScript.PLAIN
                + SmtpScript.TO_DATA
                + SmtpScript.TAKEN
                + """
                C: MAIL FROM:<me@x.example>
                S: 421 4.7.0 too many messages, come back
                ---
                """
                + SmtpScript.PLAIN
                + SmtpScript.TO_DATA
                + SmtpScript.TAKEN
                + SmtpScript.QUIT)) {
      Letter letter = Mailing.letter(TEXT, "you@y.example");
      var sent = Mailing.to(server).send(letter, letter);
      assertInstanceOf(Outcome.Accepted.class, sent.getLast().outcome());
    }
  }

  @Test
  void reportsAreAskedForWhereTheyAreOffered() throws Exception {
    try (var server =
        new Transcript(
            """
            S: 220 mx.example ESMTP
            C: EHLO [127.0.0.1]
            S: 250-mx.example
            S: 250-DSN
            S: 250-8BITMIME
            S: 250 SMTPUTF8
            C: MAIL FROM:<jörg@x.example> BODY=8BITMIME SMTPUTF8 RET=HDRS
            S: 250 ok
            C: RCPT TO:<you@xn--bcher-kva.example> NOTIFY=SUCCESS,DELAY
            S: 250 ok
            C: DATA
            S: 354 go on
            """
                + SmtpScript.TAKEN
                + SmtpScript.QUIT)) {
      var from = Mailing.mailbox("jörg@x.example");
      Letter letter = Mailing.letter("Subject: Hi\n\n\u00fc\n", from, "you@bücher.example");
      Outcome outcome = Mailing.to(server).reporting("success,delay").outcome(letter);
      assertInstanceOf(Outcome.Accepted.class, outcome);
    }
  }
}
