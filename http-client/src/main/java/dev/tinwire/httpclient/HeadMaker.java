package dev.tinwire.httpclient;

import dev.tinwire.http.Fields;
import dev.tinwire.http.HttpVersion;
import dev.tinwire.http.Method;
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
   * the Host field is the same then.
   */
  private record Made(Method method, Fields given, Payload payload, Route route, Fields fields) {
    @SuppressWarnings("ReferenceEquality") // to look into them would cost what is saved
    boolean isOf(Request request, Route way) {
      return route == way
          && given == request.fields()
          && payload == request.payload()
          && method.equals(request.method());
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
    last = new Made(request.method(), request.fields(), request.payload(), route, head.fields());
    return head;
  }
}
