package dev.tinwire.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoProxyTest {
  @ParameterizedTest(name = "[{0}] covers {1}: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # NO_PROXY                | target              | covered
          ''                        | example.com:80      | false
          *                         | example.com:80      | true
          *                         | [::1]:80            | true
          a.example, *              | example.com:80      | true
          example.com               | example.com:80      | true
          example.com               | www.example.com:80  | true
          example.com               | badexample.com:80   | false
          example.com               | example.com.evil:80 | false
          .example.com              | example.com:80      | true
          .example.com              | www.example.com:80  | true
          *.example.com             | www.example.com:80  | true
          *.example.com             | badexample.com:80   | false
          EXAMPLE.com               | example.com:80      | true
          example.com.              | example.com:80      | true
          a.example,example.com     | example.com:80      | true
          a.example example.com     | example.com:80      | true
          ',, ,example.com,'        | example.com:80      | true
          example.com:443           | example.com:443     | true
          example.com:443           | example.com:80      | false
          *:443                     | example.com:443     | true
          *:443                     | example.com:80      | false
          127.0.0.1                 | 127.0.0.1:80        | true
          127.0.0.1                 | 127.0.0.2:80        | false
          127.0.0.1:80              | 127.0.0.1:80        | true
          127.0.0.1:81              | 127.0.0.1:80        | false
          ::1                       | [::1]:80            | true
          [::1]                     | [::1]:80            | true
          [::1]:80                  | [::1]:80            | true
          [::1]:81                  | [::1]:80            | false
          0:0:0:0:0:0:0:1           | [::1]:80            | true
          10.0.0.0/8                | 10.255.255.255:80   | true
          10.0.0.0/8                | 11.0.0.0:80         | false
          10.0.0.0/8                | ten.example:80      | false
          192.0.2.128/25            | 192.0.2.128:80      | true
          192.0.2.128/25            | 192.0.2.127:80      | false
          192.0.2.128/25            | 192.0.2.255:80      | true
          0.0.0.0/0                 | 192.0.2.1:80        | true
          0.0.0.0/0                 | [::1]:80            | false
          192.0.2.1/32              | 192.0.2.1:80        | true
          192.0.2.1/32              | 192.0.2.0:80        | false
          fd00::/8                  | [fd12::1]:80        | true
          fd00::/8                  | [fe80::1]:80        | false
          [fd00::]/8                | [fd12::1]:80        | true
          ::/0                      | [fe80::1]:80        | true
          # What is no entry covers nothing and breaks nothing
          10.0.0.0/33               | 10.0.0.0:80         | false
          10.0.0.0/-1               | 10.0.0.0:80         | false
          10.0.0.0/                 | 10.0.0.0:80         | false
          10.0.0/8                  | 10.0.0.0:80         | false
          example.com:x             | example.com:80      | false
          example.com:99999         | example.com:80      | false
          .                         | example.com:80      | false
          *.                        | example.com:80      | false
          """)
  void rules(String list, String target, boolean covered) throws Malformed {
    assertEquals(covered, NoProxy.parse(list).covers(Endpoint.parse(target, 0)));
  }
}
