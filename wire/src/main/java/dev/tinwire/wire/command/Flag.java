package dev.tinwire.wire.command;

import java.util.List;

/** An option that is there or not. */
public record Flag(List<String> names, String help) implements Option {
  public Flag {
    names = List.copyOf(names);
  }

  public static Flag of(String help, String... names) {
    return new Flag(List.of(names), help);
  }

  @Override
  public String term() {
    return String.join(", ", names);
  }
}
