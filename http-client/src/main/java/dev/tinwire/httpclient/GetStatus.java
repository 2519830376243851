package dev.tinwire.httpclient;

import dev.tinwire.http.Status;
import dev.tinwire.wire.command.Command;
import dev.tinwire.wire.command.ExitStatus;

/** What the client's commands tell the shell besides {@link ExitStatus}. */
final class GetStatus {
  /** The final answer was 4xx. */
  static final int CLIENT_ERROR = 4;

  /** The final answer was 5xx. */
  static final int SERVER_ERROR = 5;

  /** What came is not what was to come: {@code --sha256}. */
  static final int NOT_VERIFIED = 6;

  static final Command.Entry[] ENTRIES = {
    new Command.Entry("4", "the final answer was 4xx"),
    new Command.Entry("5", "the final answer was 5xx"),
    new Command.Entry("6", "what came is not what was to come (--sha256)")
  };

  private GetStatus() {}

  static int of(Status status) {
    if (status.isServerError()) return SERVER_ERROR;
    return status.isClientError() ? CLIENT_ERROR : ExitStatus.DONE;
  }
}
