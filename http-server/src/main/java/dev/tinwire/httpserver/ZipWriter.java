package dev.tinwire.httpserver;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * Writes an archive, or the stretch of it that is wanted, with one file open at a time.
 *
 * <p>Each file is read twice: for its checksum, which stands before it, and to be sent. A checksum
 * behind it (a data descriptor, APPNOTE 4.3.9) would save that, but of files that are stored so no
 * reader of streams knows the end; Java's {@code ZipInputStream} refuses them. The first reading
 * costs little: some gigabytes a second from memory, where it then leaves the file for the second.
 */
final class ZipWriter implements Content.Written.Writer {
  private static final int BLOCK = 128 * 1024;

  private final ZipArchive archive;
  private final ZipLayout layout;
  private final Window wanted;
  private final Checksums checksums;
  private final Runnable closed;

  /** Those asked for already, in this answer; the directory needs them again. */
  private final int[] sums;

  private final boolean[] summed;

  /**
   * To write that part of an archive.
   *
   * @param closed run at the end, written or not
   */
  ZipWriter(ZipArchive archive, Window wanted, Checksums checksums, Runnable closed) {
    this.archive = archive;
    this.layout = archive.layout();
    this.wanted = wanted;
    this.checksums = checksums;
    this.closed = closed;
    this.sums = new int[layout.items().size()];
    this.summed = new boolean[sums.length];
  }

  @Override
  public void writeTo(OutputStream out) throws IOException {
    int items = layout.items().size();
    for (int i = layout.at(wanted.from()); i < items && layout.header(i) < wanted.to(); i++) {
      item(i, out);
    }
    if (wanted.to() > layout.directory()) directory(out);
    byte[] end = layout.endBytes();
    write(end, wanted.of(layout.end(), end.length), out);
  }

  @Override
  public void close() {
    closed.run();
  }

  private void item(int index, OutputStream out) throws IOException {
    ZipItem item = layout.items().get(index);
    Window header = wanted.of(layout.header(index), layout.data(index) - layout.header(index));
    Window data = wanted.of(layout.data(index), item.size());
    if (item.isFolder()) {
      write(ZipHeaders.local(item, 0), header, out);
      return;
    }
    try (Resource.OnDisk file = open(item)) {
      if (!header.isEmpty()) write(ZipHeaders.local(item, sum(index, file)), header, out);
      copy(file, data, out);
    }
    open(item).close(); // It has not changed since the first reading began.
  }

  private void directory(OutputStream out) throws IOException {
    List<ZipItem> items = layout.items();
    long place = layout.directory();
    for (int i = 0; i < items.size(); i++) {
      ZipItem item = items.get(i);
      int length = ZipHeaders.centralLength(item, layout.header(i));
      Window part = wanted.of(place, length);
      if (!part.isEmpty()) {
        write(ZipHeaders.central(item, sum(i), layout.header(i)), part, out);
      }
      place += length;
    }
  }

  private int sum(int index) throws IOException {
    ZipItem item = layout.items().get(index);
    if (summed[index] || item.size() == 0) return sums[index]; // that of nothing is 0
    try (Resource.OnDisk file = open(item)) {
      return sum(index, file);
    }
  }

  private int sum(int index, Resource.OnDisk file) throws IOException {
    if (!summed[index]) sums[index] = checksums.of(file);
    summed[index] = true;
    return sums[index];
  }

  /** By the site's own rules, whatever has happened since it was looked at; and still the same. */
  private Resource.OnDisk open(ZipItem item) throws IOException {
    Resource found = archive.folder().site().find(archive.path(item));
    if (found instanceof Resource.OnDisk file && file.state().equals(item.state())) return file;
    found.close();
    throw new FileChanged(item.name());
  }

  private static void copy(Resource.OnDisk file, Window part, OutputStream out) throws IOException {
    byte[] block = new byte[(int) Math.min(BLOCK, part.length())];
    for (long at = part.from(); at < part.to(); ) {
      int most = (int) Math.min(block.length, part.to() - at);
      int n = file.channel().read(ByteBuffer.wrap(block, 0, most), at);
      if (n <= 0) throw new FileChanged(file.name());
      out.write(block, 0, n);
      at += n;
    }
  }

  private static void write(byte[] bytes, Window part, OutputStream out) throws IOException {
    out.write(bytes, (int) part.from(), (int) part.length());
  }
}
