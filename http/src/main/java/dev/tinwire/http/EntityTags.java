package dev.tinwire.http;

import dev.tinwire.wire.Malformed;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What {@code If-Match} and {@code If-None-Match} name: {@code "*" / #entity-tag} (RFC 9110 §13.1).
 */
public sealed interface EntityTags {
  /** A client keeps a few versions at most; more is somebody trying what we endure. */
  int MOST = 64;

  /** {@code *}: whatever there is. */
  record Any() implements EntityTags {
    @Override
    public String toString() {
      return "*";
    }
  }

  /** These and no others; none at all matches nothing. */
  record Listed(List<EntityTag> tags) implements EntityTags {
    public Listed {
      tags = List.copyOf(tags);
    }

    @Override
    public String toString() {
      return tags.stream().map(EntityTag::toString).collect(Collectors.joining(", "));
    }
  }

  /** Reads all field lines of one name together. */
  static EntityTags parse(List<String> lines) throws Malformed {
    if (lines.size() == 1 && lines.getFirst().equals("*")) return new Any();
    return new Listed(ValueReader.list("list of entity tags", lines, MOST, EntityTag::read));
  }

  /** Whether the current tag is among them by strong comparison, as If-Match asks (§13.1.1). */
  default boolean matchStrongly(Optional<EntityTag> current) {
    return switch (this) {
      case Any() -> true;
      case Listed(var tags) ->
          current.isPresent() && tags.stream().anyMatch(current.get()::matchesStrongly);
    };
  }

  /** Whether the current tag is among them by weak comparison, as If-None-Match asks (§13.1.2). */
  default boolean matchWeakly(Optional<EntityTag> current) {
    return switch (this) {
      case Any() -> true;
      case Listed(var tags) ->
          current.isPresent() && tags.stream().anyMatch(current.get()::matchesWeakly);
    };
  }
}
