package dev.tinwire.wire.secret;

import dev.tinwire.wire.Deadline;
import dev.tinwire.wire.TimedOut;
import dev.tinwire.wire.Visible;
import dev.tinwire.wire.WireException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Fetches secrets from where the user keeps them. An empty one is refused: it is a variable or a
 * file that somebody forgot to fill.
 */
public final class SecretReader {
  private final Optional<Prompt> prompt;
  private final Function<String, @Nullable String> environment;
  private final Consumer<String> warnings;

  /**
   * A reader on surroundings of one's own, for tests.
   *
   * @param prompt somebody to ask, if anybody is there
   * @param environment as {@link System#getenv(String)}
   * @param warnings takes sentences for the user's eyes, such as "others can read this file"
   */
  public SecretReader(
      Optional<Prompt> prompt,
      Function<String, @Nullable String> environment,
      Consumer<String> warnings) {
    this.prompt = prompt;
    this.environment = environment;
    this.warnings = warnings;
  }

  /** A reader on the terminal and the environment of this process. */
  public static SecretReader ofThisProcess(Consumer<String> warnings) {
    return new SecretReader(Prompt.terminal(), System::getenv, warnings);
  }

  /**
   * Reads the secret; the caller closes it.
   *
   * @param deadline how long a command may take; a person may take longer
   */
  public Secret read(SecretSource source, Deadline deadline)
      throws WireException, InterruptedException {
    try {
      Secret secret = fetch(source, deadline);
      if (secret.isEmpty()) throw new NoSecret(source, "it is empty");
      return secret;
    } catch (NoSecret | TimedOut e) {
      throw e;
    } catch (IOException e) {
      throw noSecret(source, e);
    }
  }

  /** Who one is on a host: the entry has the login besides the password, and may have neither. */
  public Optional<Netrc.Entry> find(SecretSource.InNetrc source) throws WireException {
    try {
      return Netrc.read(source.file(), warnings).find(source.host(), source.user());
    } catch (IOException e) {
      throw noSecret(source, e);
    }
  }

  /** Where curl looks too: {@code $NETRC}, or else {@code .netrc} in the user's home. */
  public Path usualNetrc() {
    String named = environment.apply("NETRC");
    return named == null ? Path.of(System.getProperty("user.home"), ".netrc") : Path.of(named);
  }

  private static NoSecret noSecret(SecretSource source, IOException e) {
    String problem =
        switch (e) {
          case NoSuchFileException _ -> "there is no such file";
          case AccessDeniedException _ -> "it may not be read";
          case WireException ours -> String.valueOf(ours.getMessage());
          default -> "it cannot be read: " + Visible.of(e.toString());
        };
    return new NoSecret(source, problem, e);
  }

  private Secret fetch(SecretSource source, Deadline deadline)
      throws IOException, InterruptedException {
    return switch (source) {
      case SecretSource.Typed typed -> typed(typed);
      case SecretSource.Variable variable -> variable(variable);
      case SecretSource.InFile(var file) -> FirstLine.of(PrivateFile.read(file, warnings));
      case SecretSource.Printed(var command) ->
          FirstLine.of(new SecretCommand(command).output(deadline));
      case SecretSource.InNetrc netrc -> netrc(netrc);
    };
  }

  private Secret typed(SecretSource.Typed source) throws NoSecret {
    if (prompt.isEmpty()) {
      throw new NoSecret(
          source, "nobody can be asked here; name a file, a variable or a command that has it");
    }
    return prompt
        .get()
        .ask(source.question())
        .map(Secret::taking)
        .orElseThrow(() -> new NoSecret(source, "nothing was typed"));
  }

  private Secret variable(SecretSource.Variable source) throws NoSecret {
    String value = environment.apply(source.name());
    if (value == null) throw new NoSecret(source, "it is not set");
    return Secret.of(value);
  }

  private Secret netrc(SecretSource.InNetrc source) throws WireException {
    return find(source)
        .flatMap(Netrc.Entry::password)
        .orElseThrow(() -> new NoSecret(source, "it has no password for " + whose(source)));
  }

  private static String whose(SecretSource.InNetrc source) {
    String user = source.user().map(name -> Visible.of(name) + " at ").orElse("");
    return user + Visible.of(source.host());
  }
}
