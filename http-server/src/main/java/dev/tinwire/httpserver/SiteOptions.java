package dev.tinwire.httpserver;

/**
 * What a site does beyond sending its files.
 *
 * @param index the file that is sent for its folder
 * @param listing whether folders without one are shown
 * @param singlePage whether the root's index answers wherever a person goes and nothing is
 */
record SiteOptions(String index, boolean listing, boolean singlePage) {
  static final SiteOptions DEFAULT = new SiteOptions("index.html", true, false);

  SiteOptions {
    if (!SitePath.isName(index)) throw new IllegalArgumentException("no file name: " + index);
  }
}
