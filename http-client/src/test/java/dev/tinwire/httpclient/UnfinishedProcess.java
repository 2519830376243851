package dev.tinwire.httpclient;

import dev.tinwire.wire.command.Standard;
import java.util.List;

/**
 * {@code tinwire get} or {@code put} as a process of its own, for signals that only a process gets.
 */
final class UnfinishedProcess {
  private UnfinishedProcess() {}

  public static void main(String[] words) {
    int status =
        Lines.tool(words[0]).run(List.of(words).subList(1, words.length), Standard.ofProcess());
    if (status != 0) System.exit(status);
  }
}
