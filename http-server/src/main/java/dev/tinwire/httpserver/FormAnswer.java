package dev.tinwire.httpserver;

import dev.tinwire.http.Fields;
import dev.tinwire.http.MediaType;
import dev.tinwire.http.PercentEncoding;
import dev.tinwire.http.Status;
import dev.tinwire.wire.Malformed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Answers POST: the forms of the listing, which do all that a browser without script can.
 *
 * <pre>
 * POST /folder/           multipart/form-data: files
 * POST /folder/?mkdir     name=...
 * POST /path?rename       name=...
 * POST /path?delete
 * </pre>
 *
 * A browser is sent back to the folder when all went well (303), so that nothing is sent twice.
 */
record FormAnswer(Storage storage, FormUpload uploads, Changes changes) {
  private static final Status SEE_OTHER = new Status(303);
  private static final int LONGEST = 16 * 1024;

  Answer answer(Request request, SitePath path, Receiving.Right right) throws IOException {
    String type = request.fields().first("Content-Type").orElse("");
    Optional<String> boundary = type.isEmpty() ? Optional.empty() : FormParts.boundary(type);
    if (boundary.isPresent()) return files(request, path, boundary.get());
    if (right != Receiving.Right.CHANGE || !isForm(type)) {
      return Verdict.of(415, "Only forms are taken here; files go by PUT.")
          .answer(request.fields());
    }
    String name = name(new String(body(request), StandardCharsets.UTF_8));
    if (Target.asks(request.target(), "mkdir")) {
      SitePath folder = path.withSlash();
      if (!SitePath.isName(name)) return nameless(request);
      return shown(request, changes.makeFolder(folder.file(name)), folder);
    }
    if (path.isRoot()) return Verdict.of(403, "This is the whole site.").answer(request.fields());
    SitePath parent = path.parent();
    if (Target.asks(request.target(), "delete")) {
      return shown(request, changes.deletion().delete(Fields.NONE, path, true), parent);
    }
    if (Target.asks(request.target(), "rename")) {
      if (!SitePath.isName(name)) return nameless(request);
      return shown(request, changes.move(Fields.NONE, path, parent.file(name), false), parent);
    }
    return Verdict.of(400, "The form does not say what to do.").answer(request.fields());
  }

  private static Answer nameless(Request request) {
    return Verdict.of(400, "That is no name for something in a folder.").answer(request.fields());
  }

  private Answer files(Request request, SitePath path, String boundary) throws IOException {
    try (Resource now = storage.now(path.withSlash())) {
      if (!(now instanceof Resource.Folder)) {
        return Verdict.of(404, "There is no folder here to put files in.").answer(request.fields());
      }
    }
    List<FormUpload.Arrived> arrived = uploads.receive(request, path.withSlash(), boundary);
    if (arrived.isEmpty()) {
      return Verdict.of(400, "No file was chosen.").answer(request.fields());
    }
    String names = arrived.stream().map(Object::toString).collect(Collectors.joining(", "));
    return shown(request, Verdict.of(201, "Arrived: " + names + "."), path.withSlash());
  }

  /** To a browser the folder as it is now, to all others what came of it. */
  private static Answer shown(Request request, Verdict verdict, SitePath folder) {
    Fields wishes = request.fields();
    boolean html = Form.wanted(wishes, List.of(Form.TEXT, Form.HTML)) == Form.HTML;
    if (!html || !verdict.status().isSuccessful()) return verdict.answer(wishes);
    return ErrorPage.of(SEE_OTHER, wishes, verdict.sentence()).with("Location", folder + "?list");
  }

  private static byte[] body(Request request) throws IOException {
    return LimitedBody.of(request, LONGEST).readAllBytes();
  }

  private static boolean isForm(String type) {
    return MediaType.parseAsBrowsersDo(type)
        .filter(parsed -> parsed.is("application/x-www-form-urlencoded"))
        .isPresent();
  }

  /** What a form says under {@code name} (URL Standard §5.1); nothing if it says it wrong. */
  static String name(String form) {
    for (String pair : form.split("&", -1)) {
      if (!pair.startsWith("name=")) continue;
      try {
        return PercentEncoding.decodeUtf8("form", pair.substring(5).replace('+', ' '));
      } catch (Malformed _) {
        return "";
      }
    }
    return "";
  }
}
