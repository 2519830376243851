package dev.tinwire.testkit;

import java.io.InputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;

/**
 * Something that is run as a command is: arguments, standard streams and environment in, exit
 * status out. The command of a tool, called in this JVM, or a {@link Program}.
 */
@FunctionalInterface
public interface Command {
  int run(
      List<String> args, InputStream in, PrintStream out, PrintStream err, Map<String, String> env)
      throws Exception;
}
