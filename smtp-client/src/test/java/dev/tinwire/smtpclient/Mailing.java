package dev.tinwire.smtpclient;

import dev.tinwire.testkit.TestIdentity;
import dev.tinwire.testkit.Transcript;
import dev.tinwire.wire.Conversation;
import dev.tinwire.wire.DialOptions;
import dev.tinwire.wire.Endpoint;
import dev.tinwire.wire.Malformed;
import dev.tinwire.wire.Resolver;
import dev.tinwire.wire.secret.Secret;
import dev.tinwire.wire.terminal.Progress;
import dev.tinwire.wire.tls.SpkiPin;
import dev.tinwire.wire.tls.TlsClient;
import dev.tinwire.wire.tls.TlsOptions;
import dev.tinwire.wire.tls.Trust;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** A submission to a scripted server, with everything a test may want to choose. */
final class Mailing {
  private final Endpoint server;
  private final List<String> notes = new ArrayList<>();
  private final List<Duration> pauses = new ArrayList<>();
  private Security security = Security.NONE;
  private Credentials credentials = new Credentials.None();
  private AuthChoice choice = AuthChoice.AUTO;
  private SendOptions options = new SendOptions(false, Optional.empty());
  private int retries;

  private Mailing(Endpoint server) {
    this.server = server;
  }

  static Mailing to(Transcript server) {
    return new Mailing(Endpoint.of(server.address()));
  }

  static Mailing to(Endpoint server) {
    return new Mailing(server);
  }

  Mailing over(Security wanted) {
    security = wanted;
    return this;
  }

  Mailing as(String user, String password) {
    credentials = new Credentials.Password(user, Secret.of(password));
    return this;
  }

  Mailing withToken(String user, String token) {
    credentials = new Credentials.Token(user, () -> Secret.of(token));
    return this;
  }

  Mailing by(AuthChoice wanted) {
    choice = wanted;
    return this;
  }

  Mailing partial() {
    options = new SendOptions(true, options.reports());
    return this;
  }

  Mailing reporting(String kinds) throws Malformed {
    options = new SendOptions(options.partial(), Optional.of(Reports.parse(kinds)));
    return this;
  }

  Mailing retrying(int times) {
    retries = times;
    return this;
  }

  /** What the user would have been told. */
  List<String> notes() {
    return List.copyOf(notes);
  }

  List<Duration> pauses() {
    return List.copyOf(pauses);
  }

  /** Sends them over one connection, and says goodbye. */
  List<Sent> send(Letter... letters) throws InterruptedException {
    var all = new ArrayList<Sent>();
    try (var submission = submission()) {
      for (Letter letter : letters) all.add(submission.send(letter));
    }
    return all;
  }

  Outcome outcome(Letter letter) throws InterruptedException {
    return send(letter).getFirst().outcome();
  }

  private Submission submission() {
    var pin = SpkiPin.of(TestIdentity.localhost().certificate().getPublicKey());
    var tls = new TlsClient(TlsOptions.DEFAULT.with(new Trust.Pinned(Set.of(pin))));
    var route = new Route(server, security, DialOptions.defaults(), Resolver.system(), tls);
    var entrance =
        new Entrance(
            route,
            credentials,
            choice,
            MailLimits.DEFAULT.within(Duration.ofSeconds(10)),
            Conversation.SILENT);
    var around =
        new Submission.Surroundings(
            System::nanoTime, new Random(1), pauses::add, notes::add, _ -> Progress.silent());
    return new Submission(entrance, options, retries, around);
  }

  static Letter letter(String text, String... recipients) throws IOException {
    return letter(text, mailbox("me@x.example"), recipients);
  }

  static Letter letter(String text, Mailbox from, String... recipients) throws IOException {
    var to = Arrays.stream(recipients).map(Mailing::mailbox).toList();
    return Letter.foreign(new Envelope(from, to), new TextContent(text));
  }

  static Mailbox mailbox(String text) {
    try {
      return Mailbox.parse(text);
    } catch (Malformed e) {
      throw new AssertionError(e);
    }
  }
}
