package dev.tinwire.httpclient;

import dev.tinwire.wire.json.Json;
import dev.tinwire.wire.secret.PrivateReplacement;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Stored answers in a folder, two files each: {@code KEY.ID.head}, a line of JSON, and {@code
 * KEY.ID.body}. KEY is a hash of the URL, ID is chance. A head is written last and under another
 * name first, so that there is a body to every head, whoever else uses the folder at the time.
 * {@link CacheRoom} keeps its bounds.
 */
final class DiskCache implements CacheStore {
  static final String HEAD = ".head";
  static final String BODY = ".body";
  static final String TEMPORARY = ".tmp";

  /** The names it gives, and no others: 32 digits of a hash, then the rest. */
  static final String ANY = "[0-9a-f]".repeat(32) + ".*.{head,body,tmp}";

  private static final int MOST_HEAD = 256 * 1024;

  private final Path folder;
  private final long mostBytes;
  private final Supplier<String> ids;
  private final CacheRoom room;
  private long addedSince;
  private boolean looked;

  /**
   * Uses a folder that is there.
   *
   * @param mostBytes of all bodies and heads together
   * @param ids makes names that do not come twice
   */
  DiskCache(Path folder, long mostBytes, Supplier<String> ids, InstantSource clock) {
    this.folder = folder;
    this.mostBytes = mostBytes;
    this.ids = ids;
    this.room = new CacheRoom(folder, mostBytes - slack(mostBytes), clock);
  }

  /** So much may come before somebody looks again whether there is room. */
  private static long slack(long mostBytes) {
    return mostBytes / 16;
  }

  @Override
  public List<Entry> find(Url url) throws IOException {
    var entries = new ArrayList<Entry>();
    try (var heads = Files.newDirectoryStream(folder, key(url) + ".*" + HEAD)) {
      for (Path head : heads) {
        String name = head.getFileName().toString();
        String id = name.substring(0, name.length() - HEAD.length());
        // The URL is compared too: a hash could be made to collide, or a file be put there.
        read(head)
            .filter(stored -> stored.url().href().equals(url.withoutFragment().href()))
            .ifPresent(stored -> entries.add(new Entry(id, stored)));
      }
    }
    return entries;
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
      remove(folder, entry.id()); // a head alone is of no use to anybody
      return Optional.empty();
    }
  }

  @Override
  public Writing begin(Stored stored) throws IOException {
    String id = key(stored.url()) + "." + ids.get();
    return new BodyFile(stored, id, PrivateReplacement.create(folder.resolve(id + BODY)));
  }

  @Override
  public void update(Entry entry, Stored freshened) throws IOException {
    writeHead(entry.id(), freshened);
  }

  private void writeHead(String id, Stored stored) throws IOException {
    // Two runs may do so at the same time: each has a temporary file of its own.
    Path temporary = folder.resolve(id + "." + ids.get() + TEMPORARY);
    try (var out = PrivateReplacement.create(temporary)) {
      out.write(StoredJson.print(stored).print().getBytes(StandardCharsets.UTF_8));
    }
    Files.move(
        temporary,
        folder.resolve(id + HEAD),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }

  @Override
  public void remove(Url url) throws IOException {
    for (Entry entry : find(url)) remove(folder, entry.id());
  }

  static void remove(Path folder, String id) throws IOException {
    Files.deleteIfExists(folder.resolve(id + HEAD)); // first, so that no head lacks its body
    Files.deleteIfExists(folder.resolve(id + BODY));
  }

  /** To look at every file is dear, so it is done once in a run and then after some growth. */
  private synchronized void added(long bytes) throws IOException {
    addedSince += bytes;
    if (looked && addedSince < slack(mostBytes)) return;
    room.make();
    looked = true;
    addedSince = 0;
  }

  /** A body while it comes. */
  private final class BodyFile implements Writing {
    private final Stored stored;
    private final String id;
    private final OutputStream out;
    private long bytes;
    private boolean committed;

    BodyFile(Stored stored, String id, OutputStream out) {
      this.stored = stored;
      this.id = id;
      this.out = out;
    }

    @Override
    public void write(byte[] from, int offset, int length) throws IOException {
      out.write(from, offset, length);
      bytes += length;
    }

    @Override
    public void commit() throws IOException {
      out.close();
      for (Entry old : find(stored.url())) {
        if (old.stored().matches(stored.asked())) remove(folder, old.id());
      }
      writeHead(id, stored);
      committed = true;
      added(bytes);
    }

    @Override
    public void close() throws IOException {
      out.close();
      if (!committed) Files.deleteIfExists(folder.resolve(id + BODY));
    }
  }
}
