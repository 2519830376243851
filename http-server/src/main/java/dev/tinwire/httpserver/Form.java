package dev.tinwire.httpserver;

import dev.tinwire.http.Accept;
import dev.tinwire.http.Fields;
import dev.tinwire.http.MediaType;
import dev.tinwire.http.MediaTypes;
import dev.tinwire.wire.Malformed;
import java.util.Arrays;
import java.util.List;

/** In which form something is said that is not a file: to eyes, to programs, to a terminal. */
enum Form {
  HTML("html"),
  JSON("json"),
  TEXT("txt");

  private final String extension;

  Form(String extension) {
    this.extension = extension;
  }

  MediaType type() {
    return MediaTypes.ofFileName("." + extension);
  }

  /**
   * What {@code Accept} wants most, the first offer of equals. A field that cannot be read, or
   * wants none of them, counts as absent: some answer is better than none (RFC 9110 §12.4.1).
   */
  static Form wanted(Fields fields, List<Form> offers) {
    try {
      var types = offers.stream().map(Form::type).toList();
      return Accept.parse(fields.all("Accept")).best(types).map(Form::of).orElse(offers.getFirst());
    } catch (Malformed _) {
      return offers.getFirst();
    }
  }

  private static Form of(MediaType type) {
    return Arrays.stream(values())
        .filter(form -> form.type().equals(type))
        .findFirst()
        .orElseThrow();
  }
}
