package org.fractalgoals.eventstore.codec;

import org.fractalgoals.domain.entity.Kind;
import org.fractalgoals.domain.event.JsonText;
import org.fractalgoals.domain.purge.Positions;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/** How values of the domain stand in stored JSON: a kind by its code, kept JSON as the text it is, positions as a text. */
final class DomainModule extends SimpleModule {

  DomainModule() {
    super("fractal-goals");
    addSerializer(Kind.class, new KindSerializer());
    addDeserializer(Kind.class, new KindDeserializer());
    addSerializer(JsonText.class, new JsonTextSerializer());
    addDeserializer(JsonText.class, new JsonTextDeserializer());
    addSerializer(Positions.class, new PositionsSerializer());
    addDeserializer(Positions.class, new PositionsDeserializer());
  }

  private static String text(JsonParser in, DeserializationContext context,
      StdDeserializer<?> reader) {
    if (!in.hasToken(JsonToken.VALUE_STRING)) {
      context.reportInputMismatch(reader, "it must be a text");
    }
    return in.getString();
  }

  private static final class KindSerializer extends StdSerializer<Kind> {
    KindSerializer() {
      super(Kind.class);
    }

    @Override
    public void serialize(Kind kind, JsonGenerator out, SerializationContext context) {
      out.writeString(kind.code());
    }
  }

  private static final class KindDeserializer extends StdDeserializer<Kind> {
    KindDeserializer() {
      super(Kind.class);
    }

    @Override
    public Kind deserialize(JsonParser in, DeserializationContext context) {
      return Kind.ofCode(text(in, context, this));
    }
  }

  private static final class PositionsSerializer extends StdSerializer<Positions> {
    PositionsSerializer() {
      super(Positions.class);
    }

    @Override
    public void serialize(Positions positions, JsonGenerator out, SerializationContext context) {
      out.writeString(positions.toString());
    }
  }

  private static final class PositionsDeserializer extends StdDeserializer<Positions> {
    PositionsDeserializer() {
      super(Positions.class);
    }

    @Override
    public Positions deserialize(JsonParser in, DeserializationContext context) {
      return Positions.parse(text(in, context, this));
    }
  }

  private static final class JsonTextSerializer extends StdSerializer<JsonText> {
    JsonTextSerializer() {
      super(JsonText.class);
    }

    @Override
    public void serialize(JsonText json, JsonGenerator out, SerializationContext context) {
      out.writeString(json.text());
    }
  }

  private static final class JsonTextDeserializer extends StdDeserializer<JsonText> {
    JsonTextDeserializer() {
      super(JsonText.class);
    }

    @Override
    public JsonText deserialize(JsonParser in, DeserializationContext context) {
      return JsonTexts.of(text(in, context, this));
    }
  }
}
