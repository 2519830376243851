package dev.tinwire.httpclient;

import dev.tinwire.wire.DialFailed;
import dev.tinwire.wire.WireException;
import dev.tinwire.wire.command.Output;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** Downloads that break in the middle of a body go on where they ended: {@code --retry}. */
record Perseverance(Retrying sender, Output output) {
  Fetched fetch(Request request, Destination destination, boolean resume)
      throws IOException, InterruptedException {
    return fetch(request, destination, resume, Optional.empty(), 1);
  }

  /** With the words of {@link Download}. */
  Fetched fetch(
      Request request,
      Destination destination,
      boolean resume,
      Optional<String> wanted,
      int segments)
      throws IOException, InterruptedException {
    boolean goOn = resume;
    for (int done = 1; ; done++) {
      try {
        return new Download(sender, output, goOn, wanted, segments).run(request, destination);
      } catch (NotVerified | DialFailed e) {
        throw e;
      } catch (WireException e) {
        Optional<Duration> pause = sender.pause(request, new Retry.Failure.Broken(), done);
        if (pause.isEmpty()) throw e;
        sender.rest(String.valueOf(e.getMessage()), pause.get());
        goOn = true;
      }
    }
  }
}
