package dev.tinwire.httpserver;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** In which order a listing shows its entries: folders always first, equals by name. */
record ListingOrder(Column column, boolean descending) {
  static final ListingOrder USUAL = new ListingOrder(Column.NAME, false);

  private static final Comparator<ListingEntry> BY_NAME =
      Comparator.comparing(ListingEntry::name, NaturalOrder.NATURAL);

  /** What can be ordered by; {@code ?sort=} has these names. */
  enum Column {
    NAME("Name"),
    SIZE("Size"),
    TIME("Modified");

    final String title;

    Column(String title) {
      this.title = title;
    }

    private Comparator<ListingEntry> ascending() {
      return switch (this) {
        case NAME -> BY_NAME;
        case SIZE -> Comparator.comparingLong(ListingEntry::bytes);
        case TIME -> Comparator.comparingLong(ListingEntry::modifiedMillis);
      };
    }

    /** As a query writes it: {@code size}. */
    String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Column> of(String word) {
      return Stream.of(values()).filter(column -> column.word().equals(word)).findFirst();
    }
  }

  Comparator<ListingEntry> comparator() {
    var order = descending ? column.ascending().reversed() : column.ascending();
    return Comparator.comparing(ListingEntry::folder)
        .reversed()
        .thenComparing(order)
        .thenComparing(BY_NAME);
  }

  /** What a click on the column's title asks for: the other way round if it counts already. */
  ListingOrder clicked(Column other) {
    return new ListingOrder(other, other == column && !descending);
  }

  /** As a query: {@code sort=size&order=desc}. */
  String query() {
    return "sort=" + column.word() + "&order=" + (descending ? "desc" : "asc");
  }
}
