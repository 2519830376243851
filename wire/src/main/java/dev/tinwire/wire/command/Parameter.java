package dev.tinwire.wire.command;

/**
 * Something the user gives a text for, which has a grammar: the value of an option or an argument.
 */
public sealed interface Parameter<T> permits Value, Argument {
  /** What stands for the text in the help page: {@code TIME}. */
  String label();

  Grammar<T> grammar();

  /** How errors call it. */
  String name();
}
