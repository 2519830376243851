package dev.tinwire.heartbeat;

/**
 * One thing that is wrong in a configuration file.
 *
 * @param line counted from 1, as editors do
 * @param column counted from 1
 * @param problem what is wrong and what would be right, in words
 */
record ConfigFault(int line, int column, String problem) implements Comparable<ConfigFault> {
  @Override
  public int compareTo(ConfigFault other) {
    return line != other.line ? line - other.line : column - other.column;
  }

  /** As compilers say it, so that editors jump to the place. */
  String in(String file) {
    return file + ":" + line + ":" + column + ": " + problem;
  }
}
