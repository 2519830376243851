package dev.tinwire.httpserver;

import dev.tinwire.http.Method;
import java.util.List;
import java.util.Optional;

/**
 * What visitors may put where. Pure.
 *
 * @param folder what is sent lands in it or below; empty where everything can only be read
 * @param changing whether what is there may be replaced, moved and deleted, too
 * @param limits how much
 */
record Receiving(Optional<SitePath> folder, boolean changing, UploadLimits limits) {
  static final Receiving NOTHING = new Receiving(Optional.empty(), false, UploadLimits.DEFAULT);

  /** What a visitor may do at one place. */
  enum Right {
    READ("GET, HEAD, OPTIONS"),
    UPLOAD("GET, HEAD, OPTIONS, PUT, PATCH, POST"),
    CHANGE("GET, HEAD, OPTIONS, PUT, PATCH, POST, DELETE, MKCOL, MOVE");

    /** What {@code Allow} says (RFC 9110 §10.2.1). */
    final String allow;

    Right(String allow) {
      this.allow = allow;
    }

    boolean allows(Method method) {
      return List.of(allow.split(", ", -1)).contains(method.name());
    }
  }

  Receiving {
    folder = folder.map(SitePath::withSlash);
  }

  /** What may be done where most may be done. */
  Right most() {
    return at(folder.orElse(SitePath.ROOT));
  }

  /** By the path alone: which names may be given is the business of {@link UploadName}. */
  Right at(SitePath path) {
    if (!covers(path)) return Right.READ;
    return changing ? Right.CHANGE : Right.UPLOAD;
  }

  /**
   * Whether what lies there may come from a stranger. Then it must not act in our name: it is no
   * page of ours, and no script of it runs.
   */
  boolean covers(SitePath path) {
    if (folder.isEmpty()) return false;
    var within = folder.get().names();
    int depth = within.size();
    return path.names().size() >= depth && path.names().subList(0, depth).equals(within);
  }
}
