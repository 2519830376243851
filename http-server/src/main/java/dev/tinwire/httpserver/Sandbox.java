package dev.tinwire.httpserver;

import dev.tinwire.http.MediaType;
import dev.tinwire.http.MediaTypes;
import java.util.Set;

/**
 * Keeps a file that a stranger has sent from acting in our name: a browser shows it as a page of no
 * origin, without scripts and forms (HTML Standard §7.1.5, Content Security Policy §6.3.3). Types
 * that cannot act are left alone, for a sandbox would keep browsers from showing a PDF at all.
 */
final class Sandbox {
  static final String POLICY =
      "sandbox; default-src 'none'; img-src 'self' data:; media-src 'self' data:; font-src data:;"
          + " style-src 'unsafe-inline'; frame-ancestors 'none'";

  private static final Set<String> QUIET =
      Set.of(
          "application/gzip",
          "application/json",
          "application/octet-stream",
          "application/pdf",
          "application/zip",
          "text/csv",
          "text/markdown",
          "text/plain");

  private static final Set<String> QUIET_KINDS = Set.of("audio", "font", "image", "video");

  private Sandbox() {}

  /** Whether a file of that name has to be kept in. What is not known to be quiet is. */
  static boolean tames(String fileName) {
    MediaType type = MediaTypes.ofFileName(fileName);
    if (QUIET.contains(type.essence())) return false;
    return !QUIET_KINDS.contains(type.type()) || type.subtype().contains("xml"); // SVG is XML
  }
}
