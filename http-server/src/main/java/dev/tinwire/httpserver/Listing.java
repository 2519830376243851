package dev.tinwire.httpserver;

import dev.tinwire.http.PercentEncoding;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What is shown of one folder. Pure: who made it has read the directory.
 *
 * @param path the names from the root down, the first being what the root is called
 * @param hasPage whether it has an index file, which is why one had to ask for the list
 * @param complete whether these are all its entries
 */
record Listing(List<String> path, boolean hasPage, List<ListingEntry> entries, boolean complete) {
  Listing {
    path = List.copyOf(path);
    if (path.isEmpty()) throw new IllegalArgumentException("the root has a name too");
    entries = List.copyOf(entries);
  }

  /** The same in that order. */
  Listing ordered(ListingOrder order) {
    var sorted = new ArrayList<>(entries);
    sorted.sort(order.comparator());
    return new Listing(path, hasPage, sorted, complete);
  }

  /** The path of a URL that leads to a folder; the root's name is not in it. */
  static String urlPath(List<String> path) {
    return path.stream()
        .skip(1)
        .map(name -> PercentEncoding.pathSegment(name) + "/")
        .collect(Collectors.joining("", "/", ""));
  }

  String name() {
    return path.getLast();
  }

  boolean isRoot() {
    return path.size() == 1;
  }

  long folders() {
    return entries.stream().filter(ListingEntry::folder).count();
  }

  long files() {
    return entries.size() - folders();
  }

  /** Of all files here; what folders hold nobody has counted. */
  long bytes() {
    long all = 0;
    for (ListingEntry entry : entries) all = saturated(all, entry.bytes());
    return all;
  }

  /** Sparse files may claim more than a long holds. */
  private static long saturated(long a, long b) {
    long sum = a + b;
    return sum < a ? Long.MAX_VALUE : sum;
  }
}
