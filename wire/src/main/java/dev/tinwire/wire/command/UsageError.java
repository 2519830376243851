package dev.tinwire.wire.command;

import dev.tinwire.wire.Malformed;
import dev.tinwire.wire.Visible;
import java.util.Optional;

/**
 * The user's mistake: ends the command with status 2, one line that says what is wrong, and where
 * it is a fault in a text, that text with a caret under the fault. A tool throws it too, for
 * options that contradict each other.
 */
public final class UsageError extends Exception {
  private static final long serialVersionUID = 1L;

  private final String caret;

  public UsageError(String message) {
    super(message);
    this.caret = "";
  }

  private UsageError(String message, Malformed fault) {
    super(message, fault);
    this.caret = fault.caret();
  }

  /** A text that does not follow the grammar of its parameter. */
  public static UsageError of(Parameter<?> parameter, Malformed fault) {
    return new UsageError(parameter.name() + ": " + fault.getMessage(), fault);
  }

  /** With advice, where there is any. */
  static UsageError unknown(String what, String word, Optional<String> nearest) {
    String advice = nearest.map(name -> "; did you mean " + name + "?").orElse("");
    return new UsageError("unknown " + what + " " + Visible.of(word) + advice);
  }

  /** One that another program has. */
  static UsageError ofElsewhere(String word, String advice) {
    return new UsageError("unknown option " + Visible.of(word) + "; here: " + advice);
  }

  static UsageError superfluous(String word) {
    return new UsageError("one argument too many: " + Visible.of(word));
  }

  /** The faulty text and a caret under the fault, in two lines; or nothing. */
  public Optional<String> caret() {
    return caret.isEmpty() ? Optional.empty() : Optional.of(caret);
  }
}
