package dev.tinwire.httpclient;

import dev.tinwire.wire.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Stored answers in a folder, two files each: {@code KEY.ID.head}, a line of JSON, and {@code
 * KEY.ID.body}. KEY is a hash of the URL, ID is chance. A head is written last and under another
 * name first, so that there is a body to every head. Its bounds are kept after each answer: the
 * oldest go. What a killed run left without a head is not removed, and two runs that share a folder
 * may sweep what the other is just writing.
 */
final class DiskCache implements CacheStore {
  private static final String HEAD = ".head";
  private static final String BODY = ".body";
  private static final String TEMPORARY = ".tmp";
  private static final int MOST_HEAD = 256 * 1024;

  private final Path folder;
  private final long mostBytes;
  private final Supplier<String> ids;

  /**
   * Uses a folder that is there.
   *
   * @param mostBytes of all bodies and heads together
   * @param ids makes names that do not come twice
   */
  DiskCache(Path folder, long mostBytes, Supplier<String> ids) {
    this.folder = folder;
    this.mostBytes = mostBytes;
    this.ids = ids;
  }

  @Override
  public List<Entry> find(Url url) throws IOException {
    var entries = new ArrayList<Entry>();
    for (Path head : heads(url)) {
      String name = head.getFileName().toString();
      String id = name.substring(0, name.length() - HEAD.length());
      // The URL is compared too: a hash could be made to collide, or a file be put there.
      read(head)
          .filter(stored -> stored.url().href().equals(url.withoutFragment().href()))
          .ifPresent(stored -> entries.add(new Entry(id, stored)));
    }
    return entries;
  }

  private List<Path> heads(Url url) throws IOException {
    String key = key(url);
    return files().stream()
        .filter(file -> file.getFileName().toString().startsWith(key + "."))
        .filter(file -> file.getFileName().toString().endsWith(HEAD))
        .toList();
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  /** What cannot be read is not there. */
  private static Optional<Stored> read(Path head) {
    try (InputStream in = Files.newInputStream(head)) {
      byte[] bytes = in.readNBytes(MOST_HEAD);
      return Optional.of(StoredJson.read(Json.parse(new String(bytes, StandardCharsets.UTF_8))));
    } catch (IOException | IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private static String key(Url url) {
    return DigestAlgorithm.SHA_256.hex(url.withoutFragment().href()).substring(0, 32);
  }

  @Override
  public Optional<InputStream> open(Entry entry) throws IOException {
    try {
      return Optional.of(Files.newInputStream(folder.resolve(entry.id() + BODY)));
    } catch (NoSuchFileException _) {
      return Optional.empty();
    }
  }

  @Override
  public Writing begin(Stored stored) throws IOException {
    String id = key(stored.url()) + "." + ids.get();
    Path body = folder.resolve(id + BODY);
    return new BodyFile(stored, id, body, Files.newOutputStream(body));
  }

  @Override
  public void update(Entry entry, Stored freshened) throws IOException {
    writeHead(entry.id(), freshened);
  }

  private void writeHead(String id, Stored stored) throws IOException {
    Path temporary = folder.resolve(id + TEMPORARY);
    Files.writeString(temporary, StoredJson.print(stored).print());
    Files.move(
        temporary,
        folder.resolve(id + HEAD),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }

  @Override
  public void remove(Url url) throws IOException {
    for (Entry entry : find(url)) remove(entry.id());
  }

  private void remove(String id) throws IOException {
    Files.deleteIfExists(folder.resolve(id + HEAD)); // first, so that no head lacks its body
    Files.deleteIfExists(folder.resolve(id + BODY));
  }

  private void makeRoom() throws IOException {
    List<Path> files = files();
    long total = 0;
    for (Path file : files) total += size(file);
    if (total <= mostBytes) return;
    var oldest = new ArrayList<>(files);
    oldest.sort(Comparator.comparingLong(DiskCache::changed));
    for (Path file : oldest) {
      if (total <= mostBytes) return;
      String name = file.getFileName().toString();
      if (!name.endsWith(HEAD)) continue;
      String id = name.substring(0, name.length() - HEAD.length());
      total -= size(file) + size(folder.resolve(id + BODY));
      remove(id);
    }
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException _) {
      return 0; // another run removed it
    }
  }

  private static long changed(Path file) {
    try {
      return Files.getLastModifiedTime(file).toMillis();
    } catch (IOException _) {
      return 0;
    }
  }

  /** A body while it comes. */
  private final class BodyFile implements Writing {
    private final Stored stored;
    private final String id;
    private final Path body;
    private final OutputStream out;
    private boolean committed;

    BodyFile(Stored stored, String id, Path body, OutputStream out) {
      this.stored = stored;
      this.id = id;
      this.body = body;
      this.out = out;
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      out.write(bytes, from, length);
    }

    @Override
    public void commit() throws IOException {
      out.close();
      for (Entry old : find(stored.url())) {
        if (old.stored().matches(stored.asked())) remove(old.id());
      }
      writeHead(id, stored);
      committed = true;
      makeRoom();
    }

    @Override
    public void close() throws IOException {
      out.close();
      if (!committed) Files.deleteIfExists(body);
    }
  }
}
