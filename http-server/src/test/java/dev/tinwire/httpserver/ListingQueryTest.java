package dev.tinwire.httpserver;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tinwire.http.Fields;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ListingQueryTest {
  @ParameterizedTest(name = "?{0} Accept: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # query     | Accept                              | form | forced
                      |                                     | HTML | false
                      | */*                                 | HTML | false
                      | text/html,*/*;q=0.8                 | HTML | false
                      | application/json                    | JSON | false
                      | application/json, text/plain, */*   | HTML | false
                      | text/plain                          | TEXT | false
                      | text/*                              | HTML | false
                      | text/html;q=0.5, application/json   | JSON | false
                      | image/png                           | HTML | false
                      | text/html;q=0, application/json;q=0 | HTML | false
                      | not a media range                   | HTML | false
          list        |                                     | HTML | true
          list        | application/json                    | HTML | true
          json        | text/html                           | JSON | true
          text        | text/html                           | TEXT | true
          json=1      | text/html                           | HTML | false
          text&json   | text/html                           | JSON | true
          sort=a&text | application/json                    | TEXT | true
          sort=size   | application/json                    | JSON | false
          list&json   |                                     | JSON | true
          list=1      |                                     | HTML | true
          listing     |                                     | HTML | false
          a&list&b=c  |                                     | HTML | true
          &&          |                                     | HTML | false
          """)
  void theQueryDecidesAndThenAccept(String query, String accept, Form form, boolean forced) {
    var fields = accept == null ? Fields.NONE : Fields.of("Accept", accept);
    var found = ListingQuery.of(Optional.ofNullable(query), fields);
    assertEquals(form + " " + forced, found.form() + " " + found.forced());
  }

  @ParameterizedTest(name = "?{0} has for size the link {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
                                | ?sort=size&order=asc
          sort=size             | ?sort=size&order=desc
          sort=size&order=desc  | ?sort=size&order=asc
          sort=time&order=desc  | ?sort=size&order=asc
          list&sort=size        | ?list&sort=size&order=desc
          """)
  void aTitleTurnsItsOrderAroundAndKeepsTheList(String query, String expected) {
    var found = ListingQuery.of(Optional.ofNullable(query), Fields.NONE);
    assertEquals(expected, found.href(ListingOrder.Column.SIZE));
  }
}
