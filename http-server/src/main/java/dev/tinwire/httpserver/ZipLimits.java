package dev.tinwire.httpserver;

/**
 * What making archives may take. What is known of each item is in memory while its archive is sent:
 * about 400 bytes and its name.
 *
 * @param items how many files and folders are looked at for one
 * @param names characters of all their names together
 * @param depth how deep folders may lie in folders, which links can multiply
 * @param archives how many are made at once
 * @param sums how many checksums are remembered for who resumes a download
 */
record ZipLimits(int items, long names, int depth, int archives, int sums) {
  static final ZipLimits DEFAULT = new ZipLimits(100_000, 16 << 20, 100, 8, 100_000);
}
