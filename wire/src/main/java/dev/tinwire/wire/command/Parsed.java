package dev.tinwire.wire.command;

import dev.tinwire.wire.Malformed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A command line that is understood: every text in it is a value of its parameter's type. */
public final class Parsed {
  private final Words words;
  private final Map<String, List<?>> values;

  private Parsed(Words words, Map<String, List<?>> values) {
    this.words = words;
    this.values = values;
  }

  /** Gives each text its meaning, or says which one has none. */
  static Parsed of(Command command, Words words) throws UsageError {
    var values = new HashMap<String, List<?>>();
    for (var group : command.groups()) {
      for (var option : group.options()) {
        if (option instanceof Value<?> value)
          values.put(value.name(), all(value, texts(value, words)));
      }
    }
    arguments(command, words.rest(), values);
    return new Parsed(words, values);
  }

  public boolean has(Flag flag) {
    return words.has(flag);
  }

  /** Whether the command line says it itself, be it what would be assumed without. */
  public boolean given(Option option) {
    return words.options().containsKey(option.name());
  }

  /** All that was given for it, in the order of the command line. */
  @SuppressWarnings("unchecked") // only all(Parameter<T>, …) puts into the map
  public <T> List<T> all(Parameter<T> parameter) {
    var found = values.get(parameter.name());
    if (found == null) throw new IllegalArgumentException("no parameter here: " + parameter.name());
    return (List<T>) found;
  }

  /** One value as it was said, and by which option. */
  public record Said<T>(Value<T> option, T value) {
    /** By name: the {@code equals} of a record is linked when it is first called, which is dear. */
    public boolean by(Option other) {
      return option.name().equals(other.name());
    }
  }

  /** All that was given for these together, in the order of the command line; no presets. */
  public <T> List<Said<T>> inOrder(List<Value<T>> options) {
    var left = new HashMap<String, Iterator<Said<T>>>();
    for (var option : options) {
      var said = all(option).stream().map(value -> new Said<>(option, value));
      left.put(option.name(), said.iterator());
    }
    var all = new ArrayList<Said<T>>();
    for (String name : words.order()) {
      var next = left.get(name);
      if (next != null) all.add(next.next());
    }
    return List.copyOf(all);
  }

  /** The last that was given, or the preset: later words correct earlier ones. */
  public <T> Optional<T> find(Parameter<T> parameter) {
    var all = all(parameter);
    return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
  }

  /** As {@link #find}, for what is always there: a required argument, an option with a preset. */
  public <T> T get(Parameter<T> parameter) {
    return find(parameter).orElseThrow();
  }

  /** One value before the whole line is understood; it must have a preset. */
  static <T> T value(Value<T> option, Words words) throws UsageError {
    return all(option, texts(option, words)).getLast();
  }

  private static List<String> texts(Value<?> value, Words words) {
    var given = words.options().getOrDefault(value.name(), List.of());
    return given.isEmpty() ? value.preset().stream().toList() : given;
  }

  private static <T> List<T> all(Parameter<T> parameter, List<String> texts) throws UsageError {
    var all = new ArrayList<T>();
    for (String text : texts) {
      try {
        all.add(parameter.grammar().parse(text));
      } catch (Malformed fault) {
        throw UsageError.of(parameter, fault);
      }
    }
    return List.copyOf(all);
  }

  private static void arguments(Command command, List<String> texts, Map<String, List<?>> values)
      throws UsageError {
    int next = 0;
    for (var argument : command.arguments()) {
      int end = (int) Math.min(texts.size(), (long) next + argument.most());
      if (end - next < argument.least()) throw new UsageError(argument.label() + " is missing");
      values.put(argument.name(), all(argument, texts.subList(next, end)));
      next = end;
    }
    if (next < texts.size()) throw UsageError.superfluous(texts.get(next));
  }
}
