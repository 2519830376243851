package dev.tinwire.httpserver;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Bytes between TLS and a socket get lost in neither way of using them, nor when it changes. */
class RecordsTest {
  private static final byte[] RECORD = {23, 3, 3, 0, 2, 'h', 'i'};

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteBuffer tray = ByteBuffer.allocate(8);

  private Records over(byte... fromClient) {
    return new Records(new ByteArrayInputStream(fromClient), out);
  }

  @Test
  void inALobbyNobodyWaits() throws IOException {
    Records records = over(RECORD);
    records.gather(tray, new byte[0], 0);
    assertThrows(SocketTimeoutException.class, () -> records.in().read());
    assertEquals(0, records.in().available());
    records.gather(tray, new byte[] {'x', 'y'}, 1);
    assertEquals('x', records.in().read());
    assertThrows(SocketTimeoutException.class, () -> records.in().read());
    assertEquals(0, records.in().read(new byte[0]), "asked for nothing");
  }

  @Test
  void aRecordIsWholeWithItsLastByte() {
    for (int n = 0; n < RECORD.length; n++) {
      Records records = over();
      records.gather(tray, RECORD, n);
      assertFalse(records.whole(), n + " bytes");
      records.keep();
      byte[] rest = Arrays.copyOfRange(RECORD, n, RECORD.length);
      records.gather(tray, rest, rest.length);
      assertTrue(records.whole(), n + " bytes, then the rest");
    }
  }

  @Test
  void whatIsWrittenIsGatheredForALobbyAndLeavesAtOnceForASession() throws IOException {
    Records records = over();
    records.out().write(RECORD);
    assertArrayEquals(RECORD, out.toByteArray());
    records.gather(tray, RECORD, 0);
    assertTrue(records.gathered());
    records.out().write(RECORD);
    assertEquals(RECORD.length, out.size());
    assertEquals(RECORD.length, tray.position());
    assertThrows(IOException.class, () -> records.out().write(RECORD), "no room for more");
    records.direct();
    records.out().write('x');
    assertEquals(RECORD.length + 1, out.size());
  }

  @Test
  void forASessionTheyLeaveTogetherAndReadingIsAsBefore() throws IOException {
    Records records = over(RECORD);
    records.gatherOutput(tray);
    records.out().write(RECORD);
    records.out().flush();
    assertEquals(0, out.size());
    assertEquals(RECORD.length, tray.position());
    assertThrows(IOException.class, () -> records.out().write(RECORD), "no room for more");
    records.direct();
    assertArrayEquals(RECORD, records.in().readAllBytes());
    records.out().write('x');
    assertEquals(1, out.size());
  }

  /** Whoever has it, and however the bytes come. */
  @Property
  void allIsReadInItsOrder(
      @ForAll byte[] early,
      @ForAll @Size(max = 9) byte[][] pieces,
      @ForAll @IntRange(max = 40) int taken)
      throws IOException {
    Records records = over();
    var sent = new ByteArrayOutputStream();
    var read = new ByteArrayOutputStream();
    for (byte[] piece : pieces) {
      sent.write(piece);
      records.gather(tray, piece.clone(), piece.length);
      byte[] some = new byte[Math.min(taken, records.in().available())];
      if (some.length > 0) read.write(some, 0, records.in().read(some));
      records.keep();
    }
    sent.write(early);
    records.gather(tray, early, early.length);
    records.keep();
    records.direct();
    read.write(records.in().readAllBytes());
    assertArrayEquals(sent.toByteArray(), read.toByteArray());
  }
}
