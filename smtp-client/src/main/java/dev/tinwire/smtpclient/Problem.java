package dev.tinwire.smtpclient;

import dev.tinwire.wire.DialFailed;
import dev.tinwire.wire.EndOfStream;
import dev.tinwire.wire.Malformed;
import dev.tinwire.wire.TimedOut;
import dev.tinwire.wire.TooLong;
import dev.tinwire.wire.Unsolicited;
import dev.tinwire.wire.Visible;
import dev.tinwire.wire.WireException;
import dev.tinwire.wire.command.ExitStatus;
import dev.tinwire.wire.secret.NoSecret;
import dev.tinwire.wire.tls.Fault;
import dev.tinwire.wire.tls.TlsFailed;
import java.io.IOException;
import java.util.Optional;

/**
 * Why something was not done.
 *
 * @param words what happened, safe to show; for a refusal what the server said
 * @param reply what the server said, if it said something
 */
record Problem(Stage stage, Kind kind, String words, Optional<Reply> reply) {
  /** What sort of obstacle it is; the exit status follows from it. */
  enum Kind {
    /** The server said no for good. */
    REFUSED(MailStatus.UNAVAILABLE),
    /** The server said not now. */
    LATER(MailStatus.LATER),
    UNKNOWN_HOST(MailStatus.NO_HOST),
    /** Not reached, too slow, or cut off. */
    BROKEN(MailStatus.LATER),
    /** What came is not SMTP. */
    PROTOCOL(MailStatus.PROTOCOL),
    /** TLS is wanted and not to be had. */
    NO_TLS(MailStatus.CONFIG),
    UNTRUSTED(MailStatus.CONFIG),
    /** There is nothing to sign in with. */
    NO_SECRET(MailStatus.CONFIG),
    /** Signing in is wanted and not possible, or was refused. */
    NO_LOGIN(MailStatus.NO_PERMISSION),
    /** This message is not for this server. */
    UNFIT(MailStatus.DATA),
    /** The message itself could not be read. */
    FILE(MailStatus.IO),
    /** Somebody pressed Ctrl-C. */
    STOPPED(ExitStatus.INTERRUPTED);

    private final int status;

    Kind(int status) {
      this.status = status;
    }
  }

  static Problem of(Stage stage, Kind kind, String words) {
    return new Problem(stage, kind, words, Optional.empty());
  }

  /** A reply that was not the one hoped for. */
  static Problem refused(Stage stage, Reply reply) {
    return new Problem(stage, kindOf(stage, reply), reply.words(), Optional.of(reply));
  }

  private static Kind kindOf(Stage stage, Reply reply) {
    if (reply.isTransient()) return Kind.LATER;
    if (!reply.isPermanent()) return Kind.PROTOCOL;
    if (stage == Stage.STARTTLS) return Kind.NO_TLS;
    return switch (reply.code()) {
      case 530, 534, 535, 538 -> Kind.NO_LOGIN; // RFC 4954 §6
      default -> stage == Stage.LOGIN ? Kind.NO_LOGIN : Kind.REFUSED;
    };
  }

  /** A wire that broke, or what else kept us from going on. */
  static Problem of(Stage stage, IOException e) {
    return switch (e) {
      case Stopped stopped -> stopped.problem();
      case DialFailed failed -> of(stage, dialling(failed), words(e));
      case TlsFailed failed -> of(Stage.TLS, shaking(failed.fault()), words(e));
      case NoSecret _ -> of(Stage.LOGIN, Kind.NO_SECRET, words(e));
      // A server that speaks first, where TLS should have come with the first byte.
      case Unsolicited _ when stage == Stage.CONNECT -> of(Stage.TLS, Kind.NO_TLS, words(e));
      case Malformed _, TooLong _, Unsolicited _ -> of(stage, Kind.PROTOCOL, at(stage, e));
      case TimedOut _ -> of(stage, Kind.BROKEN, words(e));
      case EndOfStream _ -> of(stage, Kind.BROKEN, at(stage, e));
      // Before the first byte only our own files can be at fault: certificates to be trusted.
      case WireException _ when stage == Stage.CONNECT || stage == Stage.TLS ->
          of(Stage.TLS, Kind.UNTRUSTED, words(e));
      case WireException _ -> of(stage, Kind.BROKEN, words(e));
      // An interrupt closes the channel under a reader.
      default ->
          Thread.currentThread().isInterrupted()
              ? of(stage, Kind.STOPPED, "stopped while " + stage.doing())
              : of(stage, Kind.BROKEN, Visible.of(at(stage, e)));
    };
  }

  private static Kind dialling(DialFailed failed) {
    return failed.kind() == DialFailed.Kind.UNKNOWN_HOST ? Kind.UNKNOWN_HOST : Kind.BROKEN;
  }

  private static Kind shaking(Fault fault) {
    return switch (fault) {
      case CLOSED, OTHER -> Kind.BROKEN;
      case NOT_TLS, NOTHING_IN_COMMON, OLD_PROTOCOL, NO_APPLICATION_PROTOCOL -> Kind.NO_TLS;
      case WRONG_HOST,
          NAMED_IN_COMMON_NAME_ONLY,
          EXPIRED,
          NOT_YET_VALID,
          UNKNOWN_AUTHORITY,
          SELF_SIGNED,
          NOT_FOR_SERVERS,
          WEAK_KEY,
          WEAK_SIGNATURE,
          WRONG_PIN,
          BAD_CHAIN,
          UNRECOGNIZED_NAME,
          CERTIFICATE_WANTED,
          CERTIFICATE_REFUSED ->
          Kind.UNTRUSTED;
    };
  }

  private static String at(Stage stage, IOException e) {
    return stage.doing() + ": " + words(e);
  }

  private static String words(IOException e) {
    return Optional.ofNullable(e.getMessage()).orElseGet(e::toString);
  }

  int status() {
    boolean recipient = kind == Kind.REFUSED && stage == Stage.RECIPIENT;
    return recipient ? MailStatus.NO_USER : kind.status;
  }

  /** Whether the server closes the connection with it (RFC 5321 §3.8). */
  boolean isGoodbye() {
    return reply.map(r -> r.code() == 421).orElse(false);
  }

  /** Whether it says no more than that the connection had grown old (RFC 5321 §4.5.3.2). */
  boolean isStale() {
    boolean gone = kind == Kind.BROKEN || kind == Kind.PROTOCOL || isGoodbye();
    return stage == Stage.SENDER && gone;
  }

  /** Whether the next message would fail in the same way: who we are, or where, is at fault. */
  boolean isForAll() {
    return stage.compareTo(Stage.LOGIN) <= 0 || kind == Kind.NO_LOGIN;
  }

  /** Whether the same may go well later, and trying again does no harm (4xx before the message). */
  boolean worthAnotherTry() {
    return kind == Kind.LATER && stage.beforeContent() && stage != Stage.LOGIN;
  }
}
