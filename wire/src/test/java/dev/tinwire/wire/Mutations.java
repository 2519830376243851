package dev.tinwire.wire;

import dev.tinwire.testkit.Corpus;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Inputs near those of a fuzz target's corpus: a few bytes overwritten, put in, or cut out. */
public final class Mutations {
  private Mutations() {}

  public static Arbitrary<byte[]> of(Class<?> target) {
    var seeds = Arbitraries.of(Corpus.of(target).map(Corpus.Sample::bytes).toList());
    var places = Arbitraries.doubles().between(0, 1);
    var lengths = Arbitraries.integers().between(0, 3);
    var bytes = Arbitraries.bytes().array(byte[].class).ofMaxSize(3);
    return Combinators.combine(seeds, places, lengths, bytes).as(Mutations::splice);
  }

  private static byte[] splice(byte[] seed, double place, int cut, byte[] put) {
    int from = (int) (place * seed.length);
    int to = Math.min(seed.length, from + cut);
    byte[] out = new byte[from + put.length + seed.length - to];
    System.arraycopy(seed, 0, out, 0, from);
    System.arraycopy(put, 0, out, from, put.length);
    System.arraycopy(seed, to, out, from + put.length, seed.length - to);
    return out;
  }
}
