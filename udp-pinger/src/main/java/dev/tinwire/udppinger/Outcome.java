package dev.tinwire.udppinger;

/** What became of a datagram that a server received. */
enum Outcome {
  ANSWERED("answered", "answered"),
  LOST("lost", "lost on purpose"),
  LIMITED("limited", "over the rate"),
  STRANGE("strange", "of no wire served here"),
  REPLY("reply", "answers themselves"),
  SERVER("server", "from a server's port"),
  FORGED("forged", "with a wrong HMAC"),
  REPLAYED("replayed", "replayed"),
  UNSENT("unsent", "that could not be sent back");

  /** In JSON and in the log. */
  final String word;

  /** After a number: {@code 3 over the rate}. */
  final String phrase;

  Outcome(String word, String phrase) {
    this.word = word;
    this.phrase = phrase;
  }
}
