package dev.tinwire.http;

import dev.tinwire.wire.Malformed;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Optional;

/**
 * What kind of data a representation is (RFC 9110 §8.3.1).
 *
 * <pre>
 * media-type = type "/" subtype parameters
 * </pre>
 *
 * Read strictly by {@link #parse}, or as browsers read it by {@link #parseAsBrowsersDo}.
 *
 * @param type a token in lower case, for its case means nothing
 * @param subtype a token in lower case
 */
public record MediaType(String type, String subtype, Parameters parameters) {
  public MediaType {
    type = Tokens.demandLower("type", type);
    subtype = Tokens.demandLower("subtype", subtype);
  }

  public static MediaType of(String type, String subtype) {
    return new MediaType(type, subtype, Parameters.NONE);
  }

  /** Reads a {@code Content-Type} value to the letter of RFC 9110. */
  public static MediaType parse(String text) throws Malformed {
    var in = new ValueReader("media type", text);
    MediaType type = read(in);
    in.end();
    return type;
  }

  static MediaType read(ValueReader in) throws Malformed {
    String type = in.token("type");
    in.expect('/');
    return new MediaType(type, in.token("subtype"), Parameters.read(in));
  }

  /**
   * Reads what servers really send, by the algorithm all browsers follow (WHATWG MIME Sniffing
   * §4.4): white space around, parameters that make no sense, a name given twice, a quote that
   * never closes. Empty where even that finds no type.
   */
  public static Optional<MediaType> parseAsBrowsersDo(String text) {
    return BrowserMediaTypeParser.parse(text);
  }

  /** Type and subtype without parameters: {@code text/html}. */
  public String essence() {
    return type + "/" + subtype;
  }

  /** Whether this is of that type and subtype, whatever the parameters; any case. */
  public boolean is(String essence) {
    return essence().equalsIgnoreCase(essence);
  }

  /** The encoding of a text, if one is named and this machine knows it. */
  public Optional<Charset> charset() {
    try {
      // Blanks around a label are nothing (WHATWG Encoding §4.2); they can only come quoted.
      return parameters.get("charset").map(String::strip).map(Charset::forName);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException _) {
      return Optional.empty();
    }
  }

  /** The form §8.3.1 puts first, without a blank behind the semicolon. */
  @Override
  public String toString() {
    return essence() + parameters;
  }
}
