package org.fractalgoals.api.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Whether the table knows all routes of the application, and no others. */
class RoutesTest {

  /** Reads the annotations as Spring does when the application starts. */
  private static final class Mapping extends RequestMappingHandlerMapping {

    Mapping() {
      afterPropertiesSet();
    }

    /** There is no application that could have any. */
    @Override
    protected void initHandlerMethods() {}

    Stream<String> routes(Class<?> controller) {
      return Arrays.stream(controller.getDeclaredMethods())
          .map(method -> mapped(method, controller)).flatMap(Mapping::routes);
    }

    private Stream<RequestMappingInfo> mapped(Method method, Class<?> controller) {
      return Stream.ofNullable(getMappingForMethod(method, controller));
    }

    private static Stream<String> routes(Stream<RequestMappingInfo> mappings) {
      return mappings.flatMap(mapping -> mapping.getPatternValues().stream()
          .map(path -> path.replaceAll("\\{(\\w+):.*}", "{$1}"))
          .flatMap(path -> mapping.getMethodsCondition().getMethods().stream()
              .map(method -> method + " " + path)));
    }
  }

  private static Set<String> routesOfTheApplication() {
    var scanner = new ClassPathScanningCandidateComponentProvider(false);
    scanner.addIncludeFilter(new AnnotationTypeFilter(RestController.class));
    var mapping = new Mapping();
    return scanner.findCandidateComponents("org.fractalgoals").stream()
        .map(BeanDefinition::getBeanClassName)
        .map(name -> ClassUtils.resolveClassName(String.valueOf(name), null))
        .flatMap(mapping::routes).filter(RoutesTest::takesThings)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /**
   * Those of the admin take no variables, and a body only where acts are noted, which has tests of its own. What is asked with something else than things, such as a kind or
   * two moments, and what is not answered with JSON has tests of its own.
   */
  private static boolean takesThings(String route) {
    return !route.contains(" /api/admin/") && !route.endsWith("/history")
        && !route.endsWith("/diff") && !route.endsWith("/export") && !route.endsWith("/undo");
  }

  @Test
  void the_table_has_every_route_and_no_other() {
    var inTheTable = Table.ROUTES.stream().map(route -> route.method() + " " + route.path())
        .collect(Collectors.toCollection(TreeSet::new));

    assertThat(routesOfTheApplication()).hasSizeGreaterThan(50).isEqualTo(inTheTable);
  }
}
