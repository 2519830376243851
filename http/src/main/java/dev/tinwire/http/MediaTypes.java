package dev.tinwire.http;

import dev.tinwire.wire.Malformed;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Which media type a file is, by its name. The table is our own: what the operating system says
 * differs from machine to machine, and a script served as text/plain is a page that does not work.
 * Text is UTF-8, for a browser that must guess guesses wrong.
 */
public final class MediaTypes {
  public static final MediaType OCTET_STREAM = MediaType.of("application", "octet-stream");

  // Type, then its extensions, the usual one first. IANA's name where there is one; the few with x-
  // have none. Files of code are text/plain, so that a browser shows them and runs none.
  private static final String TABLE =
      """
      text/html;charset=utf-8                  html htm
      text/css;charset=utf-8                   css
      text/javascript;charset=utf-8            js mjs cjs
      text/plain;charset=utf-8                 txt text log conf cfg ini properties diff patch
      text/plain;charset=utf-8                 java kt c h cc cpp hpp rs go py rb sh bash pl sql ts tsx
      text/markdown;charset=utf-8              md markdown
      text/csv;charset=utf-8                   csv
      text/tab-separated-values;charset=utf-8  tsv
      text/calendar;charset=utf-8              ics
      text/vcard;charset=utf-8                 vcf
      text/vtt;charset=utf-8                   vtt
      application/json                         json map
      application/geo+json                     geojson
      application/ld+json                      jsonld
      application/jsonl                        jsonl ndjson
      application/manifest+json                webmanifest
      application/xml                          xml xsl
      application/xhtml+xml                    xhtml xht
      application/rss+xml                      rss
      application/atom+xml                     atom
      application/yaml                         yaml yml
      application/toml                         toml
      application/wasm                         wasm
      application/pdf                          pdf
      application/rtf                          rtf
      application/epub+zip                     epub
      application/zip                          zip
      application/gzip                         gz tgz
      application/x-bzip2                      bz2
      application/x-xz                         xz
      application/zstd                         zst
      application/x-brotli                     br
      application/x-tar                        tar
      application/x-7z-compressed              7z
      application/vnd.rar                      rar
      application/java-archive                 jar
      application/vnd.debian.binary-package    deb
      application/x-iso9660-image              iso
      application/vnd.android.package-archive  apk
      application/msword                       doc
      application/vnd.ms-excel                 xls
      application/vnd.ms-powerpoint            ppt
      application/vnd.openxmlformats-officedocument.wordprocessingml.document    docx
      application/vnd.openxmlformats-officedocument.spreadsheetml.sheet          xlsx
      application/vnd.openxmlformats-officedocument.presentationml.presentation  pptx
      application/vnd.oasis.opendocument.text          odt
      application/vnd.oasis.opendocument.spreadsheet   ods
      application/vnd.oasis.opendocument.presentation  odp
      application/vnd.apple.mpegurl            m3u8
      application/dash+xml                     mpd
      application/vnd.sqlite3                  sqlite sqlite3
      image/svg+xml                            svg
      image/png                                png
      image/apng                               apng
      image/jpeg                               jpg jpeg jfif
      image/gif                                gif
      image/webp                               webp
      image/avif                               avif
      image/heic                               heic
      image/jxl                                jxl
      image/vnd.microsoft.icon                 ico
      image/bmp                                bmp
      image/tiff                               tif tiff
      audio/mpeg                               mp3
      audio/mp4                                m4a
      audio/aac                                aac
      audio/ogg                                ogg oga opus
      audio/wav                                wav
      audio/flac                               flac
      audio/midi                               mid midi
      video/mp4                                mp4 m4v
      video/webm                               webm
      video/ogg                                ogv
      video/quicktime                          mov
      video/x-matroska                         mkv
      video/x-msvideo                          avi
      video/mpeg                               mpg mpeg
      font/woff                                woff
      font/woff2                               woff2
      font/ttf                                 ttf
      font/otf                                 otf
      font/collection                          ttc
      model/gltf-binary                        glb
      model/gltf+json                          gltf
      message/rfc822                           eml
      """;

  private static final Map<String, MediaType> BY_EXTENSION = new HashMap<>();

  static {
    TABLE.lines().forEach(MediaTypes::enter);
  }

  private MediaTypes() {}

  private static void enter(String row) {
    String[] words = row.split(" +", -1);
    MediaType type = ours(words[0]);
    for (int i = 1; i < words.length; i++) {
      if (BY_EXTENSION.put(words[i], type) != null) throw new AssertionError(words[i] + " twice");
    }
  }

  private static MediaType ours(String text) {
    try {
      return MediaType.parse(text);
    } catch (Malformed e) {
      throw new AssertionError(e);
    }
  }

  /** The type of a file of this name, by what follows its last dot; the last resort is bytes. */
  public static MediaType ofFileName(String name) {
    String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    boolean has = extension.length() < name.length();
    return has ? BY_EXTENSION.getOrDefault(extension, OCTET_STREAM) : OCTET_STREAM;
  }
}
