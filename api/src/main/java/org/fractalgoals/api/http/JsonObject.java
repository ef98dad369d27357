package org.fractalgoals.api.http;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

import jakarta.servlet.http.HttpServletRequest;
import org.fractalgoals.api.http.StrictJson.Value;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;

/**
 * A JSON object that a request carries. Members that nobody asks for are ignored. What is wrong with a member that is
 * asked for comes out as a {@link HttpProblem} with status 400 that names it.
 */
public final class JsonObject {

  /** The longest id that is looked at, in UTF-16 code units. */
  private static final int LONGEST_ID = 500;

  private final String place;
  private final String text;
  private final Map<String, Value> members;

  /**
   * @param place where it stands, as the beginning of the names of its members
   */
  private JsonObject(String place, String text, Map<String, Value> members) {
    this.place = place;
    this.text = text;
    this.members = members;
  }

  /** The body of a request that must have one. */
  public static JsonObject in(HttpServletRequest request) {
    return parse(RequestText.of(request));
  }

  /** The body of a request that may do without: no body is an object without members. */
  public static JsonObject inAny(HttpServletRequest request) {
    var text = RequestText.of(request);
    return text.isEmpty() ? new JsonObject("", "{}", Map.of()) : parse(text);
  }

  /**
   * The body of a request that is answered whatever the body is; empty if it is no JSON object.
   *
   * @throws HttpProblem 413 if it is too long, 400 if it breaks off: nobody knows then what was asked for
   */
  public static Optional<JsonObject> ifReadable(HttpServletRequest request) {
    var body = RequestBody.of(request);
    try {
      return Optional.of(parse(RequestText.of(body, request.getContentType())));
    } catch (HttpProblem unreadable) {
      return Optional.empty();
    }
  }

  static JsonObject parse(String text) {
    return at("", text);
  }

  private static JsonObject at(String place, String text) {
    return new JsonObject(place, text, StrictJson.members(text));
  }

  /** The whole object, exactly as it was sent. */
  public String asSent() {
    return text.strip();
  }

  /** The same, as far as its members are asked for, without those of the named ones that are null. */
  public JsonObject withoutNull(String... names) {
    var rest = new HashMap<>(members);
    for (var name : names) {
      if (isNull(name)) {
        rest.remove(name);
      }
    }
    return new JsonObject(place, text, rest);
  }

  /** Whether the member is there, be it null. */
  public boolean has(String name) {
    return members.containsKey(name);
  }

  /** A text that must be there. */
  public String text(String name) {
    return optionalText(name).orElseThrow(() -> wrong(name, "is needed: a text"));
  }

  /** A text; empty if it is absent or null. */
  public Optional<String> optionalText(String name) {
    return some(name, JsonToken.VALUE_STRING, "must be a text").map(Value::text);
  }

  /** An id that must be there. */
  public String id(String name) {
    return requireId(place + name, text(name));
  }

  /** An id; empty if it is absent, null or an empty text. */
  public Optional<String> optionalId(String name) {
    return optionalText(name).filter(id -> !id.isEmpty()).map(id -> requireId(place + name, id));
  }

  /** A list of ids that must be there. */
  public List<String> ids(String name) {
    var must = "must be a list of ids";
    var list = some(name, JsonToken.START_ARRAY, must).orElseThrow(() -> wrong(name, must));
    var ids = new ArrayList<String>();
    StrictJson.eachItem(list.text(), item -> {
      if (item.kind() != JsonToken.VALUE_STRING) {
        throw wrong(name, must);
      }
      ids.add(requireId(place + name, item.text()));
    });
    return ids;
  }

  /** A boolean that must be there. */
  public boolean bool(String name) {
    @Nullable Value value = members.get(name);
    return switch (value == null ? JsonToken.NOT_AVAILABLE : value.kind()) {
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      default -> throw wrong(name, "must be true or false");
    };
  }

  /** A boolean; empty if it is absent or null. */
  public Optional<Boolean> optionalBool(String name) {
    return isNull(name) ? Optional.empty() : Optional.of(bool(name));
  }

  /** What the value is taken for where a boolean is wanted: false if it is absent, null, false, 0 or empty. */
  public boolean truth(String name) {
    @Nullable Value value = members.get(name);
    return value != null && switch (value.kind()) {
      case VALUE_NULL, VALUE_FALSE -> false;
      case VALUE_STRING -> !value.text().isEmpty();
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> Numbers.isNotZero(value.text());
      case START_ARRAY, START_OBJECT -> !StrictJson.isEmpty(value.text());
      default -> true;
    };
  }

