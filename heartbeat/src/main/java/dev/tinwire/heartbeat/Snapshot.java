package dev.tinwire.heartbeat;

import dev.tinwire.wire.Malformed;
import dev.tinwire.wire.Visible;
import dev.tinwire.wire.WireException;
import dev.tinwire.wire.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.locks.Lock;
import org.jspecify.annotations.Nullable;

/**
 * The file of {@code --snapshot}: all counts, for whoever wants to read them, and all that a
 * monitor which was killed must know to go on. It is written beside its place and moved there, so
 * that nobody ever sees half of one.
 */
final class Snapshot {
  private static final int AT_ONCE = 256;
  private static final int LARGEST = 512 << 20;

  private final Path file;
  private final Book book;
  private final Lock lock;
  private final MonitorLoop.Clocks clocks;
  private final Octets octets = new Octets();
  private final SenderPrinter printer;

  Snapshot(Path file, Book book, Lock lock, MonitorLoop.Clocks clocks) {
    this.file = file;
    this.book = book;
    this.lock = lock;
    this.clocks = clocks;
    printer = new SenderPrinter(book.detection(), octets);
  }

  /** Writes it. Senders are copied a few at a time, so that beats need not wait long. */
  void write() throws IOException {
    Path fresh = file.resolveSibling(file.getFileName() + ".part");
    Moment now = clocks.now();
    octets.clear(); // there is something where the last one failed
    try (var out = Files.newOutputStream(fresh)) {
      head(now);
      String between = "\n";
      for (int at = 0; at < book.roster.end(); at += AT_ONCE) {
        between = some(at, now, between);
        octets.moveTo(out); // not under the lock: a disk may take its time
      }
      octets.add("\n]}\n").moveTo(out);
    }
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
  }

  private void head(Moment now) {
    octets.add("{\"rejected\":").add(book.rejected.all());
    for (Rejection why : Rejection.values()) {
      octets.add(",\"" + EventLine.word(why) + "\":").add(book.rejected.of(why));
    }
    octets.add(",\"own_drops\":").add(book.drops.all());
    octets.add(",\"clock\":").add(ClockMark.now(now).print().print());
    octets.add(",\"senders\":[");
  }

  private String some(int start, Moment now, String before) {
    String between = before;
    lock.lock();
    try {
      for (int i = start; i < Math.min(start + AT_ONCE, book.roster.end()); i++) {
        Sender sender = book.roster.at(i);
        if (sender == null) continue;
        octets.add(between);
        printer.print(sender, now);
        between = ",\n";
      }
    } finally {
      lock.unlock();
    }
    return between;
  }

  /** Reads it back, if it is there. One that is damaged is an error: it must not be lost unseen. */
  boolean read() throws IOException {
    if (!Files.exists(file)) return false;
    if (Files.size(file) > LARGEST) throw fault("it is larger than 512M", null);
    try {
      restore(Json.parse(Files.readString(file), LARGEST));
      return true;
    } catch (Malformed | IllegalArgumentException e) {
      throw fault(String.valueOf(e.getMessage()), e);
    }
  }

  private void restore(Json json) throws Malformed {
    Moment now = clocks.now();
    long off = ClockMark.read(json.get("clock")).ago(ClockMark.now(now));
    for (Json sender : json.get("senders").items()) {
      if (!book.roster.isFull()) SenderRecord.read(sender, book, off, now);
    }
    for (Rejection why : Rejection.values()) {
      var count = json.find(EventLine.word(why));
      if (count.isPresent()) book.rejected.restore(why, count.get().number().longValue());
    }
  }

  private WireException fault(String problem, @Nullable Exception cause) {
    String what = Visible.of(file.toString()) + " is no snapshot of a monitor: " + problem;
    return new WireException(what + "; move it away to begin anew", cause);
  }
}
