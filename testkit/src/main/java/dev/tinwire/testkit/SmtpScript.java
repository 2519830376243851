package dev.tinwire.testkit;

/** What conversations with a mail server have in common, in the lines of a {@link Transcript}. */
public final class SmtpScript {
  /** A server that offers nothing. */
  public static final String PLAIN =
      """
      S: 220 mx.example ESMTP
      C: EHLO [127.0.0.1]
      S: 250 mx.example
      """;

  /** From the greeting until TLS is spoken, and the client has to ask anew what there is. */
  public static final String TO_TLS =
      """
      S: 220 mx.example ESMTP
      C: EHLO [127.0.0.1]
      S: 250-mx.example
      S: 250 STARTTLS
      C: STARTTLS
      S: 220 go
      TLS
      C: EHLO [127.0.0.1]
      """;

  /** A message from one to one, until all of it may come. */
  public static final String TO_DATA =
      """
      C: MAIL FROM:<me@x.example>
      S: 250 ok
      C: RCPT TO:<you@y.example>
      S: 250 ok
      C: DATA
      S: 354 go on
      """;

  /** It has come, whatever it was. */
  public static final String TAKEN =
      """
      C*: .
      S: 250 ok
      """;

  public static final String QUIT =
      """
      C: QUIT
      S: 221 bye
      """;

  private SmtpScript() {}
}
