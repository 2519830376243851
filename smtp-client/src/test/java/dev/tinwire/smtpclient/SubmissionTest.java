package dev.tinwire.smtpclient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.tinwire.testkit.SmtpScript;
import dev.tinwire.testkit.Transcript;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One message and the next: what is said, in which turns, and what is made of the answers. */
final class SubmissionTest {
  private static final String TEXT = "Subject: Hi\r\n\r\nHello\r\n";

  @Test
  void theTextbookDialogueGoesAsTheTextbookSays() throws Exception {
    try (var server =
        new Transcript(
            """
            S: 220 mx.example ESMTP
            C: EHLO [127.0.0.1]
            S: 250-mx.example
            S: 250 STARTTLS
            C: STARTTLS
            S: 220 go
            TLS
            C: EHLO [127.0.0.1]
            S: 250-mx.example
            S: 250 AUTH LOGIN
            C: AUTH LOGIN bWVAeC5leGFtcGxl
            S: 334 UGFzc3dvcmQ6
            C: c2VjcmV0
            S: 235 welcome
            C: MAIL FROM:<me@x.example>
            S: 250 ok
            C: RCPT TO:<you@y.example>
            S: 250 ok
            C: DATA
            S: 354 go on
            C: Subject: Hi
            C:
            C: Hello
            C: .
            S: 250 2.0.0 queued as 4711
            C: QUIT
            S: 221 bye
            """)) {
      var mailing = Mailing.to(server).over(Security.STARTTLS).as("me@x.example", "secret");
      Sent sent = mailing.send(Mailing.letter(TEXT, "you@y.example")).getFirst();
      var accepted = assertInstanceOf(Outcome.Accepted.class, sent.outcome());
      assertEquals("250 2.0.0 queued as 4711", accepted.reply().words());
      assertEquals(9, sent.turns()); // QUIT would be the tenth
    }
  }

  @Test
  void sixTurnsDoWithPlainAndPipelining() throws Exception {
    try (var server =
        new Transcript(
            SmtpScript.TO_TLS
                + """
                S: 250-mx.example
                S: 250-PIPELINING
                S: 250-SIZE 1000
                S: 250 AUTH LOGIN PLAIN
                C: AUTH PLAIN AG1lAHNlY3JldA==
                S: 235 welcome
                C: MAIL FROM:<me@x.example> SIZE=22
                C: RCPT TO:<you@y.example>
                C: DATA
                S: 250 ok
                S: 250 ok
                S: 354 go on
                C*: .
                S: 250 ok
                C: QUIT
                S: 221 bye
                """)) {
      var mailing = Mailing.to(server).over(Security.STARTTLS).as("me", "secret");
      Sent sent = mailing.send(Mailing.letter(TEXT, "you@y.example")).getFirst();
      assertInstanceOf(Outcome.Accepted.class, sent.outcome());
      assertEquals(6, sent.turns());
    }
  }

  @Test
  void withChunkingAMessageIsOneTurn() throws Exception {
    try (var server =
        new Transcript(
            """
            S: 220 mx.example ESMTP
            C: EHLO [127.0.0.1]
            S: 250-mx.example
            S: 250-PIPELINING
            S: 250 CHUNKING
            C: MAIL FROM:<me@x.example>
            C: RCPT TO:<you@y.example>
            C: BDAT 22 LAST
            C+: Subject: Hi\\r\\n\\r\\n.ello\\r\\n
            S: 250 ok
            S: 250 ok
            S: 250 taken
            C: MAIL FROM:<me@x.example>
            C: RCPT TO:<you@y.example>
            C: BDAT 22 LAST
            C+: Subject: Hi\\r\\n\\r\\n.ello\\r\\n
            S: 250 ok
            S: 250 ok
            S: 250 taken
            C: QUIT
            S: 221 bye
            """)) {
      Letter letter = Mailing.letter("Subject: Hi\n\n.ello", "you@y.example");
      List<Sent> sent = Mailing.to(server).send(letter, letter);
      assertEquals(List.of(2, 1), sent.stream().map(Sent::turns).toList());
    }
  }

  /** What is under way cannot be called back, so with several nothing of the message goes along. */
  @Test
  void allOrNobodyGetsIt() throws Exception {
    try (var server =
        new Transcript(
            """
            S: 220 mx.example ESMTP
            C: EHLO [127.0.0.1]
            S: 250-mx.example
            S: 250-PIPELINING
            S: 250 CHUNKING
            C: MAIL FROM:<me@x.example>
            C: RCPT TO:<you@y.example>
            C: RCPT TO:<nobody@y.example>
            S: 250 ok
            S: 250 ok
            S: 550 5.1.1 no such user
            C: RSET
            C: MAIL FROM:<me@x.example>
            C: RCPT TO:<you@y.example>
            C: BDAT 22 LAST
            C+: Subject: Hi\\r\\n\\r\\nHello\\r\\n
            S: 250 ok
            S: 250 ok
            S: 250 ok
            S: 250 taken
            C: QUIT
            S: 221 bye
            """)) {
      var sent =
          Mailing.to(server)
              .send(
                  Mailing.letter(TEXT, "you@y.example", "nobody@y.example"),
                  Mailing.letter(TEXT, "you@y.example"));
      var failed = assertInstanceOf(Outcome.Failed.class, sent.getFirst().outcome());
      assertEquals(MailStatus.NO_USER, failed.status());
      assertEquals("nobody@y.example", failed.refused().getFirst().mailbox().address());
      assertInstanceOf(Outcome.Accepted.class, sent.getLast().outcome());
    }
  }

  @Test
  void withPartialTheOthersGetItAndTheRefusedIsNamed() throws Exception {
    try (var server =
        new Transcript(
            """
            S: 220 mx.example ESMTP
            C: EHLO [127.0.0.1]
            S: 250-mx.example
            S: 250 PIPELINING
            C: MAIL FROM:<me@x.example>
            C: RCPT TO:<you@y.example>
            C: RCPT TO:<nobody@y.example>
            C: DATA
            S: 250 ok
            S: 250 ok
            S: 452 4.2.2 full
            S: 354 go on
            C*: .
            S: 250 taken
            C: QUIT
            S: 221 bye
            """)) {
      Outcome outcome =
          Mailing.to(server)
              .partial()
              .outcome(Mailing.letter(TEXT, "you@y.example", "nobody@y.example"));
      var accepted = assertInstanceOf(Outcome.Accepted.class, outcome);
      assertEquals(1, accepted.recipients().size());
      assertEquals(452, accepted.refused().getFirst().reply().code());
      assertEquals(MailStatus.LATER, outcome.status());
    }
  }

  @Test
  void aDataNobodyIsLeftForIsEndedAtOnce() throws Exception {
    try (var server =
        new Transcript(
            """
            S: 220 mx.example ESMTP
            C: EHLO [127.0.0.1]
            S: 250-mx.example
            S: 250 PIPELINING
            C: MAIL FROM:<me@x.example>
            C: RCPT TO:<nobody@y.example>
            C: DATA
            S: 250 ok
            S: 550 no such user
            S: 354 go on
            C: .
            S: 554 no valid recipients
            C: QUIT
            S: 221 bye
            """)) {
      Outcome outcome = Mailing.to(server).outcome(Mailing.letter(TEXT, "nobody@y.example"));
      assertEquals(MailStatus.NO_USER, outcome.status());
    }
  }
}
