package dev.tinwire.httpserver;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Archives whose numbers need more octets than they had in 1989, laid out with holes in them. */
class Zip64Test {
  private static final byte[] CONTENT = "behind it".getBytes(StandardCharsets.US_ASCII);

  @TempDir Path folder;

  private static void put(FileChannel to, byte[] bytes, long place) throws IOException {
    assertEquals(bytes.length, to.write(ByteBuffer.wrap(bytes), place));
  }

  /** All but the content of large files, which are holes. */
  private Path written(ZipLayout layout) throws IOException {
    var crc = new CRC32();
    crc.update(CONTENT);
    Path file = folder.resolve("holes.zip");
    try (var to = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      long place = layout.directory();
      for (int i = 0; i < layout.items().size(); i++) {
        ZipItem item = layout.items().get(i);
        boolean small = item.size() == CONTENT.length;
        int sum = small ? (int) crc.getValue() : 0;
        put(to, ZipHeaders.local(item, sum), layout.header(i));
        if (small) put(to, CONTENT, layout.data(i));
        byte[] central = ZipHeaders.central(item, sum, layout.header(i));
        put(to, central, place);
        place += central.length;
      }
      assertEquals(layout.end(), place);
      put(to, layout.endBytes(), place);
      assertEquals(layout.length(), to.size());
    }
    return file;
  }

  @Test
  void aFileBeyondFourGibibytesAndAnotherBehindIt() throws IOException {
    long large = 5L << 30;
    var items =
        List.of(
            ZipLayoutTest.item("large", large),
            ZipLayoutTest.item("small", CONTENT.length),
            ZipLayoutTest.item("edge", ZipHeaders.NO_LONG),
            ZipLayoutTest.item("last", CONTENT.length));
    try (var zip = new ZipFile(written(ZipLayout.of(items)).toFile())) {
      assertEquals(large, zip.getEntry("large").getSize());
      assertEquals(ZipHeaders.NO_LONG, zip.getEntry("edge").getSize());
      for (String name : new String[] {"small", "last"}) {
        var in = zip.getInputStream(zip.getEntry(name));
        assertArrayEquals(CONTENT, in.readAllBytes());
      }
    }
  }

  @Test
  void aDirectoryBehindFourGibibytesOfSmallerFiles() throws IOException {
    var items = IntStream.range(0, 5).mapToObj(i -> ZipLayoutTest.item("" + i, 1 << 30)).toList();
    var layout = ZipLayout.of(items);
    assertTrue(layout.directory() > ZipHeaders.NO_LONG);
    try (var zip = new ZipFile(written(layout).toFile())) {
      assertEquals(5, zip.size());
    }
  }

  @Test
  void moreItemsThanTwoOctetsCount() throws IOException {
    var items = IntStream.range(0, 70_000).mapToObj(i -> ZipLayoutTest.item("f/" + i, 0)).toList();
    var layout = ZipLayout.of(items);
    var all = new ByteArrayOutputStream();
    for (ZipItem item : items) all.writeBytes(ZipHeaders.local(item, 0));
    for (int i = 0; i < items.size(); i++) {
      all.writeBytes(ZipHeaders.central(items.get(i), 0, layout.header(i)));
    }
    all.writeBytes(layout.endBytes());
    assertEquals(layout.length(), all.size());
    Path file = folder.resolve("many.zip");
    Files.write(file, all.toByteArray());
    try (var zip = new ZipFile(file.toFile())) {
      assertEquals(70_000, zip.size());
    }
    assertEquals(70_000, streamed(all.toByteArray()));
  }

  private static int streamed(byte[] archive) throws IOException {
    int count = 0;
    try (var in = new ZipInputStream(new ByteArrayInputStream(archive))) {
      while (in.getNextEntry() != null) count++;
    }
    return count;
  }
}
