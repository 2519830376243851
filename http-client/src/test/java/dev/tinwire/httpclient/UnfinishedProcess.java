package dev.tinwire.httpclient;

import dev.tinwire.wire.command.Standard;
import java.util.List;

/** {@code tinwire get} as a process of its own, for signals that only a process gets. */
final class UnfinishedProcess {
  private UnfinishedProcess() {}

  public static void main(String[] words) {
    int status = new GetTool().run(List.of(words), Standard.ofProcess());
    if (status != 0) System.exit(status);
  }
}
