package dev.tinwire.httpserver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tinwire.testkit.Browser;
import dev.tinwire.testkit.Loopback;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Logging in and out with a real browser, which never shows a box of its own. */
class LoginInterop {
  @TempDir Path temp;

  private Access access(boolean readingIsOpen) throws Exception {
    Optional<LoginWish> anna = Optional.of(new LoginWish.Named("anna", Optional.of("s3cret")));
    var plan =
        readingIsOpen
            ? new AccessPlan(Optional.empty(), anna)
            : new AccessPlan(anna, Optional.empty());
    return plan.open(
        new AccessPlan.Surroundings(
            temp.resolve("site"), new Random(1), System::nanoTime, ServerObserver.SILENT));
  }

  private Handler site() throws Exception {
    Files.createDirectories(temp.resolve("site/sub"));
    Files.writeString(temp.resolve("site/sub/a.txt"), "hello");
    return Inbox.writable(temp.resolve("site")).handler();
  }

  private static String url(LocalServer server) {
    return "http://" + Loopback.V4.getHostAddress() + ":" + server.server().port();
  }

  private static void logIn(Browser browser, String password) throws Exception {
    browser.type("input[name=user]", "anna");
    browser.type("input[name=password]", password + Browser.ENTER);
  }

  @Test
  void oneIsAskedByAPageAndComesWhereOneWanted() throws Exception {
    assumeTrue(Browser.isHere(), Browser.MISSING);
    try (var server = new LocalServer(access(false).before(site()));
        var browser = Browser.open(temp)) {
      browser.go(url(server) + "/sub/?sort=size");
      logIn(browser, "wrong");
      browser.await("document.querySelector('[role=alert]')");
      logIn(browser, "s3cret");
      browser.await("document.querySelector('td a[href=\"./a.txt\"]')");
      assertEquals(url(server) + "/sub/?sort=size", browser.url());
      assertEquals("", browser.text("document.cookie"));
      browser.click(".account button");
      browser.await("document.querySelector('input[name=password]')");
    }
  }

  @Test
  void whoWantsToWriteFollowsALink() throws Exception {
    assumeTrue(Browser.isHere(), Browser.MISSING);
    try (var server = new LocalServer(access(true).before(site()));
        var browser = Browser.open(temp)) {
      browser.go(url(server) + "/sub/");
      assertEquals("null", browser.value("document.querySelector('#upload')"));
      browser.click(".account a");
      logIn(browser, "s3cret");
      browser.await("document.querySelector('#upload')");
      assertEquals(url(server) + "/sub/", browser.url());
    }
  }
}
