package dev.tinwire.httpclient;

import dev.tinwire.http.Basic;
import dev.tinwire.wire.Deadline;
import dev.tinwire.wire.Visible;
import dev.tinwire.wire.WireException;
import dev.tinwire.wire.command.Output;
import dev.tinwire.wire.command.Parsed;
import dev.tinwire.wire.command.UsageError;
import dev.tinwire.wire.secret.Netrc;
import dev.tinwire.wire.secret.Secret;
import dev.tinwire.wire.secret.SecretReader;
import dev.tinwire.wire.secret.SecretSource;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Who we are, as the command line says: {@code --user}, {@code --netrc-file}. */
final class LoginOptions {
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private LoginOptions() {}

  /**
   * Reads what is needed.
   *
   * @param first the URL whose origin {@code --user} is for
   */
  static Logins logins(Parsed parsed, Url first, Output output)
      throws WireException, InterruptedException, UsageError {
    Optional<String> user = parsed.find(AskOptions.USER);
    Optional<Path> netrc = parsed.find(AskOptions.NETRC);
    if (user.isPresent()) return Logins.at(first.origin(), basic(user.get(), output));
    if (netrc.isEmpty()) return Logins.NONE;
    var reader = SecretReader.ofThisProcess(output::note);
    Path file = netrc.get();
    return url -> inNetrc(reader, file, url);
  }

  private static Basic basic(String text, Output output)
      throws WireException, InterruptedException, UsageError {
    int colon = text.indexOf(':');
    String name = colon < 0 ? text : text.substring(0, colon);
    try {
      if (colon >= 0) return new Basic(name, Secret.of(text.substring(colon + 1)));
      var source = new SecretSource.Typed("Password of " + Visible.of(name) + ": ");
      var reader = SecretReader.ofThisProcess(output::note);
      return new Basic(name, reader.read(source, Deadline.in(PATIENCE)));
    } catch (IllegalArgumentException _) {
      throw new UsageError("--user: a name or password with a control character cannot be sent");
    }
  }

  private static Optional<Basic> inNetrc(SecretReader reader, Path file, Url url)
      throws WireException {
    String host = url.hostText();
    Optional<Netrc.Entry> found =
        reader
            .find(new SecretSource.InNetrc(file, host, Optional.empty()))
            .filter(entry -> entry.login().isPresent());
    if (found.isEmpty()) return Optional.empty();
    Secret password = found.get().password().orElse(Secret.of(""));
    return Optional.of(Basic.of(found.get().login().orElseThrow(), password));
  }
}
