package dev.tinwire.udppinger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Our numbers and offsets are those of the C headers, as compilers for both processors say. */
final class LinuxLayoutInterop {
  private static final String HEADERS =
      """
      #define _GNU_SOURCE
      #include <errno.h>
      #include <stddef.h>
      #include <time.h>
      #include <sys/socket.h>
      #include <netinet/in.h>
      #include <netinet/udp.h>
      #include <linux/net_tstamp.h>
      #include <linux/errqueue.h>
      """;

  private static final List<Map.Entry<String, Integer>> NUMBERS =
      List.of(
          Map.entry("SOL_SOCKET", Linux.SOL_SOCKET),
          Map.entry("SO_RCVBUF", Linux.SO_RCVBUF),
          Map.entry("SO_REUSEPORT", Linux.SO_REUSEPORT),
          Map.entry("SO_TIMESTAMPING", Linux.SO_TIMESTAMPING),
          Map.entry("AF_INET", Linux.AF_INET),
          Map.entry("AF_INET6", Linux.AF_INET6),
          Map.entry("SOCK_DGRAM", Linux.SOCK_DGRAM),
          Map.entry("SOCK_CLOEXEC", Linux.SOCK_CLOEXEC),
          Map.entry("SHUT_RDWR", Linux.SHUT_RDWR),
          Map.entry("IPPROTO_IP", Linux.IPPROTO_IP),
          Map.entry("IPPROTO_IPV6", Linux.IPPROTO_IPV6),
          Map.entry("IPPROTO_UDP", Linux.IPPROTO_UDP),
          Map.entry("UDP_SEGMENT", Linux.UDP_SEGMENT),
          Map.entry("IP_TOS", Linux.IP_TOS),
          Map.entry("IP_TTL", Linux.IP_TTL),
          Map.entry("IP_MTU_DISCOVER", Linux.IP_MTU_DISCOVER),
          Map.entry("IP_RECVERR", Linux.IP_RECVERR),
          Map.entry("IP_RECVTTL", Linux.IP_RECVTTL),
          Map.entry("IPV6_UNICAST_HOPS", Linux.IPV6_UNICAST_HOPS),
          Map.entry("IPV6_MTU_DISCOVER", Linux.IPV6_MTU_DISCOVER),
          Map.entry("IPV6_RECVERR", Linux.IPV6_RECVERR),
          Map.entry("IPV6_V6ONLY", Linux.IPV6_V6ONLY),
          Map.entry("IPV6_RECVHOPLIMIT", Linux.IPV6_RECVHOPLIMIT),
          Map.entry("IPV6_HOPLIMIT", Linux.IPV6_HOPLIMIT),
          Map.entry("IPV6_TCLASS", Linux.IPV6_TCLASS),
          Map.entry("MSG_TRUNC", Linux.MSG_TRUNC),
          Map.entry("MSG_DONTWAIT", Linux.MSG_DONTWAIT),
          Map.entry("MSG_NOSIGNAL", Linux.MSG_NOSIGNAL),
          Map.entry("MSG_ERRQUEUE", Linux.MSG_ERRQUEUE),
          Map.entry("MSG_WAITFORONE", Linux.MSG_WAITFORONE),
          Map.entry("EINTR", Linux.EINTR),
          Map.entry("EAGAIN", Linux.EAGAIN),
          Map.entry("EACCES", Linux.EACCES),
          Map.entry("EMSGSIZE", Linux.EMSGSIZE),
          Map.entry("EADDRINUSE", Linux.EADDRINUSE),
          Map.entry("EADDRNOTAVAIL", Linux.EADDRNOTAVAIL),
          Map.entry("ENETUNREACH", Linux.ENETUNREACH),
          Map.entry("ECONNREFUSED", Linux.ECONNREFUSED),
          Map.entry("EHOSTUNREACH", Linux.EHOSTUNREACH),
          Map.entry("IP_PMTUDISC_DO", Linux.PMTUDISC_DO),
          Map.entry("SOF_TIMESTAMPING_TX_SOFTWARE", Linux.TX_SOFTWARE),
          Map.entry("SOF_TIMESTAMPING_RX_SOFTWARE", Linux.RX_SOFTWARE),
          Map.entry("SOF_TIMESTAMPING_SOFTWARE", Linux.SOFTWARE),
          Map.entry("SOF_TIMESTAMPING_OPT_ID", Linux.OPT_ID),
          Map.entry("SOF_TIMESTAMPING_OPT_TSONLY", Linux.OPT_TSONLY),
          Map.entry("SO_EE_ORIGIN_ICMP", Linux.ORIGIN_ICMP),
          Map.entry("SO_EE_ORIGIN_ICMP6", Linux.ORIGIN_ICMP6),
          Map.entry("SO_EE_ORIGIN_TIMESTAMPING", Linux.ORIGIN_TIMESTAMPING),
          Map.entry("SCM_TSTAMP_SND", Linux.TSTAMP_SND));

