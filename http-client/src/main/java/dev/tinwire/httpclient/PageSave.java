package dev.tinwire.httpclient;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import dev.tinwire.wire.Visible;
import dev.tinwire.wire.WireException;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code page --save}: parts are written as they come, and once all names are known, what refers to
 * others is written anew. {@code index.html} comes last, so that a page that is there is whole.
 */
final class PageSave implements PageLoad.Keeper {
  static final String INDEX = "index.html";
  static final String PARTS = "parts";

  /** A part that refers to others, as it came. */
  private record Referring(
      String name, PageReferences.Kind kind, Url base, Charset charset, boolean first) {}

  private final Path folder;
  private final SavedNames names = new SavedNames();
  private final List<Referring> referring = new ArrayList<>();
  private Optional<IOException> failed = Optional.empty();
  private int count;

  private PageSave(Path folder) {
    this.folder = folder;
  }

  /** Into a folder, which is made; a page that is there already stays, unless told otherwise. */
  static PageSave into(Path folder, boolean replace) throws IOException {
    Path index = folder.resolve(INDEX);
    if (!replace && Files.exists(index, LinkOption.NOFOLLOW_LINKS)) {
      throw new WireException(
          Visible.of(index.toString()) + " exists already; --force replaces the page");
    }
    Path parts = folder.resolve(PARTS);
    // Whoever could lay a link there could let us write anywhere.
    if (Files.isSymbolicLink(parts)) throw new WireException(parts + " is a link");
    Files.createDirectories(parts);
    return new PageSave(folder);
  }

  @Override
  public synchronized void keep(
      Url asked, PageReferences.Kind kind, Response response, byte[] bytes) {
    if (failed.isPresent()) return;
    boolean first = count++ == 0;
    boolean html = response.mediaType().map(t -> t.is("text/html")).orElse(false);
    // What is shown in a frame or as an object may be a page or not.
    var as =
        first || (kind == PageReferences.Kind.FRAME && html) ? PageReferences.Kind.FRAME : kind;
    String name = names.name(asked, as, response.mediaType());
    if (first) names.page(asked);
    try {
      if (refers(as, html)) {
        boolean module = as == PageReferences.Kind.MODULE; // UTF-8, whatever anybody says
        Charset charset =
            module ? StandardCharsets.UTF_8 : TextCharset.of(response.mediaType(), bytes, true);
        referring.add(new Referring(name, as, response.url(), charset, first));
      }
      write(file(name), bytes);
    } catch (IOException e) {
      failed = Optional.of(e);
    }
  }

  private static boolean refers(PageReferences.Kind kind, boolean html) {
    return switch (kind) {
      case STYLE, SCRIPT, MODULE -> true;
      case FRAME -> html;
      case FONT, IMAGE, MEDIA, OTHER -> false;
    };
  }

  /** Lets everything refer to what is here, and says how many files there are. */
  int finish() throws IOException {
    if (failed.isPresent()) throw failed.get();
    if (referring.isEmpty() || !referring.getFirst().first()) {
      throw new WireException("what came is no page that can be saved");
    }
    for (Referring each : referring.reversed()) {
      Path file = file(each.name());
      if (each.first()) {
        String html = new SavedPage(names, PARTS + "/", this::text).html(text(each), each.base());
        write(folder.resolve(INDEX), bytes(html));
        Files.delete(file);
      } else {
        write(file, bytes(rewritten(each)));
      }
    }
    return count;
  }

  private String rewritten(Referring each) throws IOException {
    return switch (each.kind()) {
      case FRAME -> new SavedPage(names, "", this::text).html(text(each), each.base());
      case STYLE -> new SavedPage(names, "", this::text).css(text(each), each.base());
      case SCRIPT, MODULE, FONT, IMAGE, MEDIA, OTHER -> text(each);
    };
  }

  private String text(Referring each) throws IOException {
    return new String(Files.readAllBytes(file(each.name())), each.charset());
  }

  /** The source of a saved module, as it came. */
  private String text(String name) throws IOException {
    return new String(Files.readAllBytes(file(name)), StandardCharsets.UTF_8);
  }

  /** No server says any more in which encoding it is, so a mark in front does where it matters. */
  private static byte[] bytes(String text) {
    boolean ascii = text.chars().allMatch(c -> c < 0x80);
    boolean marked = text.startsWith("\ufeff");
    return ((ascii || marked ? "" : "\ufeff") + text).getBytes(StandardCharsets.UTF_8);
  }

  private Path file(String name) {
    return folder.resolve(PARTS).resolve(name);
  }

  private static void write(Path file, byte[] bytes) throws IOException {
    // No name of ours begins with a dot, so this is nobody's.
    Path fresh = file.resolveSibling("." + file.getFileName() + ".new");
    try {
      Files.write(fresh, bytes, CREATE, TRUNCATE_EXISTING, WRITE, LinkOption.NOFOLLOW_LINKS);
      Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }
}
