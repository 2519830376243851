package dev.tinwire.httpserver;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tinwire.http.Fields;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ListingOrderTest {
  private static final List<ListingEntry> ENTRIES =
      List.of(
          Entries.ofFile("b10", 5, at(30)),
          Entries.ofFile("b9", 5, at(10)),
          Entries.ofFile("A", 70, at(20)),
          Entries.ofFolder("z", at(1)),
          Entries.ofFolder("Y", at(2)));

  @ParameterizedTest(name = "?{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
                                | Y z A b9 b10
          sort=name             | Y z A b9 b10
          sort=name&order=desc  | z Y b10 b9 A
          sort=size             | Y z b9 b10 A
          sort=size&order=desc  | Y z A b9 b10
          order=desc&sort=size  | Y z A b9 b10
          sort=time             | z Y b9 A b10
          sort=time&order=desc  | Y z b10 A b9
          sort=time&order=DESC  | z Y b9 A b10
          sort=colour           | Y z A b9 b10
          sort=&order=          | Y z A b9 b10
          """)
  void foldersComeFirstWhateverTheOrder(String query, String expected) {
    var order = ListingQuery.of(Optional.ofNullable(query), Fields.NONE).order();
    var listing = new Listing(List.of("root"), false, ENTRIES, true).ordered(order);
    var names = listing.entries().stream().map(ListingEntry::name).toList();
    assertEquals(expected, String.join(" ", names));
  }

  private static Instant at(long seconds) {
    return Instant.ofEpochSecond(seconds);
  }
}