  /** As {@link MessageHeader}, {@link ControlMessages} and {@link SocketAddresses} have them. */
  private static final String LAYOUT =
      """
      sizeof(struct msghdr) == 56
      offsetof(struct msghdr, msg_name) == 0
      offsetof(struct msghdr, msg_namelen) == 8
      offsetof(struct msghdr, msg_iov) == 16
      offsetof(struct msghdr, msg_iovlen) == 24
      offsetof(struct msghdr, msg_control) == 32
      offsetof(struct msghdr, msg_controllen) == 40
      offsetof(struct msghdr, msg_flags) == 48
      sizeof(((struct msghdr *)0)->msg_iovlen) == 8
      sizeof(((struct msghdr *)0)->msg_controllen) == 8
      sizeof(struct mmsghdr) == 64
      offsetof(struct mmsghdr, msg_len) == 56
      sizeof(struct iovec) == 16
      offsetof(struct iovec, iov_len) == 8
      sizeof(struct cmsghdr) == 16
      sizeof(((struct cmsghdr *)0)->cmsg_len) == 8
      offsetof(struct cmsghdr, cmsg_level) == 8
      offsetof(struct cmsghdr, cmsg_type) == 12
      sizeof(struct timespec) == 16
      offsetof(struct sock_extended_err, ee_origin) == 4
      offsetof(struct sock_extended_err, ee_info) == 8
      offsetof(struct sock_extended_err, ee_data) == 12
      sizeof(struct sockaddr_in) == 16
      offsetof(struct sockaddr_in, sin_port) == 2
      offsetof(struct sockaddr_in, sin_addr) == 4
      sizeof(struct sockaddr_in6) == 28
      offsetof(struct sockaddr_in6, sin6_addr) == 8
      offsetof(struct sockaddr_in6, sin6_scope_id) == 24
      """;

  @ParameterizedTest
  @ValueSource(strings = {"/usr/bin/cc", "/usr/bin/aarch64-linux-gnu-gcc"})
  void aCompilerAgrees(String compiler) throws Exception {
    assumeTrue(Files.isExecutable(Path.of(compiler)), compiler + " is not installed");
    String numbers =
        NUMBERS.stream()
            .map(it -> it.getKey() + " == " + it.getValue())
            .collect(Collectors.joining("\n"));
    assertEquals("", complaints(compiler, numbers + "\n" + LAYOUT));
  }

  private static String complaints(String compiler, String claims) throws Exception {
    String asserts =
        claims
            .lines()
            .map(claim -> "_Static_assert(" + claim + ", \"" + claim + "\");")
            .collect(Collectors.joining("\n", HEADERS, "\n"));
    var process =
        new ProcessBuilder(compiler, "-x", "c", "-fsyntax-only", "-")
            .redirectErrorStream(true)
            .start();
    try (var in = process.getOutputStream()) {
      in.write(asserts.getBytes(StandardCharsets.US_ASCII));
    }
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return process.waitFor() == 0 ? said : "status " + process.exitValue() + "\n" + said;
  }
}
