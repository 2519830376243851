package dev.tinwire.smtpclient;

import dev.tinwire.smtpclient.Outcome.RefusedRecipient;
import dev.tinwire.wire.json.Json;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What became of a message, for programs. Pure. */
final class MailJson {
  private MailJson() {}

  static Json.Obj of(int number, Letter letter, Sent sent, Route route) {
    Json.Obj line =
        Json.object()
            .put("message", number)
            .put("outcome", outcome(sent.outcome()))
            .put("status", sent.outcome().status())
            .put("server", route.server().toString());
    line = with(line, "message_id", letter.measured().messageId());
    line = line.put("bytes", letter.measured().bytes());
    line = line.put("elapsed_ms", sent.elapsed().toMillis());
    line = line.put("turns", sent.turns()).put("tries", sent.tries());
    return switch (sent.outcome()) {
      case Outcome.Accepted(Reply reply, List<Mailbox> recipients, var refused) ->
          with(reply(line, reply), "queue_id", QueueId.of(reply))
              .put("recipients", recipients(recipients))
              .put("refused", refused(refused));
      case Outcome.Failed(Problem problem, var refused) ->
          problem(line, problem, route).put("refused", refused(refused));
      case Outcome.Unsure(Problem problem) -> problem(line, problem, route);
    };
  }

  private static String outcome(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Accepted _ -> "accepted";
      case Outcome.Failed _ -> "failed";
      case Outcome.Unsure _ -> "unsure";
    };
  }

  static Json.Obj problem(Json.Obj line, Problem problem, Route route) {
    Json.Obj more =
        line.put("stage", problem.stage().name().toLowerCase(Locale.ROOT))
            .put("error", problem.words());
    Optional<Reply> said = problem.reply();
    if (said.isPresent()) more = reply(more, said.get());
    Optional<Advice> advice = Advice.of(problem, route);
    more = with(more, "meaning", advice.map(Advice::meaning));
    return with(more, "next", advice.map(Advice::next));
  }

  private static Json.Obj reply(Json.Obj line, Reply reply) {
    Json.Obj more = line.put("code", reply.code());
    more = with(more, "enhanced_status", reply.status().map(EnhancedStatus::toString));
    return more.put("reply", reply.text());
  }

  private static Json recipients(List<Mailbox> all) {
    return new Json.Arr(all.stream().<Json>map(to -> new Json.Str(to.address())).toList());
  }

  private static Json refused(List<RefusedRecipient> all) {
    return new Json.Arr(
        all.stream()
            .<Json>map(one -> reply(Json.object().put("to", one.mailbox().address()), one.reply()))
            .toList());
  }

  private static Json.Obj with(Json.Obj line, String name, Optional<String> value) {
    return value.isPresent() ? line.put(name, value.get()) : line;
  }
}
