package dev.tinwire.smtpclient;

import dev.tinwire.wire.Attempt;
import dev.tinwire.wire.Sizes;
import dev.tinwire.wire.Visible;
import dev.tinwire.wire.json.Json;
import dev.tinwire.wire.tls.CertificateReport;
import dev.tinwire.wire.tls.TlsReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What {@code check} found, in lines or as one object. Pure. */
final class CheckReport {
  private static final String INDENT = "              ";

  private CheckReport() {}

  static List<String> lines(Route route, Findings found, Optional<Problem> problem) {
    var lines = new ArrayList<String>();
    add(lines, "server", route.server().readable() + " (" + begins(route.security()) + ")");
    for (Attempt attempt : found.attempts()) add(lines, "tried", attempt.toString());
    found.greeting().ifPresent(words -> add(lines, "greeting", words));
    found.beforeTls().ifPresent(offered -> add(lines, "before TLS", offered(offered)));
    found.tls().ifPresent(report -> tls(lines, report));
    found.capabilities().ifPresent(offered -> capabilities(lines, offered, found));
    found
        .signedIn()
        .ifPresent(mechanism -> add(lines, "signed in", "with " + mechanism.saslName()));
    verdict(lines, route, found, problem);
    return List.copyOf(lines);
  }

  private static String begins(Security security) {
    return switch (security) {
      case STARTTLS -> "TLS after STARTTLS";
      case IMPLICIT -> "TLS from the first byte";
      case NONE -> "no TLS";
    };
  }

  private static void tls(List<String> lines, TlsReport report) {
    add(lines, "TLS", report.protocol() + ", " + report.cipher());
    if (report.chain().isEmpty()) return;
    CertificateReport own = report.chain().getFirst();
    String first = "certificate";
    for (String line : own.lines()) {
      add(lines, first, line);
      first = "";
    }
  }

  private static void capabilities(List<String> lines, Capabilities offered, Findings found) {
    add(lines, found.tls().isPresent() ? "under TLS" : "offers", offered(offered));
    String mechanisms = String.join(", ", offered.mechanisms());
    add(lines, "sign-in", mechanisms.isEmpty() ? "none offered" : Visible.cut(mechanisms, 200));
    offered.maxSize().ifPresent(most -> add(lines, "largest", Sizes.readable(most)));
  }

  private static String offered(Capabilities offered) {
    return offered.keywords().isEmpty()
        ? "nothing"
        : Visible.cut(String.join(", ", offered.keywords().keySet()), 400);
  }

  private static void verdict(
      List<String> lines, Route route, Findings found, Optional<Problem> problem) {
    if (problem.isPresent()) {
      add(lines, "verdict", "no: " + MailReport.words(problem.get(), route));
      Advice.of(problem.get(), route)
          .ifPresent(advice -> {
            add(lines, "", advice.meaning());
            add(lines, "", "Next: " + advice.next());
          });
    } else if (found.signedIn().isPresent()) {
      add(lines, "verdict", "mail can be sent here: the sign-in works");
    } else if (found.capabilities().map(c -> c.mechanisms().isEmpty()).orElse(true)) {
      add(lines, "verdict", "reached; it offers no sign-in, so it takes mail from whom it knows");
    } else {
      add(lines, "verdict", "reached; nobody signed in, --user tries that as well");
    }
  }

  private static void add(List<String> lines, String term, String text) {
    lines.add(term + INDENT.substring(term.length()) + text);
  }

  static Json.Obj json(Route route, Findings found, Optional<Problem> problem) {
    Json.Obj line =
        Json.object()
            .put("server", route.server().toString())
            .put("ok", problem.isEmpty())
            .put("tried", strings(found.attempts().stream().map(Attempt::toString).toList()));
    line = with(line, "greeting", found.greeting().map(Json.Str::new));
    line = with(line, "before_tls", found.beforeTls().map(c -> strings(c.lines())));
    line = with(line, "tls", found.tls().map(CheckReport::tls));
    line = with(line, "capabilities", found.capabilities().map(c -> strings(c.lines())));
    line = with(line, "signed_in", found.signedIn().map(m -> new Json.Str(m.saslName())));
    return problem.isPresent() ? MailJson.problem(line, problem.get(), route) : line;
  }

  private static Json tls(TlsReport report) {
    Json.Obj tls = Json.object().put("protocol", report.protocol()).put("cipher", report.cipher());
    if (report.chain().isEmpty()) return tls;
    CertificateReport own = report.chain().getFirst();
    return tls.put("subject", own.subject())
        .put("names", strings(own.names()))
        .put("issuer", own.issuer())
        .put("not_before", own.notBefore().toString())
        .put("not_after", own.notAfter().toString())
        .put("pin", own.pin().toString());
  }

  private static Json strings(List<String> all) {
    return new Json.Arr(all.stream().<Json>map(Json.Str::new).toList());
  }

  private static Json.Obj with(Json.Obj line, String name, Optional<? extends Json> value) {
    return value.isPresent() ? line.put(name, value.get()) : line;
  }
}
