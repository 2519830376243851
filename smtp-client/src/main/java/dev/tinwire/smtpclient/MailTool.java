package dev.tinwire.smtpclient;

import dev.tinwire.wire.command.Command;
import dev.tinwire.wire.command.ExitStatus;
import dev.tinwire.wire.command.SelfCheck;
import dev.tinwire.wire.command.Standard;
import dev.tinwire.wire.command.Tool;
import java.util.List;
import java.util.Optional;

/** {@code tinwire mail}: sends messages; with a word of its own it looks at servers instead. */
public final class MailTool implements Tool {
  private final Optional<TokenEndpoint.Maker> endpoints;

  /** One that asks identity servers by itself. */
  public MailTool() {
    this.endpoints = Optional.empty();
  }

  /**
   * A tool.
   *
   * @param endpoints an HTTP client that asks identity servers
   */
  public MailTool(TokenEndpoint.Maker endpoints) {
    this.endpoints = Optional.of(endpoints);
  }

  /** Made when it is wanted: this tool is made at every start of the suite. */
  private OAuthCommands oauth() {
    return endpoints.map(OAuthCommands::new).orElse(OAuthCommands.DIRECT);
  }

  @Override
  public String name() {
    return "mail";
  }

  @Override
  public String summary() {
    return "sends mail, and says why not";
  }

  @Override
  public String example() {
    return "tinwire mail --via gmail --user me@gmail.com --to a@b";
  }

  /** The words that may stand first; without one of them, mail is sent. */
  public static List<String> actions() {
    return List.of("check", "login", "logout");
  }

  @Override
  public Command command() {
    return Command.of(
            name(), summary(), (parsed, standard) -> MailCommand.run(parsed, standard, oauth()))
        .options(ServerOptions.SERVERS)
        .options(ServerOptions.SIGNING_IN)
        .options(MessageOptions.MESSAGE)
        .options(MessageOptions.SENDING)
        .options(ServerOptions.NETWORK)
        .options(ServerOptions.SEEING)
        .examples(
            new Command.Entry(
                "tinwire mail --via gmail --user me@gmail.com --to a@b.example --subject Hi --body"
                    + " Hello --attach cat.png",
                "asks for the password, and says which one is meant"),
            new Command.Entry(
                "tinwire mail --server localhost:2525 --tls none --from a@b --to c@d --eml x.eml",
                "a ready message to a server under test"),
            new Command.Entry(
                "tinwire mail ... --batch rows.csv --to '{email}' --subject 'Dear {name}'",
                "one message for each row, over one connection"),
            new Command.Entry("tinwire mail ... --explain", "what each line of it does"),
            new Command.Entry(
                "tinwire mail check --via gmail", "looks at the server, sends nothing"))
        .statuses(MailStatus.ENTRIES)
        .limits(MailLimits.DEFAULT.entries());
  }

  @Override
  public int run(List<String> words, Standard standard) {
    String first = words.isEmpty() ? "" : words.getFirst();
    List<String> rest = words.isEmpty() ? words : words.subList(1, words.size());
    return switch (first) {
      case "check" -> sysexits(CheckCommand.command(oauth()).run(rest, standard));
      case "login" -> oauth().login().run(rest, standard);
      case "logout" -> oauth().logout().run(rest, standard);
      default -> sysexits(command().run(words, standard));
    };
  }

  /** The two that all tools have in common have numbers of their own in sysexits.h. */
  private static int sysexits(int status) {
    return switch (status) {
      case ExitStatus.REFUSED -> MailStatus.IO;
      case ExitStatus.USAGE -> MailStatus.USAGE;
      default -> status;
    };
  }

  @Override
  public List<SelfCheck> selfChecks() {
    return List.of(new SelfCheck("a message is sent, with STARTTLS and a login", MailCheck::run));
  }
}
