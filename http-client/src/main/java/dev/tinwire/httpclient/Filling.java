package dev.tinwire.httpclient;

import dev.tinwire.wire.EndOfStream;
import dev.tinwire.wire.Visible;
import dev.tinwire.wire.WireException;
import dev.tinwire.wire.terminal.Progress;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** Fills the gaps of one file over several connections. The first failure ends all of it. */
final class Filling {
  private final Sender sender;
  private final Request request;
  private final PartNote note;
  private final Gaps gaps;
  private final PartFile part;
  private final Progress progress;
  private final AtomicInteger next = new AtomicInteger(1); // the first is in the answer we have
  private final Queue<IOException> failures = new ConcurrentLinkedQueue<>();
  private boolean ended;

  Filling(
      Sender sender, Request request, PartNote note, Gaps gaps, PartFile part, Progress progress) {
    this.sender = sender;
    this.request = request;
    this.note = note;
    this.gaps = gaps;
    this.part = part;
    this.progress = progress;
  }

  /**
   * Does it. What came stays noted if it fails.
   *
   * @param first the answer for the first gap, or more than that
   * @param connections how many at once
   */
  void run(Response first, int connections) throws IOException, InterruptedException {
    noteIt();
    var helpers = new ArrayList<Thread>();
    for (int i = 1; i < connections; i++) {
      helpers.add(Thread.ofPlatform().daemon().name("segment " + i).start(this::workOn));
    }
    try {
      pour(first, 0);
      first.close(); // what goes beyond the gap is not wanted
      workOn();
    } catch (IOException e) {
      failures.add(e);
    }
    join(helpers);
    if (!failures.isEmpty()) {
      noteIt();
      throw failures.element();
    }
  }

  private void join(List<Thread> helpers) throws InterruptedException {
    try {
      if (!failures.isEmpty()) end(helpers);
      for (Thread helper : helpers) helper.join();
    } catch (InterruptedException e) {
      end(helpers);
      throw e;
    }
  }

  /** Interrupts nobody who writes: that would close the file for all of them. */
  private synchronized void end(List<Thread> helpers) {
    ended = true;
    helpers.forEach(Thread::interrupt);
  }

  private synchronized void write(ByteBuffer piece, long at)
      throws IOException, InterruptedException {
    if (ended) throw new InterruptedException("another one failed");
    part.write(piece, at);
  }

  private synchronized void noteIt() throws IOException {
    part.note(note.lacking(gaps.left()));
  }

  private void workOn() {
    try {
      for (int i = next.getAndIncrement(); i < gaps.count(); i = next.getAndIncrement()) {
        if (!failures.isEmpty()) return;
        fill(i);
      }
    } catch (IOException e) {
      failures.add(e);
    } catch (InterruptedException _) {
      // Another one failed, or the whole is given up; that is told.
    }
  }

  private void fill(int index) throws IOException, InterruptedException {
    Gaps.Gap gap = gaps.gap(index);
    try (var response = sender.send(Segments.part(request, note, gap))) {
      if (!Segments.fits(response, note, gap)) {
        throw new WireException(
            response.url()
                + " changed while it came, or gave another part than was asked for ("
                + Visible.of(response.status().toString())
                + ")");
      }
      pour(response, index);
    }
  }

  private void pour(Response response, int index) throws IOException, InterruptedException {
    var pieces = new Pieces(response);
    Gaps.Gap gap = gaps.gap(index);
    for (long at = gap.from(); at < gap.to(); ) {
      var bytes = pieces.next(gap.to() - at);
      if (bytes.isEmpty()) {
        throw new EndOfStream(response.url() + " ended before byte " + gap.to());
      }
      int n = bytes.get().remaining();
      write(bytes.get(), at);
      at += n;
      if (gaps.filled(index, n)) noteIt();
      progress.add(n);
    }
  }
}
