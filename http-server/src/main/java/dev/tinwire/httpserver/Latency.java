package dev.tinwire.httpserver;

import dev.tinwire.http.RequestHead;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;

/** How long requests took, counted in a few classes, on its way to another observer. */
final class Latency implements ServerObserver {
  /** The upper ends of the classes; one more has what took longer. */
  static final List<Duration> ENDS =
      List.of(
          Duration.ofMillis(1),
          Duration.ofMillis(5),
          Duration.ofMillis(25),
          Duration.ofMillis(100),
          Duration.ofMillis(500),
          Duration.ofMillis(2500),
          Duration.ofSeconds(10),
          Duration.ofSeconds(60));

  private final ServerObserver next;
  private final List<LongAdder> classes = new ArrayList<>();
  private final LongAdder nanos = new LongAdder();

  Latency(ServerObserver next) {
    this.next = next;
    for (int i = 0; i <= ENDS.size(); i++) classes.add(new LongAdder());
  }

  @Override
  public void served(Served served) {
    int i = 0;
    while (i < ENDS.size() && served.duration().compareTo(ENDS.get(i)) > 0) i++;
    classes.get(i).increment();
    nanos.add(served.duration().toNanos());
    next.served(served);
  }

  @Override
  public void failed(RequestHead request, Exception failure) {
    next.failed(request, failure);
  }

  @Override
  public void noticed(String sentence) {
    next.noticed(sentence);
  }

  /** How many were in each class. */
  List<Long> counts() {
    return classes.stream().map(LongAdder::sum).toList();
  }

  /** All times together. */
  Duration total() {
    return Duration.ofNanos(nanos.sum());
  }
}
