package org.fractalgoals.eventstore.codec;

import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Executable;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedField;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.AnnotatedParameter;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;

/** What is not marked as nullable must be there, and must not be null. */
final class NullnessIntrospector extends JacksonAnnotationIntrospector {

  private static final long serialVersionUID = 1L;

  @Override
  public @Nullable Boolean hasRequiredMarker(MapperConfig<?> config, AnnotatedMember member) {
    return isRequired(member) ? Boolean.TRUE : null;
  }

  @Override
  public JsonSetter.Value findSetterInfo(MapperConfig<?> config, Annotated annotated) {
    return annotated instanceof AnnotatedMember member && isRequired(member)
        ? JsonSetter.Value.forValueNulls(Nulls.FAIL)
        : JsonSetter.Value.empty();
  }

  private static boolean isRequired(AnnotatedMember member) {
    var type = typeOf(member);
    return type != null && !type.isAnnotationPresent(Nullable.class);
  }

  private static @Nullable AnnotatedType typeOf(AnnotatedMember member) {
    return switch (member) {
      case AnnotatedParameter parameter -> ((Executable) parameter.getOwner().getAnnotated())
          .getAnnotatedParameterTypes()[parameter.getIndex()];
      case AnnotatedField field -> field.getAnnotated().getAnnotatedType();
      default -> null;
    };
  }
}
