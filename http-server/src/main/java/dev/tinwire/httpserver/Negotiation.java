package dev.tinwire.httpserver;

import dev.tinwire.http.AcceptEncoding;
import dev.tinwire.http.Fields;
import dev.tinwire.http.MediaType;
import dev.tinwire.http.MediaTypes;
import dev.tinwire.http.Weight;
import dev.tinwire.wire.Malformed;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/**
 * Chooses in which coding a file is sent (RFC 9110 §12.5.3): compressed beforehand if that lies
 * beside it, compressed on the fly if it is text worth it, or else as it is.
 */
record Negotiation(Site site, InstantSource clock) {
  /** Below, the fields that a coding costs are longer than what it saves. */
  static final long WORTH_IT = 1024;

  /** Beyond, one answer keeps a processor busy for longer than it spares the network. */
  static final long TOO_MUCH = 16 << 20;

  /** The same where no file stands for another. */
  Negotiation alone() {
    return new Negotiation(_ -> new Resource.Missing(), clock);
  }

  /**
   * The codings wanted more than none, the most wanted first and the smaller one of equals. Where
   * none is acceptable at all, none is still better than nothing (§12.5.3).
   */
  static List<Coding> wanted(Fields fields) {
    try {
      var accepted = AcceptEncoding.parse(fields.all("Accept-Encoding"));
      Weight plain = accepted.weightOf(AcceptEncoding.IDENTITY);
      Weight brotli = accepted.weightOf("br");
      Weight gzip = accepted.weightOf("gzip");
      var wanted = new ArrayList<Coding>(3);
      if (wins(gzip, plain)) wanted.addAll(List.of(Coding.GZIP, Coding.GZIP_ON_THE_FLY));
      if (wins(brotli, plain)) wanted.add(wins(brotli, gzip) ? 0 : wanted.size(), Coding.BROTLI);
      return wanted;
    } catch (Malformed _) {
      return List.of(); // what makes no sense asks for nothing
    }
  }

  private static boolean wins(Weight coding, Weight other) {
    return coding.acceptable() && coding.compareTo(other) >= 0;
  }

  /** Takes the open file over. */
  Representation of(Request request, SitePath path, Resource.File file) throws IOException {
    MediaType type = MediaTypes.ofFileName(file.name());
    if (Coding.pays(type)) {
      for (Coding coding : wanted(request.fields())) {
        if (coding == Coding.GZIP_ON_THE_FLY) {
          if (compresses(request, file)) return represented(file, type, coding);
        } else if (beside(path, coding, file) instanceof Resource.File compressed) {
          file.close();
          return represented(compressed, type, coding);
        }
      }
    }
    return represented(file, type, Coding.IDENTITY);
  }

  private Representation represented(Resource.File file, MediaType type, Coding coding) {
    return Representation.of(file, type, coding, clock.instant());
  }

  /** Not where a part is asked for, for only the plain bytes have parts that can be had. */
  private static boolean compresses(Request request, Resource.File file) {
    long size = file.state().size();
    return size >= WORTH_IT && size <= TOO_MUCH && !request.fields().has("Range");
  }

  /** The compressed file; one that is older than the plain one is of what that was before. */
  private Resource beside(SitePath path, Coding coding, Resource.File plain) throws IOException {
    if (path.isRoot())
      return new Resource.Missing(); // a single file: its neighbours are not served
    Resource found = site.find(path.sibling(coding.suffix()));
    boolean current =
        found instanceof Resource.File file
            && !file.state().modified().isBefore(plain.state().modified());
    if (current) return found;
    found.close();
    return new Resource.Missing();
  }
}
