package dev.tinwire.httpserver;

import dev.tinwire.http.Status;

/** The pages that ask before something is renamed or deleted; they need no script. */
final class ChangePage {
  private ChangePage() {}

  static boolean isAsked(Request request) {
    return Target.asks(request.target(), "rename") || Target.asks(request.target(), "delete");
  }

  /** The page for what was asked with, {@code ?rename} or {@code ?delete}. */
  static Answer of(Request request, SitePath path, boolean folder) {
    String name = path.names().getLast();
    String back = path.slash() ? "../?list" : "./?list";
    return Target.asks(request.target(), "rename")
        ? page("Rename", rename(name, back))
        : page("Delete", delete(name, folder, back));
  }

  private static String rename(String name, String back) {
    return """
    <h1>Rename <bdi>%s</bdi></h1>
    <form method="post" action="?rename"><p><input name="name" value="%s" required \
    maxlength="255" autofocus aria-label="New name"></p>
    <p><button>Rename</button> <a href="%s">Leave it as it is</a></p></form>
    """
        .formatted(Html.of(name), Html.exactly(name), back);
  }

  private static String delete(String name, boolean folder, String back) {
    return """
    <h1>Delete <bdi>%s</bdi>?</h1>
    <p>%s It cannot be brought back.</p>
    <form method="post" action="?delete"><p><button>Delete</button> \
    <a href="%s">Leave it as it is</a></p></form>
    """
        .formatted(
            Html.of(name),
            folder ? "The folder goes with everything in it." : "The file goes for everybody.",
            back);
  }

  private static Answer page(String title, String body) {
    var content = Content.of(PageParts.head(title) + body);
    return PageParts.answer(Status.OK, Form.HTML, PageParts.WRITING_POLICY, content);
  }
}
