package dev.tinwire.httpserver;

import dev.tinwire.http.PercentEncoding;
import dev.tinwire.http.Status;
import java.util.Optional;

/** The page where one logs in. It needs no script, and sends its form to us alone. */
final class LoginPage {
  private LoginPage() {}

  /**
   * The form.
   *
   * @param to where one wanted to go
   * @param words what was wrong with the last try
   */
  static Answer answer(Status status, String to, Optional<String> words) {
    String fault =
        words.map(w -> "<p class=\"note\" role=\"alert\">" + Html.of(w) + "</p>\n").orElse("");
    return page(
        status,
        """
        <h1>Log in</h1>
        %s<form class="login" method="post" action="%s">
        <input type="hidden" name="to" value="%s">
        <p><label>Name <input name="user" autocomplete="username" autocapitalize="none" \
        spellcheck="false" required autofocus></label>
        <p><label>Password <input name="password" type="password" \
        autocomplete="current-password" required></label>
        <p><button class="button">Log in</button>
        </form>
        """
            .formatted(fault, LoginDesk.LOGIN, Html.of(to)));
  }

  /** For who is logged in already. */
  static Answer known(String user) {
    return page(
        Status.OK,
        """
        <h1>Logged in</h1>
        <p>You are logged in as <b><bdi>%s</bdi></b>. <a href="/">Go to the start</a></p>
        %s\
        """
            .formatted(Html.of(user), logOut()));
  }

  /**
   * What a page of ours says of who is looking at it; empty where nobody is asked.
   *
   * @param writable whether there is anything to log in for, where reading is open
   */
  static String line(Request request, boolean writable) {
    Visitor visitor = request.visitor();
    String name = visitor.name().map(n -> "<bdi>" + Html.of(n) + "</bdi> ").orElse("");
    if (visitor.logOut()) return "<div class=\"account\">" + name + logOut() + "</div>\n";
    if (!visitor.logIn() || !writable) return "";
    String to = PercentEncoding.queryComponent(request.target().toString());
    String link = "<a href=\"" + LoginDesk.LOGIN + "?to=" + to + "\">Log in</a>";
    return "<div class=\"account\">" + name + link + "</div>\n";
  }

  /** A button and no link: following links changes nothing. */
  private static String logOut() {
    return "<form method=\"post\" action=\""
        + LoginDesk.LOGOUT
        + "\"><button class=\"button\">Log out</button></form>\n";
  }

  private static Answer page(Status status, String content) {
    return Answer.of(status, Content.of(PageParts.head("Log in") + content))
        .with("Content-Type", Form.HTML.type().toString())
        .with("Cache-Control", "no-store")
        .with("X-Content-Type-Options", "nosniff")
        .with("Referrer-Policy", "same-origin")
        .with("Content-Security-Policy", PageParts.POLICY);
  }
}
