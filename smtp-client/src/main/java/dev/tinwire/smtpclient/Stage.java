package dev.tinwire.smtpclient;

/** How far a dialogue had come, in words that complete "while …". */
enum Stage {
  CONNECT("connecting"),
  GREETING("waiting for the greeting"),
  HELLO("saying hello"),
  STARTTLS("asking for TLS"),
  TLS("shaking hands for TLS"),
  LOGIN("signing in"),
  SENDER("naming the sender"),
  RECIPIENT("naming the recipients"),
  DATA("announcing the message"),
  CONTENT("sending the message"),
  VERDICT("waiting for the verdict on the message"),
  QUIT("saying goodbye");

  private final String doing;

  Stage(String doing) {
    this.doing = doing;
  }

  String doing() {
    return doing;
  }

  /** Whether nothing of a message can have been taken yet. */
  boolean beforeContent() {
    return compareTo(CONTENT) < 0;
  }
}
