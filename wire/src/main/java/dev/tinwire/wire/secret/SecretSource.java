package dev.tinwire.wire.secret;

import dev.tinwire.wire.Visible;
import java.nio.file.Path;
import java.util.Optional;

/** Where a secret comes from. Never from an argument: everybody on the computer can read those. */
public sealed interface SecretSource {
  /** Typed at the terminal, without echo. */
  record Typed(String question) implements SecretSource {}

  /** The value of an environment variable. */
  record Variable(String name) implements SecretSource {}

  /** The first line of a file; a pipe such as {@code /dev/fd/3} will do. */
  record InFile(Path file) implements SecretSource {}

  /**
   * The first line a command prints. It runs as {@code sh -c}, so that pipes and quotes work as at
   * the prompt ({@code pass show mail | head -1}); the line is the user's own, from an option or a
   * configuration, and nothing that a peer sent may ever be part of it.
   */
  record Printed(String command) implements SecretSource {}

  /** The password of a host, and perhaps of one of several users there, in a {@code .netrc}. */
  record InNetrc(Path file, String host, Optional<String> user) implements SecretSource {}

  /** For messages: "environment variable SMTP_PASSWORD". */
  default String described() {
    return switch (this) {
      case Typed _ -> "the terminal";
      case Variable(var name) -> "environment variable " + Visible.of(name);
      case InFile(var file) -> "file " + Visible.of(file.toString());
      case Printed(var command) -> "command \"" + Visible.cut(command, 60) + "\"";
      case InNetrc(var file, _, _) -> "file " + Visible.of(file.toString());
    };
  }
}
