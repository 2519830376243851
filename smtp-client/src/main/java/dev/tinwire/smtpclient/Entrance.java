package dev.tinwire.smtpclient;

import dev.tinwire.wire.Connection;
import dev.tinwire.wire.Conversation;
import dev.tinwire.wire.Deadline;
import dev.tinwire.wire.Dialled;
import dev.tinwire.wire.Endpoint;
import dev.tinwire.wire.tls.TlsFailed;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Optional;

/**
 * The way in: connect, greeting, EHLO, STARTTLS, EHLO again, AUTH (RFC 5321 §3.1, RFC 3207, RFC
 * 4954). Either it leads to a session under the protection that was asked for, or nothing at all is
 * said about a message or a password.
 *
 * <pre>
 * S: 220 mx.example ESMTP
 * C: EHLO [192.0.2.7]
 * S: 250 STARTTLS                 nothing of this is believed later
 * C: STARTTLS
 * S: 220 go                       nothing may follow before the handshake
 * C: EHLO [192.0.2.7]
 * S: 250 AUTH PLAIN LOGIN
 * C: AUTH PLAIN …
 * S: 235 welcome
 * </pre>
 */
record Entrance(
    Route route,
    Credentials credentials,
    AuthChoice choice,
    MailLimits limits,
    Conversation conversation) {

  /** Goes in; the session is the caller's to close. */
  Session enter(Findings findings) throws Stopped, InterruptedException {
    SignIn signIn;
    try {
      signIn = SignIn.prepare(credentials, choice); // a token is got before anybody waits for it
    } catch (IOException e) {
      throw new Stopped(Problem.of(Stage.LOGIN, e));
    }
    Optional<Problem> refused = Optional.empty();
    while (true) {
      Dialogue dialogue;
      try {
        dialogue = dialled(findings);
      } catch (IOException e) {
        throw new Stopped(refused.orElse(Problem.of(Stage.CONNECT, e)));
      }
      try {
        Capabilities capabilities = introduced(dialogue, findings);
        findings.capabilities(capabilities);
        signIn.over(dialogue, capabilities, route, findings);
        return new Session(dialogue, capabilities);
      } catch (TlsFailed e) {
        Problem problem = Problem.of(dialogue.stage(), e);
        leave(dialogue, problem);
        if (!route.tls().offersMoreAfter(e)) throw new Stopped(problem);
        refused = Optional.of(problem);
        conversation.note(e.getMessage() + "; once more, with every key exchange on offer");
      } catch (IOException e) {
        Problem problem = Problem.of(dialogue.stage(), e);
        leave(dialogue, problem);
        throw new Stopped(problem);
      }
    }
  }

  /** A server that said no in good order gets a goodbye; from any other we just go. */
  private static void leave(Dialogue dialogue, Problem problem) {
    boolean inOrder =
        problem.reply().map(reply -> reply.code() != 421).orElse(false)
            && problem.kind() != Problem.Kind.PROTOCOL
            && dialogue.awaited() == 0;
    if (inOrder) dialogue.quit();
    else dialogue.drop();
  }

  private Dialogue dialled(Findings findings) throws IOException, InterruptedException {
    Deadline deadline = Deadline.in(limits.connect());
    if (route.security() != Security.NONE) route.tls().prepare();
    Connection connection =
        route.security() == Security.IMPLICIT
            ? route.tls().connect(() -> connected(findings, deadline), deadline)
            : connected(findings, deadline);
    report(connection, findings);
    return new Dialogue(connection, limits, conversation);
  }

  private Connection connected(Findings findings, Deadline deadline)
      throws IOException, InterruptedException {
    Dialled dialled = route.dial(deadline);
    findings.attempts(dialled.attempts());
    dialled.attempts().forEach(attempt -> conversation.note(attempt.toString()));
    return dialled.connection();
  }

  private Capabilities introduced(Dialogue dialogue, Findings findings) throws IOException {
    dialogue.await();
    Reply greeting = dialogue.hear(Stage.GREETING);
    findings.greeting(greeting);
    if (greeting.code() != 220) throw new Stopped(Problem.refused(Stage.GREETING, greeting));
    Capabilities offered = hello(dialogue);
    if (route.security() != Security.STARTTLS) return offered;
    findings.capabilities(offered);
    secure(dialogue, offered, findings);
    return hello(dialogue);
  }

  private void secure(Dialogue dialogue, Capabilities offered, Findings findings)
      throws IOException {
    if (!offered.offers(Extension.STARTTLS)) {
      throw new Stopped(
          Problem.of(
              Stage.STARTTLS,
              Problem.Kind.NO_TLS,
              dialogue.peer() + " does not offer STARTTLS, so nothing was sent to it"));
    }
    Reply go = dialogue.ask(Stage.STARTTLS, SmtpCommand.starttls());
    if (go.code() != 220) throw new Stopped(Problem.refused(Stage.STARTTLS, go));
    dialogue.enter(Stage.TLS);
    Deadline deadline = Deadline.in(limits.connect());
    Connection connection = dialogue.connection();
    // Refuses whatever came behind the 220: it would pass for a reply under TLS.
    connection.secured(raw -> route.tls().quickHandshake(raw, connection.peer(), deadline));
    report(connection, findings);
  }

  private void report(Connection connection, Findings findings) {
    if (connection.tls().isEmpty()) return;
    findings.tls(connection.tls().get());
    if (conversation.equals(Conversation.SILENT)) return;
    findings.tls().ifPresent(report -> conversation.note(report.lines().getFirst()));
  }

  /** EHLO; HELO only where neither TLS nor a login is wanted, which it could not give. */
  private Capabilities hello(Dialogue dialogue) throws IOException {
    String name = name(dialogue);
    Reply reply = dialogue.ask(Stage.HELLO, SmtpCommand.ehlo(name));
    if (reply.code() == 250) return Capabilities.of(reply);
    boolean plain = route.security() == Security.NONE && credentials instanceof Credentials.None;
    if (!reply.isPermanent() || !plain) throw new Stopped(Problem.refused(Stage.HELLO, reply));
    dialogue.demand(Stage.HELLO, SmtpCommand.helo(name));
    return Capabilities.NONE;
  }

  /**
   * Who we are: our address on this connection (RFC 5321 §4.1.4). A host name would be looked up
   * and found wanting, and tells the recipients what this computer is called.
   */
  private static String name(Dialogue dialogue) {
    InetAddress address = dialogue.connection().raw().getLocalAddress();
    String literal = Endpoint.of(new java.net.InetSocketAddress(address, 1)).host();
    int zone = literal.indexOf('%');
    if (zone >= 0) literal = literal.substring(0, zone);
    return address instanceof Inet6Address ? "[IPv6:" + literal + "]" : "[" + literal + "]";
  }
}
