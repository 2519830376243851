package dev.tinwire.smtpclient;

import dev.tinwire.wire.command.Output;
import dev.tinwire.wire.command.UsageError;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.util.stream.Collectors;

/** {@code --dry-run}: the bytes that would be sent to stdout, whom they are for to stderr. */
record DryRun(Output output) {
  int show(Letters letters) throws IOException, UsageError {
    for (int i = 0; i < letters.count(); i++) {
      Letter letter = letters.get(i);
      Envelope envelope = letter.envelope();
      output.note(
          "from <"
              + envelope.from().address()
              + "> to "
              + envelope.recipients().stream()
                  .map(to -> "<" + to.address() + ">")
                  .collect(Collectors.joining(", "))
              + ", "
              + letter.measured().bytes()
              + " bytes");
      var out = new BufferedOutputStream(output.out());
      var lines = new CrlfOutput(out, false);
      letter.content().writeTo(lines);
      lines.endLine();
      out.flush();
    }
    return MailStatus.DONE;
  }
}