  /** A whole number, or a text that is one; empty if it is absent or null. */
  public Optional<Long> optionalInteger(String name) {
    @Nullable Value value = members.get(name);
    if (value == null || value.kind() == JsonToken.VALUE_NULL) {
      return Optional.empty();
    }
    var isNumberOrText = value.kind().isNumeric() || value.kind() == JsonToken.VALUE_STRING;
    return Optional.of(value.text()).filter(text -> isNumberOrText).flatMap(Numbers::integer)
        .or(() -> {
          throw wrong(name, "must be a whole number");
        });
  }

  /**
   * A number, or a text that is one; infinite if it is out of all bounds. Empty if it is anything else, or not there at
   * all: nobody is told.
   */
  public OptionalDouble numberIfAny(String name) {
    @Nullable Value value = members.get(name);
    return value != null && (value.kind().isNumeric() || value.kind() == JsonToken.VALUE_STRING)
        ? Numbers.decimal(value.text())
        : OptionalDouble.empty();
  }

  /** A text if it is one; empty if it is anything else, or not there at all. */
  public Optional<String> textIfAny(String name) {
    return Optional.ofNullable(members.get(name))
        .filter(value -> value.kind() == JsonToken.VALUE_STRING).map(Value::text);
  }

  /** An object; empty if it is absent or null. */
  public Optional<JsonObject> optionalObject(String name) {
    return some(name, JsonToken.START_OBJECT, "must be an object").map(Value::text)
        .map(object -> at(place + name + ".", object));
  }

  /** A list of objects as JSON text, exactly as it was sent; an empty list if it is absent or null. */
  public String objectsAsSent(String name) {
    var must = "must be a list of objects";
    var list = some(name, JsonToken.START_ARRAY, must).map(Value::text).orElse("[]");
    StrictJson.eachItem(list, item -> {
      if (item.kind() != JsonToken.START_OBJECT) {
        throw wrong(name, must);
      }
    });
    return list;
  }

  /** A list of anything as JSON text, exactly as it was sent; an empty list if it is absent or null. */
  public String listAsSent(String name) {
    return some(name, JsonToken.START_ARRAY, "must be a list").map(Value::text).orElse("[]");
  }

  /**
   * An object as JSON text, exactly as it was sent: as an object, or as a text that is one. Empty if it is absent or
   * null.
   */
  public Optional<String> objectAsSent(String name) {
    var must = "must be an object, or a text that is one in JSON";
    @Nullable Value value = members.get(name);
    if (value == null || value.kind() != JsonToken.VALUE_STRING) {
      return some(name, JsonToken.START_OBJECT, must).map(Value::text);
    }
    try {
      StrictJson.members(value.text());
    } catch (HttpProblem notAnObject) {
      throw wrong(name, must);
    }
    return Optional.of(value.text());
  }

  /** The objects of a list; none if it is absent or null. */
  public List<JsonObject> objects(String name) {
    var objects = new ArrayList<JsonObject>();
    StrictJson.eachItem(objectsAsSent(name), item -> objects
        .add(at("%s%s[%d].".formatted(place, name, objects.size()), item.text())));
    return objects;
  }

  /**
   * An object, exactly as it was sent, or the content of a text, which stands for itself; empty if it is absent, null or
   * an empty text.
   */
  public Optional<String> objectOrText(String name) {
    @Nullable Value value = members.get(name);
    if (value == null || value.kind() == JsonToken.VALUE_NULL) {
      return Optional.empty();
    }
    if (value.kind() != JsonToken.START_OBJECT && value.kind() != JsonToken.VALUE_STRING) {
      throw wrong(name, "must be an object or a text");
    }
    return Optional.of(value.text()).filter(text -> !text.isEmpty());
  }

  /** Whether the member is absent or null. */
  public boolean isNull(String name) {
    @Nullable Value value = members.get(name);
    return value == null || value.kind() == JsonToken.VALUE_NULL;
  }

  private Optional<Value> some(String name, JsonToken kind, String must) {
    @Nullable Value value = members.get(name);
    if (value == null || value.kind() == JsonToken.VALUE_NULL) {
      return Optional.empty();
    }
    if (value.kind() != kind) {
      throw wrong(name, must);
    }
    return Optional.of(value);
  }

  /**
   * The id, if it can be that of something new.
   *
   * @param place the name of the member, with where it stands
   * @throws HttpProblem 400 if it is empty or too long
   */
  public static String requireId(String place, String id) {
    // a path cannot name U+0000: what has it in its id could never be asked for
    if (id.isEmpty() || id.length() > LONGEST_ID || id.indexOf('\0') >= 0) {
      throw wrongAt(place,
          "must be an id of 1 to " + LONGEST_ID + " characters, none of them U+0000");
    }
    return id;
  }

  /** A member that is not as it must be; says where it is. */
  private HttpProblem wrong(String name, String what) {
    return wrongAt(place + name, what);
  }

  private static HttpProblem wrongAt(String place, String what) {
    return HttpProblem.badRequest("\"" + place + "\" " + what + ".");
  }
}
