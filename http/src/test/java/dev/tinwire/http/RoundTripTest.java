package dev.tinwire.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What can be made can be written, and reads back equal, without any leniency. */
class RoundTripTest {
  private static final String TOKEN =
      "!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  private static final String PATH = "/:@-._~!$&'()*+,;=09AZaz";

  @Property
  void requests(@ForAll("requestHeads") RequestHead head) throws IOException {
    var read = RequestHead.read(Wire.reader(head.toBytes()), Limits.SERVER, Set.of());
    assertEquals(head, read);
    assertEquals(Wire.text(head.toBytes()), Wire.text(read.toBytes()));
  }

  @Property
  void responses(@ForAll("responseHeads") ResponseHead head) throws IOException {
    var read = ResponseHead.read(Wire.reader(head.toBytes()), Limits.SERVER, Set.of());
    assertEquals(head, read);
    assertEquals(Wire.text(head.toBytes()), Wire.text(read.toBytes()));
  }

  @Provide
  Arbitrary<RequestHead> requestHeads() {
    return Combinators.combine(requestLines(), fields())
        .as((line, fields) -> new RequestHead(line, fields.without("Host").and("Host", "h")));
  }

  @Provide
  Arbitrary<ResponseHead> responseHeads() {
    var statuses = Arbitraries.integers().between(100, 999).map(Status::new);
    var lines =
        Combinators.combine(Arbitraries.of(HttpVersion.class), statuses, values())
            .as(StatusLine::new);
    return Combinators.combine(lines, fields()).as(ResponseHead::new);
  }

  private static Arbitrary<RequestLine> requestLines() {
    var methods = token().filter(name -> !name.equals("CONNECT")).map(Method::new);
    return Combinators.combine(methods, targets(), Arbitraries.of(HttpVersion.class))
        .as(RequestLine::new);
  }

  private static Arbitrary<RequestTarget> targets() {
    var paths = text(PATH).map(path -> "/" + path);
    var queries = text(PATH + "?").optional();
    var hosts = Arbitraries.of("h", "example.org", "127.0.0.1", "[::1]", "%41");
    var ports = Arbitraries.integers().between(-1, 65535).map(RoundTripTest::port);
    var authorities = Combinators.combine(hosts, ports).as(HostField::new);
    Arbitrary<RequestTarget> origin =
        Combinators.combine(paths, queries).as(RequestTarget.OriginForm::new);
    Arbitrary<RequestTarget> absolute =
        Combinators.combine(Arbitraries.of("http", "https"), authorities, paths.optional(), queries)
            .as(RoundTripTest::absolute);
    return Arbitraries.oneOf(origin, absolute);
  }

  private static RequestTarget absolute(
      String scheme, HostField authority, Optional<String> path, Optional<String> query) {
    return new RequestTarget.AbsoluteForm(scheme, authority, path.orElse(""), query);
  }

  private static OptionalInt port(int number) {
    return number < 0 ? OptionalInt.empty() : OptionalInt.of(number);
  }

  private static Arbitrary<Fields> fields() {
    return Combinators.combine(token(), values())
        .as(FieldLine::of)
        .list()
        .ofMaxSize(10)
        .map(Fields::new);
  }

  private static Arbitrary<String> token() {
    return Arbitraries.strings().withChars(TOKEN.toCharArray()).ofMinLength(1).ofMaxLength(12);
  }

  private static Arbitrary<String> values() {
    return Arbitraries.strings()
        .withCharRange(' ', '~')
        .withCharRange('\u0080', '\u00ff')
        .withChars('\t')
        .ofMaxLength(40);
  }

  private static Arbitrary<String> text(String characters) {
    return Arbitraries.strings().withChars(characters.toCharArray()).ofMaxLength(30);
  }
}
