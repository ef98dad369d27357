package org.fractalgoals.api.openapi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;

import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Serves a page that shows the document and lets people try it: Swagger UI, with a first page of ours that loads nothing
 * from anywhere else.
 */
@Configuration(proxyBeanMethods = false)
class ApiPage implements WebMvcConfigurer {

  private static final String OURS = "classpath:/org/fractalgoals/api/openapi/page/";

  @Override
  public void addViewControllers(ViewControllerRegistry registry) {
    registry.addViewController("/docs").setViewName("forward:/docs/index.html");
  }

  /** Ours come first: the library has an index of its own. */
  @Override
  public void addResourceHandlers(ResourceHandlerRegistry registry) {
    registry.addResourceHandler("/docs/*").addResourceLocations(OURS,
        "classpath:/META-INF/resources/webjars/swagger-ui/%s/".formatted(swaggerUiVersion()));
  }

  private static String swaggerUiVersion() {
    try {
      Properties library = PropertiesLoaderUtils.loadProperties(
          new ClassPathResource("META-INF/maven/org.webjars/swagger-ui/pom.properties"));
      return library.getProperty("version");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
