package org.fractalgoals.eventstore.codec;

import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import org.fractalgoals.domain.event.DomainEvent;
import org.fractalgoals.domain.event.StoredAs;
import org.fractalgoals.domain.event.UnreadableEvent;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Events to JSON and back. Stored shapes that are not current go through the upcasters first. */
public final class EventCodec {

  private static final TypeReference<Map<String, Object>> METADATA = new TypeReference<>() {};

  private final EventCatalogue catalogue;
  private final JsonMapper mapper;
  private final ObjectWriter writer;
  private final ObjectReader metadataReader;
  private final ClassValue<ObjectReader> readers = new ClassValue<>() {
    @Override
    protected ObjectReader computeValue(Class<?> type) {
      return mapper().readerFor(type);
    }
  };

  public EventCodec(EventCatalogue catalogue) {
    this.catalogue = catalogue;
    this.mapper = JsonMapper.builder()
        // the order of the record's components is the order in the store
        .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
        // a member that the event does not have means that the shape is not the one its revision says
        .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        // so does one that is missing or null although the event needs it
        .annotationIntrospector(new NullnessIntrospector())
        // and one that is of another kind: nothing is taken for something it merely resembles
        .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
        .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
        .withCoercionConfigDefaults(
            coercions -> coercions.setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail))
        .changeDefaultPropertyInclusion(
            inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
        .changeDefaultVisibility(visibility -> visibility
            .withVisibility(PropertyAccessor.FIELD, Visibility.ANY)
            .withVisibility(PropertyAccessor.GETTER, Visibility.NONE)
            .withVisibility(PropertyAccessor.IS_GETTER, Visibility.NONE)
            .withVisibility(PropertyAccessor.CREATOR, Visibility.ANY))
        .addModule(new DomainModule()).build();
    this.writer = mapper.writer();
    this.metadataReader = mapper.readerFor(METADATA);
  }

  private JsonMapper mapper() {
    return mapper;
  }

  /** The stored name and revision of an event. */
  public StoredAs nameOf(DomainEvent event) {
    return catalogue.nameOf(event);
  }

  /** The stored names of all events, without their revisions. */
  public Set<String> typeNames() {
    return catalogue.typeNames();
  }

  /** The payload as it is stored. */
  public String encode(Object payload) {
    return writer.writeValueAsString(payload);
  }

  /**
   * The event a stored payload stands for, in its current shape.
   *
   * @throws UnreadableEvent naming the position, if the type is unknown or the payload does not fit
   */
  public DomainEvent decode(long position, String type, int revision, String payload) {
    try {
      var upcaster = catalogue.upcasterFor(type, revision);
      @Nullable DomainEvent event = upcaster == null
          ? readers.get(catalogue.classOf(type, revision)).readValue(payload)
          : upcast(upcaster, (ObjectNode) mapper.readTree(payload));
      if (event == null) {
        throw new IllegalArgumentException("it is null");
      }
      return event;
    } catch (JacksonException | IllegalArgumentException | ClassCastException e) {
      throw new UnreadableEvent(position, type, String.valueOf(e.getMessage()), e);
    }
  }

  private DomainEvent upcast(Upcaster first, ObjectNode payload) {
    var type = first.type();
    var revision = first.revision();
    for (var next = catalogue.upcasterFor(type, revision); next != null; next = catalogue
        .upcasterFor(type, revision)) {
      next.change().apply(payload);
      type = next.toType();
      revision = next.toRevision();
    }
    return readers.get(catalogue.classOf(type, revision)).readValue(payload);
  }

  /** Reads back what {@link #encode} wrote of an object of this class. */
  public <T> T decode(String payload, Class<T> type) {
    return readers.get(type).readValue(payload);
  }

  /** Metadata of an event; most events have none. */
  public Map<String, Object> decodeMetadata(String metadata) {
    return metadata.equals("{}") ? Map.of() : metadataReader.readValue(metadata);
  }

  /** The flags in the metadata of an event. */
  public static List<String> flagsIn(Map<String, Object> metadata) {
    return metadata.get("flags") instanceof List<?> flags
        ? flags.stream().map(String::valueOf).toList()
        : List.of();
  }
}
