package dev.tinwire.httpserver;

import java.util.Optional;

/** Who can do what, in a sentence: what is open to a whole network nobody should have to guess. */
final class WhoCan {
  private static final String WITH_PASSWORD = " who knows the password";

  private WhoCan() {}

  static String sentence(Receiving receiving, Optional<LoginLine> login) {
    String read = "READ all of this";
    String write =
        receiving.changing() ? "CHANGE and DELETE all of this" : "UPLOAD to " + target(receiving);
    boolean readOnly = receiving.folder().isEmpty();
    if (login.isPresent() && login.get().readingIsOpen()) {
      String readers = anyone("", read);
      return readOnly ? readers : readers + " " + anyone(WITH_PASSWORD, write);
    }
    return anyone(login.isPresent() ? WITH_PASSWORD : "", readOnly ? read : both(receiving, write));
  }

  private static String both(Receiving receiving, String write) {
    return receiving.changing() ? "READ, " + write : "READ all of this and " + write;
  }

  private static String target(Receiving receiving) {
    return receiving.folder().filter(folder -> !folder.isRoot()).isEmpty() ? "it" : "its inbox";
  }

  private static String anyone(String who, String does) {
    return "Anyone on this network" + who + " can " + does + ".";
  }
}
