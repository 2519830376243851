package dev.tinwire.httpserver;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * One file as the whole site, at {@code /} and under its own name. Where it lies and what lies
 * beside it nobody learns; if it is a link, who named it here has said so.
 */
record SingleFile(Path file) implements Site {
  @Override
  public Resource find(SitePath path) throws IOException {
    String name = file.toAbsolutePath().getFileName().toString();
    boolean meant = path.isRoot() || (!path.slash() && path.names().equals(List.of(name)));
    return meant ? SiteRoot.open(file, name) : new Resource.Missing();
  }
}
