package dev.tinwire.httpserver;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;

/** What others find in an archive: names and contents (a character for an octet), in order. */
final class Unzipped {
  private Unzipped() {}

  /** From the front, by the local headers alone; each checksum is looked at. */
  static Map<String, String> streamed(byte[] archive) throws IOException {
    var all = new LinkedHashMap<String, String>();
    try (var in = new ZipInputStream(new ByteArrayInputStream(archive))) {
      for (ZipEntry each = in.getNextEntry(); each != null; each = in.getNextEntry()) {
        all.put(each.getName(), new String(in.readAllBytes(), StandardCharsets.ISO_8859_1));
      }
    }
    return all;
  }

  /** From the back, by the directory. */
  static Map<String, String> listed(byte[] archive) throws IOException {
    Path file = Files.createTempFile("listed", ".zip");
    try {
      Files.write(file, archive);
      return listed(file);
    } finally {
      Files.delete(file);
    }
  }

  private static Map<String, String> listed(Path archive) throws IOException {
    var all = new LinkedHashMap<String, String>();
    try (var zip = new ZipFile(archive.toFile())) {
      for (ZipEntry each : zip.stream().map(ZipEntry.class::cast).toList()) {
        byte[] content = zip.getInputStream(each).readAllBytes();
        all.put(each.getName(), new String(content, StandardCharsets.ISO_8859_1));
      }
    }
    return all;
  }
}
