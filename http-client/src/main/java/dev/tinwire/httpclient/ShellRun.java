package dev.tinwire.httpclient;

import dev.tinwire.wire.Malformed;
import dev.tinwire.wire.Visible;
import dev.tinwire.wire.command.Complaint;
import dev.tinwire.wire.command.ExitStatus;
import dev.tinwire.wire.command.Output;
import dev.tinwire.wire.command.OutputFailed;
import dev.tinwire.wire.command.UsageError;
import java.io.IOException;
import java.util.List;

/** Carries out lines of a shell, one command after the other, and says what went wrong. */
final class ShellRun {
  /** A part of a command that may fail on its own. */
  @FunctionalInterface
  interface Step {
    int run() throws IOException, InterruptedException, UsageError;
  }

  private final Output output;
  private final ShellFolders folders;
  private final ShellTransfers transfers;
  private final ShellChanges changes;
  private final ShellSystem system;
  private boolean ended;

  ShellRun(ShellSite site, Retrying sender, Output output, ShellSystem system) {
    this.output = output;
    this.folders = new ShellFolders(site, output);
    this.transfers = new ShellTransfers(site, sender, output);
    this.changes = new ShellChanges(site, output);
    this.system = system;
  }

  /** Whether somebody said bye. */
  boolean ended() {
    return ended;
  }

  /** All commands of a line; the status of the first that failed. */
  int line(String line) throws InterruptedException {
    List<ShellLine> commands;
    try {
      commands = ShellLine.parse(line);
    } catch (Malformed e) {
      output.err().println(e.getMessage());
      e.caret().lines().forEach(l -> output.err().println("    " + l));
      return ExitStatus.USAGE;
    }
    int status = ExitStatus.DONE;
    for (ShellLine command : commands) {
      if (ended) return status;
      int each = attempt(Visible.cut(command.verb(), 40), () -> call(ShellCall.of(command)));
      if (status == ExitStatus.DONE) status = each;
    }
    return status;
  }

  /** One more part of a command: what fails does not keep the others from being tried. */
  int also(int status, ShellCall call, Step step) throws InterruptedException {
    int each = attempt(call.verb().word, step);
    return status == ExitStatus.DONE ? each : status;
  }

  int attempt(String who, Step step) throws InterruptedException {
    try {
      return step.run();
    } catch (OutputFailed e) {
      throw e;
    } catch (Refused e) {
      output.err().println(who + ": " + e.getMessage());
      return GetStatus.of(e.status());
    } catch (IOException | UsageError e) {
      // An interrupt closes what a thread reads from, which then says so.
      if (Thread.interrupted()) throw new InterruptedException();
      var complaint = Complaint.about(e);
      output.err().println(who + ": " + complaint.line());
      return complaint.status();
    }
  }

  private int call(ShellCall call) throws IOException, InterruptedException {
    return switch (call.verb()) {
      case LS -> folders.ls(call);
      case CD -> folders.cd(call);
      case PWD -> folders.pwd();
      case OPEN -> folders.open(call);
      case LLS -> folders.lls(call);
      case LCD -> folders.lcd(call);
      case LPWD -> folders.lpwd();
      case GET -> transfers.get(call, false);
      case REGET -> transfers.get(call, true);
      case MGET -> transfers.mget(call, this);
      case MIRROR -> transfers.mirror(call);
      case CAT -> transfers.cat(call, this);
      case PUT -> transfers.put(call);
      case MPUT -> transfers.mput(call, this);
      case RM -> changes.rm(call, this);
      case MKDIR -> changes.mkdir(call, this);
      case MV -> changes.mv(call);
      case SYSTEM -> system.run(call.text(0));
      case HELP -> ShellHelp.show(call, output);
      case BYE -> {
        ended = true;
        yield ExitStatus.DONE;
      }
    };
  }
}
