package dev.tinwire.httpserver;

import dev.tinwire.http.Fields;
import dev.tinwire.http.MediaTypes;
import dev.tinwire.http.RequestTarget;
import dev.tinwire.http.Status;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Serves a site to be read: finds what a path leads to, and has it answered. */
record SiteHandler(
    Site site,
    SiteOptions options,
    FolderView folders,
    RefusalPage refusal,
    Negotiation negotiation,
    FileAnswer files,
    ZipAnswer zips,
    DigestAnswer digests)
    implements InstantHandler {
  private static final Status MOVED_PERMANENTLY = new Status(301);
  private static final Status NOT_FOUND = new Status(404);
  private static final Status METHOD_NOT_ALLOWED = new Status(405);

  /**
   * Everything that serves a site.
   *
   * @param random for what others must not guess
   */
  static SiteHandler of(
      Site site,
      SiteOptions options,
      FolderView folders,
      RefusalPage refusal,
      InstantSource clock,
      RandomGenerator random) {
    var negotiation = new Negotiation(site, clock);
    var files = new FileAnswer(refusal, clock, random);
    var zips = new ZipAnswer(ZipLimits.DEFAULT, refusal, clock);
    var digests = new DigestAnswer(refusal, clock);
    return new SiteHandler(site, options, folders, refusal, negotiation, files, zips, digests);
  }

  @Override
  public Answer answer(Request request) throws IOException {
    return switch (MethodRule.of(request.method())) {
      case READ -> read(request);
      case ASK -> ask(request);
      case NOT_ALLOWED -> refuse(METHOD_NOT_ALLOWED, request).with("Allow", MethodRule.ALLOW);
      case UNKNOWN -> refuse(Status.NOT_IMPLEMENTED, request);
    };
  }

  /**
   * Decided by the same rules, over what the site knows without looking. Parts and whatever a query
   * asks for are left to those who may take their time.
   */
  @Override
  public Optional<InstantAnswer> atOnce(Request request) {
    boolean simple = Target.query(request.target()).isEmpty() && !request.fields().has("Range");
    if (MethodRule.of(request.method()) != MethodRule.READ || !simple) return Optional.empty();
    Optional<Recollection> known = site.recollection();
    if (known.isEmpty()) return Optional.empty();
    try {
      return InstantAnswer.of(over(known.get()).read(request), known.get());
    } catch (IOException _) {
      return Optional.empty(); // Recollection.NotKnown: somebody must look.
    }
  }

  private SiteHandler over(Recollection known) {
    return new SiteHandler(
        known,
        options,
        (_, _) -> {
          throw new Recollection.NotKnown(); // a listing is made from the disk
        },
        refusal,
        new Negotiation(known, negotiation.clock()),
        files,
        zips,
        digests);
  }

  /** OPTIONS: nothing is sent of the resource, so no condition or range is looked at (§13.2.1). */
  private Answer ask(Request request) throws IOException {
    if (!(request.target() instanceof RequestTarget.AsteriskForm)) {
      Optional<SitePath> path = Target.path(request.target());
      if (path.isEmpty()) return refuse(NOT_FOUND, request);
      try (Resource found = site.find(path.get())) {
        if (found instanceof Resource.Missing) return refuse(NOT_FOUND, request);
      }
    }
    return Answer.of(Status.NO_CONTENT, new Content.None()).with("Allow", MethodRule.ALLOW);
  }

  private Answer read(Request request) throws IOException {
    Optional<SitePath> path = Target.path(request.target());
    if (path.isEmpty()) return notFound(request);
    return switch (site.find(path.get())) {
      case Resource.File file -> send(request, path.get(), file);
      case Resource.Folder(var directory) when path.get().slash() ->
          folder(request, path.get(), directory);
      case Resource.Folder _ ->
          // 301 and not 308: only GET and HEAD come here, which both keep (RFC 9110 §15.4.2).
          refuse(MOVED_PERMANENTLY, request)
              .with("Location", Target.ofFolder(path.get(), request.target()));
      case Resource.Missing() -> missing(request, path.get());
    };
  }

  private Answer folder(Request request, SitePath path, Path directory) throws IOException {
    if (options.listing() && Target.asks(request.target(), "zip")) { // its directory is a listing
      return zips.of(request, new Folder(path, directory, false, site.onDisk()));
    }
    Resource index = page(path, options.index());
    boolean forced = options.listing() && ListingQuery.forces(Target.query(request.target()));
    if (index instanceof Resource.File file && !forced) {
      return send(request, path.file(options.index()), file);
    }
    index.close();
    if (!options.listing()) return missing(request, path);
    boolean hasIndex = index instanceof Resource.File;
    return folders.answer(request, new Folder(path, directory, hasIndex, site));
  }

  /** A page that the site itself shows. What strangers have put there is none. */
  private Resource page(SitePath folder, String name) throws IOException {
    if (options.receiving().covers(folder)) return new Resource.Missing();
    return site.find(folder.file(name));
  }

  /** Nothing is there: 404, but for who goes through the pages of an application. */
  private Answer missing(Request request, SitePath path) throws IOException {
    if (options.singlePage() && Navigation.is(request, path)) {
      Resource page = page(SitePath.ROOT, options.index());
      if (page instanceof Resource.File file) {
        return send(request, SitePath.ROOT.file(options.index()), file);
      }
      page.close();
    }
    return notFound(request);
  }

  /**
   * The site's own page for it, if it has one. It has no validators: it is no state of anything.
   */
  private Answer notFound(Request request) throws IOException {
    Resource page = page(SitePath.ROOT, "404.html");
    if (page instanceof Resource.File file) {
      var fields =
          Fields.of(
              "Cache-Control", "no-cache",
              "Content-Type", MediaTypes.ofFileName(file.name()).toString(),
              "X-Content-Type-Options", "nosniff");
      return new Answer(NOT_FOUND, fields, file.whole());
    }
    page.close();
    return refuse(NOT_FOUND, request);
  }

  /** Takes the open file over, even if nothing comes of it. */
  private Answer send(Request request, SitePath path, Resource.File file) throws IOException {
    boolean answered = false;
    try {
      Answer answer = answer(request, path, file);
      answered = true;
      return answer;
    } finally {
      if (!answered) file.close();
    }
  }

  private Answer answer(Request request, SitePath path, Resource.File file) throws IOException {
    if (Target.asks(request.target(), "sha256")) return digests.of(request, file);
    Receiving receiving = options.receiving();
    if (receiving.folder().isEmpty()) return sent(request, path, file, true);
    // One must not pass something off as another's file, only smaller.
    boolean strange = receiving.covers(path);
    Answer answer = sent(request, path, file, !strange);
    if (!Sandbox.tames(file.name())) return answer;
    boolean ours = !strange && !site.within(receiving.folder().get(), path);
    return ours ? answer : answer.with("Content-Security-Policy", Sandbox.POLICY);
  }

  /** With the compressed file beside it, if that may be taken for it. */
  private Answer sent(Request request, SitePath path, Resource.File file, boolean siblings)
      throws IOException {
    var beside = siblings ? negotiation : negotiation.alone();
    return files.of(request, beside.of(request, path, file));
  }

  private Answer refuse(Status status, Request request) {
    return refusal.of(status, request.fields());
  }
}
