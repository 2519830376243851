package dev.tinwire.smtpclient;

import java.util.Optional;

/** What to do where the server said nothing, or nothing that is known. Pure. */
final class SituationAdvice {
  private static final Advice MISMATCH =
      new Advice(
          "Way of TLS and port may not go together.",
          "465 begins with TLS (--tls implicit), 587 with STARTTLS (--tls starttls)");

  private SituationAdvice() {}

  static Optional<Advice> of(Problem problem, Route route) {
    if (problem.kind() == Problem.Kind.STOPPED) {
      return problem.stage() == Stage.VERDICT
          ? Optional.of(broken(Stage.VERDICT, route))
          : Optional.empty();
    }
    return Optional.of(
        switch (problem.kind()) {
          case UNKNOWN_HOST ->
              new Advice("There is no such server.", "check the name behind --server");
          case BROKEN, STOPPED -> broken(problem.stage(), route);
          case PROTOCOL ->
              new Advice(
                  "What answers there does not speak SMTP as it should, or somebody meddles.",
                  "look at it with --trace; check host and port");
          case NO_TLS -> noTls(problem.stage());
          case UNTRUSTED ->
              new Advice(
                  "The server could not prove who it is, so it was told nothing.",
                  "use the name in its certificate, or trust it: --cacert FILE, --pin KEY");
          case NO_SECRET ->
              new Advice(
                  "There is no password to sign in with.",
                  "set SMTP_PASSWORD, or use --password-file or --password-command");
          case NO_LOGIN -> noLogin(problem);
          case UNFIT ->
              new Advice(
                  "The message was not sent.", "change it, or send it through another server");
          case FILE -> new Advice("The message was cut short and dropped.", "check the files");
          case LATER ->
              new Advice("The server says: not now.", "try again later, or let us: --retry 3");
          case REFUSED ->
              problem.stage() == Stage.RECIPIENT
                  ? new Advice(
                      "The server does not take mail for them from you.",
                      "check the address; --partial sends to the others")
                  : new Advice("The server refused it for good.", "its words say why");
        });
  }

  private static Advice broken(Stage stage, Route route) {
    String other = route.security() == Security.IMPLICIT ? "587" : "465";
    return switch (stage) {
      case CONNECT ->
          new Advice(
              "The server was not reached; many networks block the ports of mail.",
              "try port " + other + ", another network, or --proxy");
      case GREETING, TLS -> MISMATCH;
      case VERDICT ->
          new Advice(
              "The message was sent whole, but nothing came back.",
              "look whether it arrived before you send it again");
      case HELLO, STARTTLS, LOGIN, SENDER, RECIPIENT, DATA, CONTENT, QUIT ->
          new Advice("The message was not sent.", "try again; --trace shows how far it comes");
    };
  }

  private static Advice noTls(Stage stage) {
    return switch (stage) {
      case LOGIN ->
          new Advice(
              "Anybody on the way could have read the password.",
              "use --tls starttls or --tls implicit");
      case TLS -> MISMATCH;
      case CONNECT, GREETING, HELLO, STARTTLS, SENDER, RECIPIENT, DATA, CONTENT, VERDICT, QUIT ->
          new Advice(
              "Without TLS everybody on the way could read along; somebody may have taken it out.",
              "use port 465 (--tls implicit); --tls none only where you know the network");
    };
  }

  private static Advice noLogin(Problem problem) {
    return problem.reply().isPresent()
        ? new Advice(
            "Name or password is wrong, or this kind of password is not taken.",
            "check both; many providers want an app password, made in the account's settings")
        : new Advice(
            "The server does not offer the sign-in that was asked for.",
            "try --auth auto; tinwire mail check shows what it offers");
  }
}
