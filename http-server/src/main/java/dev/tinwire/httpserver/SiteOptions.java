package dev.tinwire.httpserver;

/**
 * What a site does beyond sending its files.
 *
 * @param index the file that is sent for its folder
 * @param listing whether folders without one are shown
 * @param singlePage whether the root's index answers wherever a person goes and nothing is
 * @param receiving what strangers may have put where
 */
record SiteOptions(String index, boolean listing, boolean singlePage, Receiving receiving) {
  static final SiteOptions DEFAULT = new SiteOptions("index.html", true, false);

  SiteOptions(String index, boolean listing, boolean singlePage) {
    this(index, listing, singlePage, Receiving.NOTHING);
  }

  SiteOptions {
    if (!SitePath.isName(index)) throw new IllegalArgumentException("no file name: " + index);
  }
}
