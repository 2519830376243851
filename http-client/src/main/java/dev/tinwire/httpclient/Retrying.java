package dev.tinwire.httpclient;

import dev.tinwire.http.Fields;
import dev.tinwire.wire.DialFailed;
import dev.tinwire.wire.WireException;
import dev.tinwire.wire.command.Output;
import dev.tinwire.wire.terminal.Figures;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Tries again where that does no harm and may help, after a pause that grows, or that the server
 * asks for.
 *
 * @param most how many more tries than the first
 */
record Retrying(Sender sender, int most, Output output, RandomGenerator dice) implements Sender {
  @Override
  public Response send(Request request) throws IOException, InterruptedException {
    for (int done = 1; ; done++) {
      Retry.Failure failure;
      String why;
      try {
        Response response = sender.send(request);
        failure = new Retry.Failure.Refused(response.status(), response.fields());
        boolean good = !response.status().isClientError() && !response.status().isServerError();
        Optional<Duration> pause = good ? Optional.empty() : pause(request, failure, done);
        if (pause.isEmpty()) return response;
        response.close();
        why = response.status().toString();
        rest(why, pause.get());
      } catch (WireException e) {
        Optional<Duration> pause = pause(request, failure(e), done);
        if (pause.isEmpty()) throw e;
        rest(String.valueOf(e.getMessage()), pause.get());
      }
    }
  }

  static Retry.Failure failure(IOException e) {
    return e instanceof DialFailed ? new Retry.Failure.NotReached() : new Retry.Failure.Broken();
  }

  /** Empty if it is over. */
  Optional<Duration> pause(Request request, Retry.Failure failure, int done) {
    var decided =
        Retry.of(
            request.method(),
            request.payload().repeatable(),
            failure,
            done,
            most,
            InstantSource.system(),
            dice);
    if (decided instanceof Retry.After(Duration pause)) return Optional.of(pause);
    if (done <= most && failure instanceof Retry.Failure.Refused(_, Fields fields)) {
      Retry.tooLate(fields, InstantSource.system()).ifPresent(output::note);
    }
    return Optional.empty();
  }

  void rest(String why, Duration pause) throws InterruptedException {
    output.note(why + "; trying again in " + Figures.elapsed(pause));
    Thread.sleep(pause);
  }
}
