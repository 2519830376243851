package dev.tinwire.wire.command;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** A command line taken apart, its texts not yet given a meaning. */
record Words(Set<Flag> flags, Map<Value<?>, List<String>> values, List<String> rest) {}
