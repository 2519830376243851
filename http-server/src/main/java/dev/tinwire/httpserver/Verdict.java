package dev.tinwire.httpserver;

import dev.tinwire.http.Fields;
import dev.tinwire.http.Status;

/**
 * What came of the wish to change something, to be told as the client likes it.
 *
 * @param sentence for a person; ends with a full stop
 * @param fields that go with it
 */
record Verdict(Status status, String sentence, Fields fields) {
  static Verdict of(int status, String sentence) {
    return new Verdict(new Status(status), sentence, Fields.NONE);
  }

  Verdict with(String name, String value) {
    return new Verdict(status, sentence, fields.and(name, value));
  }

  /** In words; one that says "no content" has none. */
  Answer answer(Fields wishes) {
    Answer answer =
        status.equals(Status.NO_CONTENT)
            ? Answer.of(status, new Content.None())
            : ErrorPage.of(status, wishes, sentence);
    for (var line : fields.lines()) answer = answer.with(line.name(), line.value());
    return answer;
  }
}
