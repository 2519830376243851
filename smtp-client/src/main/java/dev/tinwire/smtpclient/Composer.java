package dev.tinwire.smtpclient;

import dev.tinwire.wire.Malformed;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Gives a {@link Draft} its form on the wire (RFC 5322, RFC 2045). The one class that knows
 * jakarta.mail, which nests the parts and writes quoted-printable. What stands in a header is made
 * by ourselves: the library lets line breaks through, names our host in the Message-ID, and does
 * not fold long file names.
 *
 * <pre>
 * mixed( related( alternative( text, html ), image… ), file… )     ; only what has two parts or more
 * </pre>
 */
final class Composer {
  private final Draft draft;
  private final UniqueNames names;
  private long encoded; // bytes of the files, which are not written to be counted

  private Composer(Draft draft, UniqueNames names) {
    this.draft = draft;
    this.names = names;
  }

  /**
   * The message. Files are looked at now and read when it is written.
   *
   * @param random what Message-ID, boundaries and Content-IDs are made of
   * @throws Malformed if a value cannot stand in a header
   */
  static Composed compose(Draft draft, RandomGenerator random, Clock clock) throws IOException {
    String domain = draft.from().asciiDomain();
    return new Composer(draft, new UniqueNames(random, domain)).composed(ZonedDateTime.now(clock));
  }

  /** The same message once more, with a date and an identifier of its own. */
  static Composed again(Composed made, Draft draft, RandomGenerator random, Clock clock) {
    var names = new UniqueNames(random, draft.from().asciiDomain());
    return made.again(ZonedDateTime.now(clock), names.messageId());
  }

  private Composed composed(ZonedDateTime now) throws IOException {
    List<String> header = MessageHeader.of(draft, now, names.messageId());
    Part whole;
    long size;
    try {
      whole = whole();
      size = whole.framing() + encoded;
    } catch (MessagingException e) {
      throw unexpected(e);
    }
    header.addAll(whole.lines);
    boolean international = !header.stream().allMatch(Composer::isAscii);
    return new Composed(header, whole::writeBody, size, international);
  }

  private static IllegalStateException unexpected(MessagingException e) {
    return new IllegalStateException("nothing here is parsed, so nothing can be wrong", e);
  }

  private static boolean isAscii(String line) {
    return line.getBytes(StandardCharsets.UTF_8).length == line.length();
  }

  private Part whole() throws IOException, MessagingException {
    var parts = new ArrayList<Part>();
    if (draft.text().isPresent() || draft.html().isPresent() || draft.attachments().isEmpty()) {
      parts.add(body());
    }
    for (Path file : draft.attachments()) parts.add(file(file, "attachment", Optional.empty()));
    return parts.size() == 1 ? parts.getFirst() : multipart("mixed", "", parts);
  }

  /** What is read, with the pictures it shows. */
  private Part body() throws IOException, MessagingException {
    var pictures = InlinePictures.of(draft.inline(), names);
    var alternatives = new ArrayList<Part>();
    Optional<String> plain = draft.text();
    if (plain.isPresent() || draft.html().isEmpty()) {
      alternatives.add(text("plain", "text", plain.orElse("")));
    }
    if (draft.html().isPresent()) {
      alternatives.add(text("html", "HTML", pictures.shownIn(draft.html().get())));
    }
    Part root =
        alternatives.size() == 1
            ? alternatives.getFirst()
            : multipart("alternative", "", alternatives);
    if (draft.inline().isEmpty()) return root;
    var related = new ArrayList<>(List.of(root));
    for (Path file : draft.inline()) related.add(file(file, "inline", pictures.idOf(file)));
    return multipart("related", "; type=\"" + root.type + "\"", related); // RFC 2387 §3.1
  }

  private Part text(String subtype, String what, String text) throws IOException {
    BodyText body = BodyText.of(what, text);
    byte[] octets = coded(body);
    var part = new Part("text/" + subtype, out -> out.write(octets));
    part.line("Content-Type: text/" + subtype + "; charset=" + body.charset());
    part.line("Content-Transfer-Encoding: " + body.coding().word());
    return part;
  }

