package dev.tinwire.httpclient;

import dev.tinwire.wire.command.Command;
import dev.tinwire.wire.command.SelfCheck;
import dev.tinwire.wire.command.Tool;
import java.util.List;

/**
 * The verbs beside {@code get}: words only, until one is chosen. Public because the executable
 * lists them.
 */
public record ClientTool(String name, String summary, String example) implements Tool {
  public static List<Tool> all() {
    return List.of(
        new ClientTool("put", "uploads files", "tinwire put a.txt localhost:8080/"),
        new ClientTool("post", "sends a form, JSON or a file", "tinwire post -d a=1 URL"),
        new ClientTool("request", "any method, any URL", "tinwire request OPTIONS URL"),
        new ClientTool("ls", "lists a folder of a server", "tinwire ls localhost:8080/"),
        new ClientTool("rm", "deletes on a server", "tinwire rm localhost:8080/a.txt"),
        new ClientTool("mkdir", "makes a folder on a server", "tinwire mkdir localhost:8080/b"),
        new ClientTool("mv", "moves on a server", "tinwire mv localhost:8080/a.txt b.txt"));
  }

  @Override
  public Command command() {
    return switch (name) {
      case "put" -> Verbs.put(this);
      case "post" -> Verbs.post(this);
      case "request" -> Verbs.request(this);
      case "ls" -> Verbs.ls(this);
      case "rm" -> Verbs.rm(this);
      case "mkdir" -> Verbs.mkdir(this);
      case "mv" -> Verbs.mv(this);
      default -> throw new IllegalStateException("no verb: " + name);
    };
  }

  /** One of them for all: the check of a fetch without TLS, and the lesson for it. */
  @Override
  public List<SelfCheck> selfChecks() {
    return name.equals("request")
        ? List.of(new SelfCheck("a request is answered in the clear", () -> GetCheck.plain(this)))
        : List.of();
  }
}
