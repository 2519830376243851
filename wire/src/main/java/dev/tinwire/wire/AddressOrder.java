package dev.tinwire.wire;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * In which order the addresses of a host are tried (RFC 8305 §4): IPv6 first, then by turns, so
 * that a family that is broken costs one attempt and not all of them. Within a family the
 * resolver's order stays; it knows the rules of RFC 6724.
 */
final class AddressOrder {
  /** More addresses than this are not tried; a name with hundreds is a mistake or a trap. */
  static final int MAX_ADDRESSES = 16;

  private AddressOrder() {}

  static List<InetAddress> of(List<InetAddress> found, Family family) {
    Iterator<InetAddress> six = only(Family.IPV6, found, family);
    Iterator<InetAddress> four = only(Family.IPV4, found, family);
    var order = new ArrayList<InetAddress>();
    while (six.hasNext() || four.hasNext()) {
      if (six.hasNext()) order.add(six.next());
      if (four.hasNext()) order.add(four.next());
    }
    return List.copyOf(order.subList(0, Math.min(order.size(), MAX_ADDRESSES)));
  }

  private static Iterator<InetAddress> only(Family one, List<InetAddress> all, Family wanted) {
    return all.stream().filter(one::takes).filter(wanted::takes).distinct().iterator();
  }
}
