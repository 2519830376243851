package dev.tinwire.httpserver;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;

/**
 * What stands between the files of a zip archive, octet for octet (PKWARE APPNOTE 6.3, §4.3):
 *
 * <pre>
 * archive = *( local file ) *central [ zip64-end zip64-locator ] end
 * </pre>
 *
 * All files are stored as they are. How long a header is follows from names, sizes and offsets
 * alone, so that the length of an archive is known before a file is read.
 */
final class ZipHeaders {
  /** What does not fit into four octets, or two, stands in a longer field (§4.4.1.4). */
  static final long NO_LONG = 0xFFFFFFFFL;

  static final int NO_SHORT = 0xFFFF;

  private static final int LOCAL = 0x04034b50;
  private static final int CENTRAL = 0x02014b50;
  private static final int ZIP64_END = 0x06064b50;
  private static final int ZIP64_LOCATOR = 0x07064b50;
  private static final int END = 0x06054b50;

  private static final int LOCAL_FIXED = 30;
  private static final int CENTRAL_FIXED = 46;
  private static final int ZIP64_END_FIXED = 56;
  private static final int ZIP64_LOCATOR_FIXED = 20;
  private static final int END_FIXED = 22;

  /** Folders need 2.0, zip64 4.5 (§4.4.3.2). Made by 0, DOS: there are no rights in it. */
  private static final short VERSION = 20;

  private static final short VERSION_ZIP64 = 45;

  private static final short UTF_8 = 1 << 11; // names (§4.4.4)
  private static final short STORED = 0; // method (§4.4.5)
  private static final int DOS_FOLDER = 0x10;

  /** Seconds since 1970 (Info-ZIP's "UT"); in the directory as well, where most look. */
  private static final short UT = 0x5455;

  private static final int UT_LENGTH = 9;
  private static final byte UT_MODIFIED = 1;

  private static final short ZIP64 = 1; // (§4.5.3)

  private ZipHeaders() {}

  static int localLength(ZipItem item) {
    return LOCAL_FIXED + item.encodedName().length + UT_LENGTH + zip64Length(sizes(item));
  }

  /** What stands before a file: its sum and size already, for a reader of streams needs them. */
  static byte[] local(ZipItem item, int crc) {
    ByteBuffer out = allocate(localLength(item));
    out.putInt(LOCAL).putShort(version(sizes(item)));
    common(out, item, crc);
    byte[] name = item.encodedName();
    out.putShort((short) name.length).putShort((short) (UT_LENGTH + zip64Length(sizes(item))));
    out.put(name);
    extra(out, item, sizes(item));
    return whole(out);
  }

  static int centralLength(ZipItem item, long offset) {
    int extra = UT_LENGTH + zip64Length(sizesAndOffset(item, offset));
    return CENTRAL_FIXED + item.encodedName().length + extra;
  }

  /** What the directory at the end says of a file whose local header is at that offset. */
  static byte[] central(ZipItem item, int crc, long offset) {
    long[] large = sizesAndOffset(item, offset);
    ByteBuffer out = allocate(centralLength(item, offset));
    out.putInt(CENTRAL).putShort(version(large)).putShort(version(large));
    common(out, item, crc);
    byte[] name = item.encodedName();
    out.putShort((short) name.length).putShort((short) (UT_LENGTH + zip64Length(large)));
    out.putShort((short) 0).putShort((short) 0).putShort((short) 0); // comment, disk, internal
    out.putInt(item.isFolder() ? DOS_FOLDER : 0).putInt((int) Math.min(offset, NO_LONG));
    out.put(name);
    extra(out, item, large);
    return whole(out);
  }

  /** The fields that both headers have alike. */
  private static void common(ByteBuffer out, ZipItem item, int crc) {
    int size = (int) Math.min(item.size(), NO_LONG);
    out.putShort(UTF_8).putShort(STORED).putInt(DosTime.of(item.state().modified()));
    out.putInt(crc).putInt(size).putInt(size);
  }

  static int endLength(long items, long directory, long length) {
    boolean zip64 = endIsZip64(items, directory, length);
    return (zip64 ? ZIP64_END_FIXED + ZIP64_LOCATOR_FIXED : 0) + END_FIXED;
  }

  /**
   * What stands behind the directory.
   *
   * @param directory where that begins
   * @param length how long it is
   */
  static byte[] end(long items, long directory, long length) {
    ByteBuffer out = allocate(endLength(items, directory, length));
    if (endIsZip64(items, directory, length)) {
      out.putInt(ZIP64_END).putLong(ZIP64_END_FIXED - 12); // itself and what stands before it
      out.putShort(VERSION_ZIP64).putShort(VERSION_ZIP64).putInt(0).putInt(0); // disks
      out.putLong(items).putLong(items).putLong(length).putLong(directory);
      out.putInt(ZIP64_LOCATOR).putInt(0).putLong(directory + length).putInt(1);
    }
    short count = (short) Math.min(items, NO_SHORT);
    out.putInt(END).putShort((short) 0).putShort((short) 0).putShort(count).putShort(count);
    out.putInt((int) Math.min(length, NO_LONG)).putInt((int) Math.min(directory, NO_LONG));
    return whole(out.putShort((short) 0));
  }

  private static boolean endIsZip64(long items, long directory, long length) {
    return items >= NO_SHORT || directory >= NO_LONG || length >= NO_LONG;
  }

  /** A local header has both sizes or none (§4.5.3). */
  private static long[] sizes(ZipItem item) {
    return item.size() < NO_LONG ? new long[0] : new long[] {item.size(), item.size()};
  }

  private static long[] sizesAndOffset(ZipItem item, long offset) {
    if (offset < NO_LONG) return sizes(item);
    if (item.size() < NO_LONG) return new long[] {offset};
    return new long[] {item.size(), item.size(), offset};
  }

  private static int zip64Length(long[] large) {
    return large.length == 0 ? 0 : 4 + Long.BYTES * large.length;
  }

  private static short version(long[] large) {
    return large.length == 0 ? VERSION : VERSION_ZIP64;
  }

  private static void extra(ByteBuffer out, ZipItem item, long[] large) {
    out.putShort(UT).putShort((short) (UT_LENGTH - 4)).put(UT_MODIFIED);
    out.putInt(unixTime(item.state().modified()));
    if (large.length == 0) return;
    out.putShort(ZIP64).putShort((short) (Long.BYTES * large.length));
    for (long each : large) out.putLong(each);
  }

  /** Signed, so that it ends in 2038. */
  private static int unixTime(Instant instant) {
    return Math.clamp(instant.getEpochSecond(), Integer.MIN_VALUE, Integer.MAX_VALUE);
  }

  private static ByteBuffer allocate(int length) {
    return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static byte[] whole(ByteBuffer out) {
    if (out.hasRemaining()) throw new IllegalStateException(out.remaining() + " bytes too few");
    var bytes = new byte[out.flip().limit()];
    out.get(bytes);
    return bytes;
  }
}
