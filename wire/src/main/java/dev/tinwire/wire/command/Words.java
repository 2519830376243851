package dev.tinwire.wire.command;

import java.util.List;
import java.util.Map;

/**
 * A command line taken apart, its texts not yet given a meaning.
 *
 * @param options what was given for each option that is there, by {@link Option#name}
 * @param rest what belongs to no option
 * @param order the names of the options, each as often as it was given and where it stood
 */
record Words(Map<String, List<String>> options, List<String> rest, List<String> order) {
  boolean has(Flag flag) {
    return options.containsKey(flag.name());
  }
}
