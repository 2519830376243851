package dev.tinwire.httpserver;

import dev.tinwire.http.Fields;
import java.util.List;
import java.util.Optional;

/**
 * What a request says of the listing it wants: {@code ?list}, {@code ?json}, {@code ?text}, {@code
 * ?sort=size&order=desc}, in any order. A form that is asked for by name counts more than {@code
 * Accept}, which a browser's user cannot change. What a query says beyond that belongs to somebody
 * else.
 *
 * @param forced asks for the list even where there is an index file
 */
record ListingQuery(Form form, ListingOrder order, boolean forced) {
  static ListingQuery of(Optional<String> query, Fields fields) {
    var words = List.of(query.orElse("").split("&", -1));
    boolean forced = forces(query);
    Form form =
        words.contains("json")
            ? Form.JSON
            : words.contains("text")
                ? Form.TEXT
                : forced
                    ? Form.HTML
                    : Form.wanted(fields, List.of(Form.HTML, Form.JSON, Form.TEXT));
    return new ListingQuery(form, order(words), forced);
  }

  /** Whether a query asks for a listing, even where there is a page to be had. */
  static boolean forces(Optional<String> query) {
    var words = List.of(query.orElse("").split("&", -1));
    return words.contains("list")
        || value(words, "list").isPresent()
        || words.contains("json")
        || words.contains("text");
  }

  private static ListingOrder order(List<String> words) {
    var column = value(words, "sort").flatMap(ListingOrder.Column::of);
    boolean descending = value(words, "order").filter("desc"::equals).isPresent();
    return new ListingOrder(column.orElse(ListingOrder.USUAL.column()), descending);
  }

  private static Optional<String> value(List<String> words, String name) {
    return words.stream()
        .filter(word -> word.startsWith(name + "="))
        .map(word -> word.substring(name.length() + 1))
        .findFirst();
  }

  /** The link that orders by that column, and keeps what was forced. */
  String href(ListingOrder.Column column) {
    return (forced ? "?list&" : "?") + order.clicked(column).query();
  }
}
