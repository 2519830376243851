package dev.tinwire.wire.command;

import java.util.List;
import java.util.Optional;

/**
 * An option with a value: {@code --timeout TIME}.
 *
 * @param preset the text that counts when the option is not given
 * @param alone the text that counts when only its name is; a value is then written behind a {@code
 *     =} and never takes the word that follows, which is an argument: {@code --upload[=DIR]}
 */
public record Value<T>(
    List<String> names,
    String label,
    Grammar<T> grammar,
    String help,
    Optional<String> preset,
    Optional<String> alone)
    implements Option, Parameter<T> {
  public Value {
    names = List.copyOf(names);
  }

  public static <T> Value<T> of(String label, Grammar<T> grammar, String help, String... names) {
    return new Value<>(List.of(names), label, grammar, help, Optional.empty(), Optional.empty());
  }

  /** The same option with a text that counts when it is not given; the help page shows it. */
  public Value<T> preset(String text) {
    return new Value<>(names, label, grammar, help, Optional.of(text), alone);
  }

  /** The same option with a text that counts when it is given without a value. */
  public Value<T> alone(String text) {
    return new Value<>(names, label, grammar, help, preset, Optional.of(text));
  }

  @Override
  public String name() {
    return Option.super.name();
  }

  @Override
  public String term() {
    String all = String.join(", ", names);
    return alone.isPresent() ? all + "[=" + label + "]" : all + " " + label;
  }

  /** What it does, and the preset. */
  @Override
  public String meaning() {
    return help + preset.map(text -> " (default: " + text + ")").orElse("");
  }
}
