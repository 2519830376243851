package dev.tinwire.httpclient;

import dev.tinwire.wire.Visible;
import dev.tinwire.wire.WireException;

/** What came for a folder does not say what is in it: a page, most often. */
final class NoListing extends WireException {
  private static final long serialVersionUID = 1L;

  NoListing(Url url, String type) {
    super(url + " gives no listing that can be read, but " + Visible.of(type));
  }
}
