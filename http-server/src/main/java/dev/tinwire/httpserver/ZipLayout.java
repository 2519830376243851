package dev.tinwire.httpserver;

import java.util.Arrays;
import java.util.List;

/**
 * Where everything stands in an archive of these items, and so how long it is; known from their
 * names and sizes alone.
 */
final class ZipLayout {
  private final List<ZipItem> items;

  /** Where each item's local header begins, and behind the last, the directory. */
  private final long[] offsets;

  private final long end;

  private ZipLayout(List<ZipItem> items, long[] offsets, long end) {
    this.items = items;
    this.offsets = offsets;
    this.end = end;
  }

  static ZipLayout of(List<ZipItem> items) {
    var offsets = new long[items.size() + 1];
    long directory = 0;
    for (int i = 0; i < items.size(); i++) {
      ZipItem item = items.get(i);
      long data = Math.addExact(offsets[i], ZipHeaders.localLength(item));
      offsets[i + 1] = Math.addExact(data, item.size());
      directory += ZipHeaders.centralLength(item, offsets[i]);
    }
    long end = Math.addExact(offsets[items.size()], directory);
    return new ZipLayout(List.copyOf(items), offsets, end);
  }

  List<ZipItem> items() {
    return items;
  }

  /** Where the local header of that item begins. */
  long header(int item) {
    return offsets[item];
  }

  /** Where its content begins. */
  long data(int item) {
    return offsets[item + 1] - items.get(item).size();
  }

  /** Where the directory begins. */
  long directory() {
    return offsets[items.size()];
  }

  /** Where what stands behind the directory begins. */
  long end() {
    return end;
  }

  byte[] endBytes() {
    return ZipHeaders.end(items.size(), directory(), end - directory());
  }

  long length() {
    return end + ZipHeaders.endLength(items.size(), directory(), end - directory());
  }

  /** Which item stands at that place; as many as there are, if that is behind all of them. */
  int at(long place) {
    int found = Arrays.binarySearch(offsets, place);
    return found >= 0 ? found : -found - 2;
  }
}
