package dev.tinwire.wire.command;

import java.util.List;

/** Options that belong together, under one title on the help page. */
public record Group(String title, List<Option> options) {
  public Group {
    options = List.copyOf(options);
  }

  public static Group of(String title, Option... options) {
    return new Group(title, List.of(options));
  }
}
