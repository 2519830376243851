package dev.tinwire.udppinger;

import dev.tinwire.wire.terminal.Explanations;
import java.util.Map;
import java.util.Optional;

/** What the fields of a packet are for, and where that is written. */
final class PacketExplanations implements Explanations {
  private static final Map<String, String> MEANINGS =
      Map.ofEntries(
          Map.entry("sequence", "counts our packets, from 0 (RFC 8762 §4.2.1)"),
          Map.entry("reflector-sequence", "the reflector's own count; tells the ways apart (§4.3)"),
          Map.entry("T1", "when we sent it, by our clock (§4.2.1)"),
          Map.entry("T2", "when the reflector received it, by its clock (§4.3.1)"),
          Map.entry("T3", "when the reflector sent the answer (§4.3.1)"),
          Map.entry("error", "how good those times are (RFC 4656 §4.1.2)"),
          Map.entry("SSID", "tells sessions of one sender apart (RFC 8972 §3)"),
          Map.entry("TTL", "with which our packet arrived there: hops on the way (§4.3.1)"),
          Map.entry("HMAC", "proves the octets before it with the key (§4.4)"),
          Map.entry("padding", "zeros, to make it as long as asked for"),
          Map.entry("fragment", "too short to be STAMP"),
          Map.entry("nonce", "by chance for each run: nobody else's packets count"),
          Map.entry("pattern", "depends on the two before it: every octet is checked"),
          Map.entry("payload", "not one of ours: the server returns what it gets (RFC 862)"),
          Map.entry("message", "the textbook's: a word, a number, seconds since 1970"));

  @Override
  public Optional<String> of(Direction direction, String line) {
    if (!line.startsWith("  ")) return Optional.empty();
    String[] words = line.strip().split(" +", 3);
    return words.length < 2 ? Optional.empty() : Optional.ofNullable(MEANINGS.get(words[1]));
  }
}
