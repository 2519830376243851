package dev.tinwire.udppinger;

import dev.tinwire.wire.Malformed;

/** What a server and a pinger can speak over UDP. */
enum EchoWire {
  STAMP,
  TEXT,
  ECHO;

  static EchoWire parse(String text) throws Malformed {
    return switch (text) {
      case "stamp" -> STAMP;
      case "text" -> TEXT;
      case "echo" -> ECHO;
      default -> throw new Malformed("wire", text, 0, "write stamp, text or echo");
    };
  }
}
