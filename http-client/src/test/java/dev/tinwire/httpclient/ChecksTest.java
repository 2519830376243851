package dev.tinwire.httpclient;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.tinwire.wire.command.SelfCheck;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The doctor's checks of the client: they pass here, and what they rest on can fail. */
final class ChecksTest {
  @Test
  void allChecksOfTheToolsPass() {
    List<SelfCheck> checks =
        Stream.concat(new GetTool().selfChecks().stream(), new PageTool().selfChecks().stream())
            .toList();
    for (SelfCheck check : checks) assertDoesNotThrow(() -> check.check().run(), check.name());
  }

  @Test
  void whatIsMissingAtTheSiteIsAFailure() throws Exception {
    try (var site = CheckSite.with(Map.of(), Optional.empty())) {
      var words = List.of(site.url("127.0.0.1", "/"));
      assertThrows(IOException.class, () -> GetCheck.said(new GetTool(), words));
    }
  }
}
