package dev.tinwire.httpserver;

import dev.tinwire.http.MediaType;
import java.util.Optional;
import java.util.Set;

/**
 * In which form the bytes of a file are sent (RFC 9110 §8.4). Each form is a representation of its
 * own, with its own validators.
 */
enum Coding {
  /** As it is. */
  IDENTITY("identity", ""),
  /** As somebody has compressed it beforehand. */
  BROTLI("br", ".br"),
  GZIP("gzip", ".gz"),
  /** Compressed while it is sent: its length is not known, so no range of it can be had. */
  GZIP_ON_THE_FLY("gzip", "");

  private static final Set<String> COMPRESSIBLE =
      Set.of(
          "application/json",
          "application/wasm",
          "application/xml",
          "application/yaml",
          "application/toml",
          "application/jsonl",
          "application/rtf",
          "image/bmp",
          "image/vnd.microsoft.icon",
          "font/ttf",
          "font/otf");

  private final String token;
  private final String suffix;

  Coding(String token, String suffix) {
    this.token = token;
    this.suffix = suffix;
  }

  /** What the file that has it is called beyond the name; empty where there is no such file. */
  String suffix() {
    return suffix;
  }

  /** What {@code Content-Encoding} says; identity is never named there (§8.4.1). */
  Optional<String> field() {
    return this == IDENTITY ? Optional.empty() : Optional.of(token);
  }

  /** Whether files of this type get smaller; pictures, films and archives are small already. */
  static boolean pays(MediaType type) {
    return type.type().equals("text")
        || type.subtype().endsWith("+json")
        || type.subtype().endsWith("+xml")
        || COMPRESSIBLE.contains(type.essence());
  }
}
