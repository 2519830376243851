package dev.tinwire.httpclient;

import java.util.Locale;

/** Whether a cookie goes along when another site's page is the reason of a request (§5.6.7). */
public enum SameSite {
  /** Nothing was said: as {@link #LAX}, the default of browsers. */
  UNSAID,
  /** Also from other sites, which needs TLS. */
  NONE,
  /** Also when another site leads here. */
  LAX,
  /** Never from elsewhere. */
  STRICT;

  static SameSite of(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "none" -> NONE;
      case "lax" -> LAX;
      case "strict" -> STRICT;
      default -> UNSAID;
    };
  }

  /** Whether such a cookie may be sent, and set, by a request made so. */
  boolean allows(Initiator initiator) {
    return switch (initiator) {
      case SAME_SITE -> true;
      case NAVIGATION -> this != STRICT;
      case OTHER_SITE -> this == NONE;
    };
  }

  /** Why a request is made. */
  public enum Initiator {
    /** A person, or a page of the same site. */
    SAME_SITE,
    /** Another site, by leading the person here with a safe method. */
    NAVIGATION,
    /** Another site, for a part of its page. */
    OTHER_SITE
  }
}
