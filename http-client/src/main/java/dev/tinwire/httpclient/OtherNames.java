package dev.tinwire.httpclient;

import dev.tinwire.wire.command.Elsewhere;
import java.util.List;
import java.util.Optional;

/**
 * What options of curl, wget and HTTPie are called here, for those whose fingers know these. The
 * table is read only when an option is unknown.
 */
final class OtherNames implements Elsewhere {
  private static final String TABLE =
      """
      -c --cookie-jar | --jar FILE, which reads cookies and keeps them
      -T --upload-file | tinwire put FILE URL
      -e --referer | -H 'Referer: URL'
      -w --write-out | --json has status, sizes and times; --timing draws them
      -D --dump-header | -i shows the head before the body, --json has it as fields
      -r --range | -H 'Range: bytes=0-99'
      -z --time-cond | --cache DIR asks only for what changed
      -n --netrc | --netrc-file ~/.netrc
      -U --proxy-user | -x http://USER:PASS@HOST:PORT
      -K --config | the options themselves; --input FILE reads URLs
      -Z --parallel | --segments N for one file; several URLs go over one connection
      -# --progress-bar | nothing, a terminal has it anyway
      -a --append | a file of ours is whole or not there: append with the shell, >> FILE
      --etag-save --etag-compare | --cache DIR
      --oauth2-bearer | -H 'Authorization: Bearer TOKEN'
      --basic --digest --anyauth | nothing, the strongest that the server offers is taken
      --socks5 | -x socks5://HOST:PORT
      --socks5-hostname | -x socks5h://HOST:PORT
      --preproxy | -x with the one proxy
      --noproxy | -x none, or the variable no_proxy
      --interface | --bind ADDRESS
      --connect-to --dns-servers | --resolve HOST:PORT:ADDR
      --limit-rate | nothing, there is no brake
      --max-redirs | nothing, 20 are followed
      --retry-delay | nothing, pauses grow, or are what the server asks for
      --retry-max-time | -m TIME
      --retry-all-errors | --retry N, where it does no harm
      --retry-connrefused | --retry N, which does that
      --speed-time --speed-limit | --stall TIME
      --max-filesize | nothing; what is kept in memory has a limit
      --http1.1 --http2 --http3 --http1.0 | nothing, HTTP/1.1 is all there is
      --tlsv1.2 --tlsv1.3 | nothing, TLS 1.2 and 1.3 are spoken
      --ciphers | nothing, the JDK chooses
      --pinnedpubkey | --pin sha256//HASH
      --capath | --cacert FILE
      --cert-type | nothing, a certificate is PEM: openssl pkcs12 -in FILE -nodes makes it
      --pass | a key without a password: openssl pkey -in FILE
      --output-dir -P --directory-prefix | -o DIR/FILE
      --create-dirs | mkdir -p before
      --url --request-target | the URL itself
      --path-as-is | nothing, dots are resolved as browsers do
      --url-query | -G -d NAME=VALUE
      --fail-with-body | nothing, a body is shown and the status is 4 or 5 anyway
      --fail-early | nothing, the status is that of the first that failed
      --remote-name-all --download --content-disposition | -O
      --next | a command of its own
      --trace --trace-ascii | -v, or --explain
      --data-ascii --post-data | -d TEXT
      --post301 | --request POST with the new URL
      --abstract-unix-socket | --unix-socket FILE
      --follow | nothing, redirects are followed
      --auth | -u USER:PASS
      --verify | -k, --cacert FILE
      --print | -i, -v
      --headers | -I, -i
      --body | nothing, off a terminal it is the body alone
      --session --save-cookies --load-cookies | --jar FILE
      --check-status | nothing, the status is 4 or 5 anyway
      --raw | --data-raw TEXT
      --pretty | --color always
      --offline | -v shows what goes out
      --output-document | -o FILE
      --page-requisites --convert-links | tinwire page --save DIR URL
      --no-check-certificate | -k
      --post-file | -d @FILE
      --tries | --retry N
      --spider | -I
      --input-file | --input FILE
      --server-response | -i, or -v
      --no-clobber | -O, which replaces nothing
      --timestamping | -C -O
      """;

  @Override
  public Optional<String> advice(String option) {
    return TABLE
        .lines()
        .map(line -> line.split(" \\| ", 2))
        .filter(row -> List.of(row[0].split(" ", -1)).contains(option))
        .map(row -> row[1])
        .findFirst();
  }
}
