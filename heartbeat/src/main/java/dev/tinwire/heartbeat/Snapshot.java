package dev.tinwire.heartbeat;

import dev.tinwire.wire.Malformed;
import dev.tinwire.wire.Visible;
import dev.tinwire.wire.WireException;
import dev.tinwire.wire.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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

  Snapshot(Path file, Book book, Lock lock, MonitorLoop.Clocks clocks) {
    this.file = file;
    this.book = book;
    this.lock = lock;
    this.clocks = clocks;
  }

  /** Writes it. Senders are copied a few at a time, so that beats need not wait long. */
  void write() throws IOException {
    var out = new StringBuilder(256 + 400 * book.roster.size());
    Moment now = clocks.now();
    out.append("{\"rejected\":").append(book.rejected.all());
    for (Rejection why : Rejection.values()) {
      out.append(",\"").append(EventLine.word(why)).append("\":").append(book.rejected.of(why));
    }
    out.append(",\"own_drops\":").append(book.drops.all());
    out.append(",\"clock\":").append(ClockMark.now(now).print().print());
    out.append(",\"senders\":[");
    int from = out.length();
    for (int at = 0; at < book.roster.end(); at += AT_ONCE) some(at, now, from, out);
    out.append("\n]}\n");
    Path fresh = file.resolveSibling(file.getFileName() + ".part");
    Files.writeString(fresh, out, StandardCharsets.UTF_8);
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
  }

  private void some(int start, Moment now, int from, StringBuilder out) {
    lock.lock();
    try {
      for (int i = start; i < Math.min(start + AT_ONCE, book.roster.end()); i++) {
        Sender sender = book.roster.at(i);
        if (sender == null) continue;
        out.append(out.length() == from ? "\n" : ",\n");
        SenderRecord.print(sender, book.detection(), now, out);
      }
    } finally {
      lock.unlock();
    }
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