  private static byte[] coded(BodyText body) throws IOException {
    if (body.coding() == BodyText.Coding.SEVEN_BIT) return body.octets();
    var octets = new ByteArrayOutputStream();
    try (OutputStream out = MimeUtility.encode(octets, body.coding().word())) {
      out.write(body.octets());
    } catch (MessagingException e) {
      throw new IllegalStateException("the library knows " + body.coding(), e);
    }
    return octets.toByteArray();
  }

  private Part file(Path path, String disposition, Optional<String> id) throws IOException {
    var file = Base64File.of(path);
    var name = new FileName(String.valueOf(path.getFileName()));
    HeaderText.demandOneLine("file name", name.text(), 0);
    String type = FileType.of(path).toString().replace(";", "; ");
    var part = new Part(type, out -> unlessCounted(file, out));
    part.line(HeaderLine.folded("Content-Type", type + name.asName()));
    part.line("Content-Transfer-Encoding: base64");
    part.line(HeaderLine.folded("Content-Disposition", disposition + name.asFilename()));
    id.ifPresent(text -> part.line("Content-ID: <" + text + ">"));
    encoded += file.size();
    return part;
  }

  private static void unlessCounted(Base64File file, OutputStream out) throws IOException {
    if (!(out instanceof WithoutFiles)) file.writeTo(out);
  }

  private Part multipart(String subtype, String parameters, List<Part> parts)
      throws MessagingException {
    var multipart = new Multipart(subtype, names.boundary(), parts);
    var part = new Part("multipart/" + subtype, multipart::writeTo);
    part.line(HeaderLine.folded("Content-Type", multipart.getContentType() + parameters));
    return part;
  }

  /** What stands behind the header of a part. */
  @FunctionalInterface
  private interface Body {
    void writeTo(OutputStream out) throws IOException, MessagingException;
  }

  /** A part that writes itself: no line of its header is made by the library. */
  private static final class Part {
    private final String type;
    private final Body body;
    private final List<String> lines = new ArrayList<>();

    Part(String type, Body body) {
      this.type = type;
      this.body = body;
    }

    void line(String line) {
      lines.add(line);
    }

    void writeTo(OutputStream out) throws IOException, MessagingException {
      for (String line : lines) out.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
      out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
      body.writeTo(out);
    }

    void writeBody(OutputStream out) throws IOException {
      try {
        body.writeTo(out);
      } catch (MessagingException e) {
        throw unexpected(e);
      }
    }

    /** How many bytes all behind its header is but the files. */
    long framing() throws IOException, MessagingException {
      var count = new CountedLines();
      body.writeTo(new WithoutFiles(count));
      return count.bytes();
    }
  }

  /** Takes all but the bytes of files, whose number is known without reading them. */
  private static final class WithoutFiles extends FilterOutputStream {
    WithoutFiles(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      out.write(bytes, offset, length); // and not one by one
    }
  }

  /** Parts behind each other; the boundary is ours, so that a seed makes the same message. */
  private static final class Multipart extends MimeMultipart {
    static {
      // Without it the library searches all jars for its own class, again for every part.
      String streams = "jakarta.mail.util.StreamProvider";
      if (System.getProperty(streams) == null) {
        System.setProperty(streams, "org.eclipse.angus.mail.util.MailStreamProvider");
      }
    }

    Multipart(String subtype, String boundary, List<Part> parts) throws MessagingException {
      super(subtype);
      contentType = "multipart/" + subtype + "; boundary=\"" + boundary + "\"";
      for (Part part : parts) addBodyPart(new Nested(part));
    }
  }

  /** A part among others. Who sends a text alone does without the library's costly parts. */
  private static final class Nested extends MimeBodyPart {
    private final Part part;

    Nested(Part part) {
      this.part = part;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException, MessagingException {
      part.writeTo(out);
    }
  }
}
