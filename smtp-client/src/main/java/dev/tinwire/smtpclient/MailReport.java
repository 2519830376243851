package dev.tinwire.smtpclient;

import dev.tinwire.smtpclient.Outcome.RefusedRecipient;
import dev.tinwire.wire.Visible;
import dev.tinwire.wire.command.Output;
import dev.tinwire.wire.terminal.Figures;
import dev.tinwire.wire.terminal.Style;
import java.util.List;
import java.util.stream.Collectors;

/** Says what became of messages: a line to stdout, or what went wrong and what to do to stderr. */
record MailReport(Output output) {
  private static final int NAMED = 5;

  void sent(int number, int count, Letter letter, Sent sent, Route route) {
    if (output.json()) {
      output.jsonLines().write(MailJson.of(number, letter, sent, route));
      return;
    }
    String which = count > 1 ? number + " of " + count + ": " : "";
    switch (sent.outcome()) {
      case Outcome.Accepted accepted -> {
        if (!output.quiet()) output.out().println(which + accepted(accepted, sent, route));
        refused(accepted.refused());
      }
      case Outcome.Failed(Problem problem, List<RefusedRecipient> refused) -> {
        complain(which + words(problem, route));
        refused(refused);
        advise(problem, route);
      }
      case Outcome.Unsure(Problem problem) -> {
        complain(which + "may have been delivered: " + words(problem, route));
        advise(problem, route);
      }
    }
  }

  private String accepted(Outcome.Accepted accepted, Sent sent, Route route) {
    return output.outScreen().paint(Style.GOOD, "accepted")
        + " by "
        + route.server()
        + QueueId.of(accepted.reply()).map(id -> " as " + Visible.of(id)).orElse("")
        + ", for "
        + people(accepted.recipients())
        + ", in "
        + Figures.elapsed(sent.elapsed())
        + ", "
        + sent.turns()
        + (sent.turns() == 1 ? " turn" : " turns");
  }

  private static String people(List<Mailbox> all) {
    String named =
        all.stream()
            .limit(NAMED)
            .map(to -> Visible.of(to.address()))
            .collect(Collectors.joining(", "));
    return all.size() > NAMED ? named + " and " + (all.size() - NAMED) + " more" : named;
  }

  private void refused(List<RefusedRecipient> refused) {
    for (RefusedRecipient one : refused) {
      String address = Visible.of(one.mailbox().address());
      output.err().println("  not for " + address + ": " + one.reply().words());
    }
  }

  /** Something that failed before there was a message. */
  int failed(Problem problem, Route route) {
    complain(words(problem, route));
    advise(problem, route);
    return problem.status();
  }

  /** Where, at which step, and what was said. */
  static String words(Problem problem, Route route) {
    return problem.reply().isPresent()
        ? route.server() + ", " + problem.stage().doing() + ": " + problem.words()
        : problem.words();
  }

  private void advise(Problem problem, Route route) {
    Advice.of(problem, route)
        .ifPresent(advice -> {
          output.err().println("  " + advice.meaning());
          output.err().println("  Next: " + advice.next());
        });
  }

  /** One line for a person, as all commands have it. */
  void complain(String line) {
    output.err().println(output.errScreen().paint(Style.BAD, "tinwire mail:") + " " + line);
  }
}
