package dev.tinwire.httpclient;

import dev.tinwire.http.Fields;
import dev.tinwire.http.HttpVersion;
import dev.tinwire.http.RequestHead;
import dev.tinwire.http.RequestLine;
import org.jspecify.annotations.Nullable;

/**
 * Makes heads as {@link RequestHeads} does, and remembers the fields of the last one: a run that
 * asks one origin for many things says the same each time but for the target. Several threads may
 * use it.
 */
final class HeadMaker {
  /**
   * What a head was made of. A route is the same object only for the same scheme, host and port, so
   * the Host field is the same then, and only the target can differ.
   */
  private record Made(Request request, Route route, Fields fields) {
    @SuppressWarnings("ReferenceEquality") // to look into them would cost what is saved
    boolean isOf(Request other, Route way) {
      return route == way
          && request.fields() == other.fields()
          && request.empty() == other.empty()
          && request.payload() == other.payload()
          && request.method().equals(other.method());
    }
  }

  private volatile @Nullable Made last;

  RequestHead of(Request request, Route route) {
    Made made = last;
    if (made != null && made.isOf(request, route)) {
      var target = RequestHeads.target(request, route);
      return new RequestHead(
          new RequestLine(request.method(), target, HttpVersion.HTTP_1_1), made.fields);
    }
    RequestHead head = RequestHeads.of(request, route);
    last = new Made(request, route, head.fields());
    return head;
  }
}
