package dev.tinwire.httpclient;

import dev.tinwire.wire.json.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** As much of JSON Schema (draft 06) as the schema of HAR needs. */
final class JsonSchema {
  private final String folder;
  private final List<String> faults = new ArrayList<>();

  private JsonSchema(String folder) {
    this.folder = folder;
  }

  /** What is wrong with a document, each with its place. */
  static List<String> faults(String folder, String schema, Json document) throws IOException {
    var check = new JsonSchema(folder);
    check.check(PublicVectors.read(folder, schema), document, "");
    return check.faults;
  }

  private void check(Json schema, Json value, String place) throws IOException {
    Optional<String> other = PublicVectors.text(schema, "$ref");
    if (other.isPresent()) {
      check(PublicVectors.read(folder, other.get().replace("#", "")), value, place);
      return;
    }
    Optional<String> type = PublicVectors.text(schema, "type");
    if (type.isPresent() && !is(type.get(), value)) {
      faults.add(place + " is no " + type.get() + ": " + value);
      return;
    }
    Optional<String> pattern = PublicVectors.text(schema, "pattern");
    if (pattern.isPresent() && !Pattern.compile(pattern.get()).matcher(value.text()).find()) {
      faults.add(place + " does not match " + pattern.get() + ": " + value);
    }
    for (Json name : schema.find("required").map(JsonSchema::items).orElse(List.of())) {
      if (value.find(name.text()).isEmpty()) faults.add(place + " lacks " + name);
    }
    if (schema.find("min").orElse(new Json.Null()) instanceof Json.Num least
        && value instanceof Json.Num number
        && number.doubleValue() < least.doubleValue()) {
      faults.add(place + " is too small: " + value);
    }
    if (schema.find("properties").orElse(new Json.Null()) instanceof Json.Obj properties) {
      for (var property : properties.members().entrySet()) {
        Optional<Json> member = value.find(property.getKey());
        if (member.isPresent()) {
          check(property.getValue(), member.get(), place + "/" + property.getKey());
        }
      }
    }
    if (schema.find("items").isPresent() && value instanceof Json.Arr list) {
      for (int i = 0; i < list.items().size(); i++) {
        check(schema.get("items"), list.items().get(i), place + "/" + i);
      }
    }
  }

  private static List<Json> items(Json list) {
    return list instanceof Json.Arr array ? array.items() : List.of();
  }

  private static boolean is(String type, Json value) {
    return switch (type) {
      case "object" -> value instanceof Json.Obj;
      case "array" -> value instanceof Json.Arr;
      case "string" -> value instanceof Json.Str;
      case "number" -> value instanceof Json.Num;
      case "integer" -> value instanceof Json.Num n && n.literal().matches("-?[0-9]+");
      case "boolean" -> value instanceof Json.Bool;
      default -> throw new AssertionError("a type this test does not know: " + type);
    };
  }
}
