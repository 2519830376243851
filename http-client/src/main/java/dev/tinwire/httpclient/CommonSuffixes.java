package dev.tinwire.httpclient;

/**
 * The public suffixes of more than one label that a person is likely to meet, for systems without
 * the list. Every last label is a suffix anyway.
 *
 * <p>Countries give out names by kind ({@code co.uk}); hosts give each customer a name below their
 * own ({@code github.io}).
 */
final class CommonSuffixes {
  private static final String BY_KIND =
      """
      uk co org net ac gov ltd plc me *.sch nhs police
      au com net org edu gov asn id
      nz co net org ac govt geek gen kiwi maori school iwi health
      za co net org ac gov web law nom
      jp co ne or ac go ad ed gr lg
      kr co ne or re pe go ac hs ms es
      in co net org gen firm ind ac edu gov nic res
      id co net or ac go sch web my desa
      il co net org ac gov muni idf k12
      th co net or ac go in mi
      br com net org gov edu art blog eco ind inf jus leg mil *.nom
      ar com net org gob edu int mil tur
      mx com net org gob edu
      co com net org gov edu mil nom
      pe com net org gob edu mil nom
      ve com net org gob edu co web info
      cn com net org gov edu ac mil
      hk com net org gov edu idv
      tw com net org gov edu idv game ebiz club
      sg com net org gov edu
      my com net org gov edu mil name
      ph com net org gov edu ngo mil
      vn com net org gov edu ac biz info name pro health
      tr com net org gov edu bel pol gen web info biz tv av dr name tel k12
      ua com net org gov edu in kiev kyiv lviv odessa kharkov
      pl com net org gov edu info biz waw
      hu co org info sport tm 2000 bolt
      at co or ac gv
      es com nom org gob edu
      pt com net org gov edu int nome publ
      it gov edu
      fr com asso nom prd tm gouv
      gr com net org gov edu
      ro com org nom info rec arts firm store tm www nt
      rs co org edu gov ac in
      ru ac edu gov int mil
      eg com net org gov edu sci eun mil name
      ke co or ne go ac sc me mobi info
      ng com net org gov edu i mil mobi name sch
      ma co net org gov ac press
      sa com net org gov edu med pub sch
      ae co net org gov ac sch mil
      pk com net org gov edu fam biz web gok gob gop gos
      bd ac com co edu gov info it mil net org sch tv
      np *
      mm *
      kh com edu gov net org
      ck *
      er *
      fk *
      jm *
      """;

  private static final String OF_HOSTS =
      """
      github.io
      githubusercontent.com
      gitlab.io
      pages.dev
      workers.dev
      netlify.app
      vercel.app
      herokuapp.com
      web.app
      firebaseapp.com
      appspot.com
      blogspot.com
      azurewebsites.net
      cloudfront.net
      s3.amazonaws.com
      fly.dev
      onrender.com
      readthedocs.io
      ngrok.io
      ngrok-free.app
      translate.goog
      dyndns.org
      duckdns.org
      """;

  /** In the format of the public list. */
  static final String RULES = OF_HOSTS + byKind();

  private CommonSuffixes() {}

  private static String byKind() {
    var out = new StringBuilder();
    BY_KIND
        .lines()
        .forEach(line -> {
          String[] words = line.split(" ", -1);
          for (int i = 1; i < words.length; i++) {
            out.append(words[i]).append('.').append(words[0]).append('\n');
          }
        });
    return out.toString();
  }
}
