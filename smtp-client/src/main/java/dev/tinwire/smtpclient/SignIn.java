package dev.tinwire.smtpclient;

import dev.tinwire.wire.Connection;
import dev.tinwire.wire.Malformed;
import dev.tinwire.wire.Visible;
import dev.tinwire.wire.secret.Secret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.codec.CodecPolicy;
import org.apache.commons.codec.binary.Base64;

/**
 * AUTH (RFC 4954): each mechanism at most once, none after a server has said that name or password
 * are wrong.
 */
record SignIn(Optional<Proof> proof, AuthChoice choice) {
  private static final Base64 STRICT = Base64.builder().setDecodingPolicy(CodecPolicy.STRICT).get();

  /**
   * A server that does not know an answer that comes before the question says 501 (RFC 4954 §4).
   * Leniency: some say 500 instead.
   */
  private static final Set<Integer> UNEXPECTED = Set.of(501, 500);

  /** Who one is, and what shows it. */
  record Proof(String user, Secret secret, boolean token) {}

  static SignIn prepare(Credentials credentials, AuthChoice choice)
      throws IOException, InterruptedException {
    return switch (credentials) {
      case Credentials.None _ -> new SignIn(Optional.empty(), choice);
      case Credentials.Password(String user, Secret secret) ->
          new SignIn(Optional.of(new Proof(prepared(user), prepared(secret), false)), choice);
      case Credentials.Token(String user, AccessTokens tokens) ->
          new SignIn(Optional.of(new Proof(user, tokens.fresh(), true)), choice);
    };
  }

  private static String prepared(String user) throws Stopped {
    return prepared("the name to sign in with", user);
  }

  private static Secret prepared(Secret secret) throws Stopped {
    String typed = secret.reveal();
    String prepared = prepared("the password", typed);
    return prepared.equals(typed) ? secret : Secret.of(prepared);
  }

  private static String prepared(String what, String text) throws Stopped {
    try {
      return SaslPrep.of(text);
    } catch (Malformed e) {
      String words = what + " " + e.problem();
      throw new Stopped(Problem.of(Stage.LOGIN, Problem.Kind.NO_SECRET, words));
    }
  }

  void over(Dialogue dialogue, Capabilities capabilities, Route route, Findings findings)
      throws IOException {
    if (proof.isEmpty()) return;
    dialogue.enter(Stage.LOGIN);
    requirePrivacy(dialogue, route);
    Set<String> offered = capabilities.mechanisms();
    List<Mechanism> plan = AuthPlan.of(choice, proof.get().token(), offered);
    if (plan.isEmpty()) throw new Stopped(nothingUsable(dialogue, offered));
    for (Mechanism mechanism : plan) {
      Reply reply = tried(dialogue, mechanism, proof.get());
      if (reply.code() == 235) {
        findings.signedIn(mechanism);
        return;
      }
      // 504: this mechanism is not supported after all (RFC 4954 §4). Anything else is an answer
      // to who we are, and asking again would only lock the account.
      if (reply.code() != 504 || mechanism == plan.getLast()) {
        throw new Stopped(Problem.refused(Stage.LOGIN, reply));
      }
    }
  }

  /** A password goes out under TLS, or does not leave this computer. */
  private static void requirePrivacy(Dialogue dialogue, Route route) throws Stopped {
    Connection connection = dialogue.connection();
    if (connection.tls().isPresent()) return;
    boolean here =
        route.dial().proxy().isEmpty() && connection.raw().getInetAddress().isLoopbackAddress();
    if (here) return;
    throw new Stopped(
        Problem.of(
            Stage.LOGIN,
            Problem.Kind.NO_TLS,
            "without TLS a password is only sent to this computer itself, not to "
                + connection.peer()));
  }

  private Problem nothingUsable(Dialogue dialogue, Set<String> offered) {
    String wanted =
        choice
            .mechanism()
            .map(Mechanism::saslName)
            .orElse(proof.orElseThrow().token() ? "a token" : "a password");
    String found =
        offered.isEmpty()
            ? "no way to sign in"
            : "only " + Visible.cut(String.join(", ", offered), 200);
    return Problem.of(
        Stage.LOGIN,
        Problem.Kind.NO_LOGIN,
        dialogue.peer() + " offers " + found + ", nothing for " + wanted + "; nothing was sent");
  }

  private static Reply tried(Dialogue dialogue, Mechanism mechanism, Proof proof)
      throws IOException {
    if (mechanism.begins()) {
      Optional<byte[]> first = answer(mechanism, 0, new byte[0], proof, dialogue);
      dialogue.say(Stage.LOGIN, SmtpCommand.auth(mechanism, first.map(SignIn::encoded)));
      Reply reply = challenged(dialogue, mechanism, proof, 1);
      if (!UNEXPECTED.contains(reply.code())) return reply;
    }
    dialogue.say(Stage.LOGIN, SmtpCommand.auth(mechanism, Optional.empty()));
    return challenged(dialogue, mechanism, proof, 0);
  }

  /** Answers challenges until the server has made up its mind. */
  private static Reply challenged(Dialogue dialogue, Mechanism mechanism, Proof proof, int given)
      throws IOException {
    Reply reply = dialogue.hear(Stage.LOGIN);
    for (int step = given; reply.code() == 334; step++) {
      Optional<byte[]> challenge = decoded(mechanism, reply);
      Optional<byte[]> answer =
          step >= MailLimits.CHALLENGES || challenge.isEmpty()
              ? Optional.empty()
              : answer(mechanism, step, challenge.get(), proof, dialogue);
      if (answer.isEmpty()) {
        dialogue.ask(Stage.LOGIN, SmtpCommand.cancel());
        throw new Stopped(
            Problem.of(
                Stage.LOGIN,
                Problem.Kind.PROTOCOL,
                dialogue.peer() + " asks for more than " + mechanism.saslName() + " has to say"));
      }
      reply = dialogue.ask(Stage.LOGIN, SmtpCommand.response(encoded(answer.get())));
    }
    if (reply.wantsMore()) throw new Stopped(Problem.refused(Stage.LOGIN, reply));
    return reply;
  }

  private static Optional<byte[]> answer(
      Mechanism mechanism, int step, byte[] challenge, Proof proof, Dialogue dialogue) {
    return proof
        .secret()
        .use(secret -> mechanism.answer(step, challenge, proof.user(), secret, dialogue.peer()));
  }

  /** Only CRAM-MD5 needs to understand what is asked; others are asked in any words. */
  private static Optional<byte[]> decoded(Mechanism mechanism, Reply reply) {
    if (mechanism != Mechanism.CRAM_MD5) return Optional.of(new byte[0]);
    try {
      byte[] challenge = STRICT.decode(reply.text().strip().getBytes(StandardCharsets.US_ASCII));
      return challenge.length == 0 ? Optional.empty() : Optional.of(challenge);
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private static String encoded(byte[] bytes) {
    return Base64.encodeBase64String(bytes);
  }
}
